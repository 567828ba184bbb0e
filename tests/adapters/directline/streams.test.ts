import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createStreams } from '../../../adapters/directline/streams.ts';
import { openLog } from '../../../adapters/log.ts';
import { openStore } from '../../../adapters/store/sqlite.ts';
import type { StoredActivity } from '../../../adapters/store/store.ts';
import { newSession } from '../../../bot/session.ts';
import { begin, call, type Listening, listenTo } from '../support/line.ts';
import { openTown, type Town } from '../support/town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const ids = (stream: Listening) => stream.activities().map(({ id }) => id);

describe('coming back', () => {
  test('a client that was away gets what it missed, once and in order', async () => {
    const line = await begin(town.url);
    const first = await listenTo(line.streamUrl);
    await line.say('hej', 'before');
    await first.until((one) => one.channelData?.clientActivityID === 'before');
    const watermark = first.frames.at(-1)?.watermark ?? '';
    first.socket.terminate();
    await first.closed;
    await line.say('er du der?', 'away');
    await line.say('hallo', 'away-2');
    const again = await call(
      'GET',
      `${town.url}/v3/directline/conversations/${line.id}?watermark=${watermark}`,
      {
        token: line.token,
      },
    );
    const second = await listenTo(again.body.streamUrl);
    await line.say('nu er jeg her', 'back');
    await second.until((one) => one.channelData?.clientActivityID === 'back');
    const all = await line.read();
    const missed = (await line.read(watermark)).map(({ id }) => id);
    expect(ids(second).slice(0, missed.length)).toEqual(missed.slice(0, ids(second).length));
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(ids(first).length + ids(second).length);
    expect([...ids(first), ...ids(second)]).toEqual(
      all.slice(0, ids(first).length + ids(second).length).map(({ id }) => id),
    );
    second.socket.close();
  });

  test('several sockets of one conversation all get everything', async () => {
    const line = await begin(town.url);
    const streams = await Promise.all([1, 2, 3].map(() => listenTo(line.streamUrl)));
    await line.say('hej', 'all');
    for (const stream of streams) await stream.until((one) => one.channelData?.clientActivityID === 'all');
    const expected = (await line.read()).map(({ id }) => id);
    for (const stream of streams) {
      await stream.until((one) => one.id === expected.at(-1));
      expect(ids(stream)).toEqual(expected);
      stream.socket.close();
    }
  });

  test('the ninth socket takes the place of the first', async () => {
    const line = await begin(town.url);
    const streams: Listening[] = [];
    for (let i = 0; i < 9; i += 1) streams.push(await listenTo(line.streamUrl));
    expect(await streams[0]?.closed).toBe(1008);
    await line.say('hej', 'many');
    for (const stream of streams.slice(1)) {
      await stream.until((one) => one.channelData?.clientActivityID === 'many');
      stream.socket.close();
    }
  });

  test('messages said while a socket opens arrive once and in order, whatever the moment', async () => {
    for (let i = 0; i < 15; i += 1) {
      const line = await begin(town.url);
      const posts = [0, 1, 2, 3].map((n) => line.say(`${n}`, `k${n}`));
      const stream = await listenTo(line.streamUrl);
      posts.push(line.say('4', 'k4'));
      await Promise.all(posts);
      const expected = (await line.read()).map(({ id }) => id);
      await stream.until((one) => one.id === expected.at(-1));
      expect(ids(stream)).toEqual(expected);
      stream.socket.close();
    }
  });

  test('what the server says of itself, outside a turn, is kept and delivered', async () => {
    const line = await begin(town.url);
    const stream = await listenTo(line.streamUrl);
    const reference = {
      conversation: { id: line.id },
      channelId: 'directline',
      bot: { id: 'find-vej' },
      user: { id: 'x' },
    };
    let sent: string | undefined;
    await town.http.directLine.adapter.continueConversation(reference as never, async (context) => {
      sent = (await context.sendActivity('Vi har åbent igen.'))?.id;
    });
    const got = await stream.until((one) => one.text === 'Vi har åbent igen.');
    expect(got.id).toBe(sent);
    expect((await line.read()).at(-1)?.text).toBe('Vi har åbent igen.');
    stream.socket.close();
  });
});

