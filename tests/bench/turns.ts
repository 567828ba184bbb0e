import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Action, Message } from '../../bot/message.ts';
import { newSession } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';
import { begin, type Line } from '../adapters/support/line.ts';
import { journeys } from '../journeys/journeys.ts';
import { realGuide } from '../support/guide.ts';
import { type Load, load, type Post } from './load.ts';

const budget = 0.4;
const rounds = 5;
const lanes = 50;
const conversationsALane = 2;
const cacheFolder = join(import.meta.dirname, '..', '..', '.cache');

/** What a citizen posts in the course of a conversation: words, then buttons. */
type Script = readonly { readonly text: string; readonly value?: Action }[];

/**
 * Turns a second over the web channel, each kept before it is answered, beside an echo bot on the same adapter and
 * restify that keeps nothing. Whole journeys over the real content; both servers and the load in processes of their own,
 * one under load at a time, in turns.
 */
export async function benchTurns(): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, 'bench-'));
  const servers = await Promise.all([startServer('echo', folder), startServer('web', folder)]);
  try {
    await measure(servers[0], servers[1], await scripts());
  } finally {
    for (const { child } of servers) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
}

async function measure(echo: Subject, web: Subject, journeysToPlay: readonly Script[]): Promise<void> {
  const results = {
    echo: [] as Measured[],
    web: [] as Measured[],
    heard: [] as Measured[],
    small: [] as Measured[],
  };
  for (let round = -1; round < rounds; round += 1) {
    const posts = lanesOf(await beginAll(web.url), journeysToPlay);
    const echoed = await measureLoad(echo, posts);
    const kept = await measureLoad(web, posts);
    const small = await measureLoad(web, lanesOf(await beginAll(web.url), [smallTalk]));
    const heard = await beginAll(web.url);
    const sockets = await Promise.all(heard.flat().map(listen));
    const streamed = await measureLoad(web, lanesOf(heard, journeysToPlay));
    for (const socket of sockets) socket.terminate();
    // The first round only warms up.
    if (round < 0) continue;
    results.echo.push(echoed);
    results.web.push(kept);
    results.heard.push(streamed);
    results.small.push(small);
  }
  process.stdout.write(
    'turns a second (posts over HTTP)           median     least      most   p50 ms   p99 ms  cpu µs\n',
  );
  print('echo, same adapter, nothing kept', results.echo);
  print('web channel, durable, whole journeys', results.web);
  print('  the same, each with its stream', results.heard);
  print('web channel, durable, small turns', results.small);
  const rate = (loads: readonly Measured[]) => median(loads.map(({ perSecond }) => perSecond));
  const cpu = (loads: readonly Measured[]) => median(loads.map(({ cpuMicroseconds }) => cpuMicroseconds));
  for (const [name, loads] of [
    ['whole journeys', results.web],
    ['small turns', results.small],
  ] as const) {
    const byClock = (rate(loads) / rate(results.echo)).toFixed(2);
    const byCpu = (cpu(results.echo) / cpu(loads)).toFixed(2);
    process.stdout.write(
      `  ${name}: ${byClock} × echo by the clock, ${byCpu} × by processor time (budget ≥ ${budget} ×)\n`,
    );
  }
}

/** Turns that cost next to nothing to compute and are short to keep: what is left is the channel and the storage. */
const smallTalk: Script = Array.from({ length: 7 }, (_, index) => ({
  text: 'en knap',
  value: index % 2 === 0 ? ({ kind: 'none' } as const) : ({ kind: 'person' } as const),
}));

/** A server under measurement. */
interface Subject {
  readonly url: string;
  readonly child: ChildProcess;
}

async function startServer(kind: string, folder: string): Promise<Subject> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'turns-server.ts'), kind, folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  return { url, child };
}

/** A load, and the processor time each of its turns took in the server: steadier than the clock on a busy machine. */
async function measureLoad({ url, child }: Subject, posts: readonly (readonly Post[])[]): Promise<Measured> {
  const used = async () => {
    child.send('cpu');
    return ((await once(child, 'message')) as [number])[0];
  };
  const before = await used();
  const loaded = await load(url, posts);
  return { ...loaded, cpuMicroseconds: ((await used()) - before) / loaded.times.length };
}

interface Measured extends Load {
  readonly cpuMicroseconds: number;
}

/** What the citizens of the journeys post, found by taking the turns here: the same inputs give the same turn. */
async function scripts(): Promise<readonly Script[]> {
  const guide = await realGuide();
  const at = Date.now();
  return Object.values(journeys).map(({ says }) => {
    let session = newSession(guide.graph.municipality);
    const take = (message: Message) => {
      const turn = takeTurn(guide, session, message);
      session = turn.session;
      return turn;
    };
    take({ kind: 'hello', at });
    const script: { text: string; value?: Action }[] = [{ text: says }];
    let turn = take({ kind: 'text', text: says, at });
    for (let count = 0; count < 8; count += 1) {
      const ask = turn.replies.find((reply) => reply.kind === 'ask');
      const [first] = ask?.kind === 'ask' ? ask.options : [];
      if (first === undefined) break;
      script.push({ text: first.label, value: first.action });
      turn = take({ kind: 'action', action: first.action, at });
    }
    return [
      ...script,
      { text: 'Mere', value: { kind: 'more' } },
      { text: 'Overblik', value: { kind: 'overview' } },
    ];
  });
}

async function beginAll(url: string): Promise<readonly (readonly Line[])[]> {
  const all: Line[][] = [];
  for (let lane = 0; lane < lanes; lane += 1) {
    all.push(await Promise.all(Array.from({ length: conversationsALane }, () => begin(url))));
  }
  return all;
}

/** Two journeys a conversation, which stays below the limit of one citizen; each lane plays its conversations in order. */
function lanesOf(
  all: readonly (readonly Line[])[],
  journeysToPlay: readonly Script[],
): readonly (readonly Post[])[] {
  return all.map((lines, lane) =>
    lines.flatMap((line, index) => {
      const at = lane + index;
      const [first = [], second = []] = [0, 1].map(
        (next) => journeysToPlay[(at + next) % journeysToPlay.length],
      );
      const script = [...first, { text: 'Forfra', value: { kind: 'restart' } as const }, ...second];
      return script.map((said, count) => ({
        path: `/v3/directline/conversations/${line.id}/activities`,
        token: line.token,
        body: JSON.stringify({
          type: 'message',
          from: { id: 'citizen', role: 'user' },
          locale: 'da-DK',
          ...said,
          channelData: { clientActivityID: `${line.id}-${count}`, clientTimestamp: new Date().toISOString() },
        }),
      }));
    }),
  );
}

async function listen(line: Line): Promise<WebSocket> {
  const socket = new WebSocket(line.streamUrl);
  await once(socket, 'open');
  return socket;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(name: string, loads: readonly Measured[]): void {
  const rates = loads.map(({ perSecond }) => perSecond);
  const times = loads.flatMap((one) => one.times).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const cpu = median(loads.map(({ cpuMicroseconds }) => cpuMicroseconds));
  const columns = [
    ...[median(rates), Math.min(...rates), Math.max(...rates)].map((one) => one.toFixed(0).padStart(9)),
    ...[at(0.5), at(0.99)].map((ms) => ms.toFixed(1).padStart(8)),
    cpu.toFixed(0).padStart(7),
  ];
  process.stdout.write(`  ${name.padEnd(38)}${columns.join(' ')}\n`);
}
