import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { begin, call, type Frame, type Line } from '../support/line.ts';
import { type ServerProcess, startServer } from '../support/process.ts';

const kills = process.env.FIND_VEJ_LONG === '1' ? 20 : 5;
const conversationsARound = 12;
const postersAtOnce = 16;
const texts = [
  'jeg er sygemeldt',
  'min mor skal på plejehjem',
  'hej',
  'jeg drikker for meget',
  'tal med et menneske',
];

/** A message as its citizen knows it: sent, and perhaps acknowledged under an id. */
interface Sent {
  readonly line: Line;
  readonly key: string;
  readonly text: string;
  acknowledged: string | null;
}

/** What a client with an open stream has received, over all its reconnections. */
interface Follower {
  readonly line: Line;
  readonly received: string[];
  watermark: string;
}

test(`killed ${kills} times under load, the server loses nothing it acknowledged and doubles nothing`, {
  timeout: kills * 60_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'find-vej-kill-'));
  const sent: Sent[] = [];
  const followers: Follower[] = [];
  let server = await startServer(data);
  for (let round = 0; round < kills; round += 1) {
    // What was under way when the server died is sent again, as a browser does by itself.
    for (const one of sent.filter(({ acknowledged }) => acknowledged === null)) await post(server, one);
    const lines = await Promise.all(Array.from({ length: conversationsARound }, () => begin(server.url)));
    for (const line of lines.slice(0, 2)) followers.push({ line, received: [], watermark: '' });
    for (const follower of followers) void follow(server, follower);
    const before = sent.filter(({ acknowledged }) => acknowledged !== null).length;
    const load = Promise.all(
      Array.from({ length: postersAtOnce }, (_, poster) => keepPosting(server, lines, sent, poster)),
    );
    await expect
      .poll(() => sent.filter(({ acknowledged }) => acknowledged !== null).length, { timeout: 20_000 })
      .toBeGreaterThan(before + 20);
    await sleep(Math.random() * 150);
    expect(await server.end('SIGKILL')).toBe('SIGKILL');
    await load;
    server = await startServer(data);
  }
  for (const one of sent.filter(({ acknowledged }) => acknowledged === null)) await post(server, one);
  for (const follower of followers) void follow(server, follower);

  const lines = new Set(sent.map(({ line }) => line));
  for (const line of lines) {
    const { body } = await call('GET', `${server.url}/v3/directline/conversations/${line.id}/activities`, {
      token: line.token,
    });
    const activities = body.activities as {
      id: string;
      text: string;
      from: { role: string };
      channelData: { clientActivityID?: string };
    }[];
    for (const one of sent.filter((other) => other.line === line)) {
      const found = activities.filter(({ channelData }) => channelData?.clientActivityID === one.key);
      expect([one.key, found.map(({ id, text }) => [id, text])]).toEqual([
        one.key,
        [[one.acknowledged, one.text]],
      ]);
    }
    // A turn is whole or not there: every message has its answer behind it.
    activities.forEach(({ from }, index) => {
      if (from.role === 'user') expect(activities[index + 1]?.from.role).toBe('bot');
    });
    const follower = followers.find((one) => one.line === line);
    if (follower !== undefined) {
      await expect
        .poll(() => follower.received.length, { timeout: 20_000 })
        .toBeGreaterThanOrEqual(activities.length);
      expect(follower.received).toEqual(activities.map(({ id }) => id));
    }
  }
  expect(sent.length).toBeGreaterThan(kills * 20);
  expect(await server.end('SIGTERM')).toBe(0);
  const database = new DatabaseSync(join(data, 'find-vej.sqlite'));
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
});

/** Posts one message; whatever goes wrong on the way leaves it unacknowledged. */
async function post(server: ServerProcess, one: Sent): Promise<boolean> {
  const url = `${server.url}/v3/directline/conversations/${one.line.id}/activities`;
  const body = { type: 'message', text: one.text, channelData: { clientActivityID: one.key } };
  for (;;) {
    const answered = await call('POST', url, { token: one.line.token, body }).catch(() => null);
    if (answered === null) return false;
    if (answered.status === 200) {
      one.acknowledged = answered.body.id;
      return true;
    }
    expect(answered.status).toBe(429);
    await sleep(250);
  }
}

/** Posts until the server is gone. */
async function keepPosting(
  server: ServerProcess,
  lines: readonly Line[],
  sent: Sent[],
  poster: number,
): Promise<void> {
  for (let count = 0; ; count += 1) {
    const line = lines[(count + poster) % lines.length];
    if (line === undefined) return;
    const one: Sent = {
      line,
      key: `${poster}-${count}-${crypto.randomUUID()}`,
      text: texts[(count + poster) % texts.length] ?? '',
      acknowledged: null,
    };
    sent.push(one);
    if (!(await post(server, one))) return;
  }
}

/** Reads the stream from where it broke off last time until it breaks off again. */
async function follow(server: ServerProcess, follower: Follower): Promise<void> {
  const { line } = follower;
  const url = `${server.url}/v3/directline/conversations/${line.id}?watermark=${follower.watermark}`;
  const again = await call('GET', url, { token: line.token }).catch(() => null);
  if (again === null) return;
  const socket = new WebSocket(again.body.streamUrl);
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    follower.received.push(...frame.activities.map(({ id }) => String(id)));
    follower.watermark = frame.watermark;
  });
}