describe('what a client does on the socket', () => {
  test('empty frames are ignored, and so is anything else', async () => {
    const line = await begin(town.url);
    const stream = await listenTo(line.streamUrl);
    const before = await line.read();
    for (const frame of ['', 'hej', '{"type":"message","text":"x"}', Buffer.from([0, 255])])
      stream.socket.send(frame);
    await line.say('hej', 'after');
    await stream.until((one) => one.channelData?.clientActivityID === 'after');
    expect((await line.read()).filter(({ from }) => from?.role === 'user')).toHaveLength(1);
    expect(before.length).toBeGreaterThan(0);
    stream.socket.close();
  });

  test('a frame larger than any client sends closes the socket, and only that one', async () => {
    const line = await begin(town.url);
    const [greedy, modest] = [await listenTo(line.streamUrl), await listenTo(line.streamUrl)];
    greedy.socket.send('x'.repeat(5000));
    expect(await greedy.closed).toBe(1009);
    await line.say('hej', 'still');
    await modest.until((one) => one.channelData?.clientActivityID === 'still');
    modest.socket.close();
  });

  test('an upgrade to another address, or to another protocol, is refused and harms nobody', async () => {
    const line = await begin(town.url);
    const ws = town.url.replace('http', 'ws');
    await expect(listenTo(`${ws}/`)).rejects.toThrow('404');
    await expect(listenTo(`${ws}/v3/directline/conversations`)).rejects.toThrow('404');
    const socket = connect(Number(new URL(town.url).port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 404/);
    // Going away while the token is being checked.
    const hasty = connect(Number(new URL(town.url).port), '127.0.0.1');
    const { pathname, search } = new URL(line.streamUrl);
    hasty.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`,
    );
    hasty.write('Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n');
    hasty.resetAndDestroy();
    expect((await line.say('hej')).status).toBe(200);
  });

  test('a socket from a site that may not embed the chat is refused', async () => {
    const line = await begin(town.url);
    await expect(listenTo(line.streamUrl, { origin: 'https://evil.example' })).rejects.toThrow('401');
    const own = await listenTo(line.streamUrl, { origin: town.url });
    own.socket.close();
  });
});

describe('slow and dead sockets', () => {
  /** A streams server of its own with short times, over a real store with a long conversation. */
  async function longConversation(limits: { sendTimeoutMs: number; pingEveryMs: number }) {
    const store = await openStore({ path: ':memory:' });
    const expiresAt = Date.now() + 1e9;
    await store.open({ id: 'c', session: newSession('lilleby'), at: Date.now(), expiresAt });
    const text = 'x'.repeat(100_000);
    const say = async (): Promise<readonly StoredActivity[]> => {
      const taken = await store.take(
        { conversationId: 'c', key: null, at: Date.now(), expiresAt },
        (session) => ({
          session,
          incoming: { type: 'message', text },
          outgoing: [],
          effects: [],
        }),
      );
      return taken.kind === 'taken' ? taken.activities : [];
    };
    const streams = createStreams(store, openLog('silent'), limits);
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 4096 });
    server.on('connection', (socket) => streams.add(socket, 'c', 0));
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    return {
      streams,
      say,
      url: `ws://127.0.0.1:${port}`,
      async close() {
        streams.close();
        server.close();
        await store.close();
      },
    };
  }

  test('a socket that does not read is closed; coming back, it misses nothing', async () => {
    const long = await longConversation({ sendTimeoutMs: 300, pingEveryMs: 60_000 });
    const socket = new WebSocket(long.url);
    await once(socket, 'open');
    socket.pause();
    for (let i = 0; i < 300; i += 1) long.streams.committed('c', await long.say());
    await expect.poll(() => long.streams.count(), { timeout: 20_000 }).toBe(0);
    const again = await listenTo(long.url);
    await expect.poll(() => again.activities().length, { timeout: 20_000 }).toBe(300);
    expect(new Set(ids(again)).size).toBe(300);
    again.socket.close();
    await long.close();
  });

  test('a socket that reads slowly but reads gets everything in order', async () => {
    const long = await longConversation({ sendTimeoutMs: 5_000, pingEveryMs: 60_000 });
    const slow = await listenTo(long.url);
    let isPaused = false;
    const stutter = setInterval(() => {
      isPaused = !isPaused;
      if (isPaused) slow.socket.pause();
      else slow.socket.resume();
    }, 20);
    for (let i = 0; i < 100; i += 1) long.streams.committed('c', await long.say());
    await expect.poll(() => slow.activities().length, { timeout: 20_000 }).toBe(100);
    clearInterval(stutter);
    expect(ids(slow)).toEqual(Array.from({ length: 100 }, (_, i) => `c|${String(i + 1).padStart(7, '0')}`));
    slow.socket.close();
    await long.close();
  });

  test('a socket that answers no ping is cut off, one that answers stays', async () => {
    const long = await longConversation({ sendTimeoutMs: 300, pingEveryMs: 200 });
    const [dead, alive] = [new WebSocket(long.url, { autoPong: false }), new WebSocket(long.url)];
    await Promise.all([once(dead, 'open'), once(alive, 'open')]);
    await once(dead, 'close');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(alive.readyState).toBe(WebSocket.OPEN);
    expect(long.streams.count()).toBe(1);
    alive.close();
    await long.close();
  });
});

test('closing the server tells every client to come back and leaves nothing open', async () => {
  const own = await openTown();
  const line = await begin(own.url);
  const stream = await listenTo(line.streamUrl);
  await own.close();
  expect(await stream.closed).toBe(1001);
  await expect(begin(own.url)).rejects.toThrow();
});
