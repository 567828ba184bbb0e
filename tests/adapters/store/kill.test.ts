import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../adapters/store/sqlite.ts';
import { folder } from './folder.ts';

const kills = process.env.FIND_VEJ_LONG === '1' ? 20 : 5;
const callers = Array.from({ length: 50 }, (_, i) => `caller-${i}`);
const never = Number.MAX_SAFE_INTEGER;

/** What each caller has to post next: the number after the last one acknowledged. */
type Progress = Record<string, number>;

interface Run {
  readonly child: ChildProcess;
  readonly firstLine: Promise<unknown>;
  /** How it ended, once all it said has been read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Acknowledgements by kind. */
  readonly counts: Record<string, number>;
}

function start(path: string, upTo: number, progress: Progress): Run {
  const program = join(import.meta.dirname, 'kill-child.ts');
  const child = spawn(process.execPath, [program, path, String(upTo), JSON.stringify(progress)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const counts: Record<string, number> = {};
  const lines = createInterface({ input: child.stdout });
  const firstLine = once(lines, 'line');
  lines.on('line', (line) => {
    const [caller = '', number, kind = ''] = line.split(' ');
    // A line the kill cut short is no acknowledgement.
    if (kind !== 'taken' && kind !== 'repeated') return;
    expect(Number(number)).toBe(progress[caller]);
    progress[caller] = Number(number) + 1;
    counts[kind] = (counts[kind] ?? 0) + 1;
  });
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(([[code, signal]]) => ({
    code,
    signal,
  }));
  return { child, firstLine, ended, counts };
}

async function expectEachOnce(path: string, upTo: number): Promise<void> {
  const store = await openStore({ path });
  const numbers = Array.from({ length: upTo }, (_, number) => String(number));
  for (const caller of callers) {
    const activities = (await store.after(caller, 0, never)) ?? [];
    expect(activities.map(({ seq }) => seq)).toEqual(Array.from({ length: 3 * upTo }, (_, i) => i + 1));
    expect(activities.filter((_, i) => i % 3 === 0).map(({ activity }) => activity.text)).toEqual(numbers);
    // The session counted the turns: each once, and together with its activities.
    expect((await store.session(caller))?.told).toEqual([String(upTo - 1)]);
  }
  const needs = (await store.unmetNeeds(null)).map(({ need }) => need);
  expect(needs.toSorted()).toEqual(
    callers.flatMap((caller) => numbers.map((n) => `${caller} ${n}`)).toSorted(),
  );
  await store.close();
  const database = new DatabaseSync(path);
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  database.close();
}

test(`killed ${kills} times under load, nothing acknowledged is lost and nothing is there twice`, async () => {
  const path = join(folder(), 'store.db');
  const progress: Progress = Object.fromEntries(callers.map((caller) => [caller, 0]));
  const acknowledged = () => Object.values(progress).reduce((sum, next) => sum + next, 0);
  for (let kill = 0; kill < kills; kill += 1) {
    const before = acknowledged();
    const { child, firstLine, ended } = start(path, never, progress);
    await firstLine;
    await sleep(20 + Math.random() * 200);
    child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    expect(acknowledged()).toBeGreaterThan(before);

    // What was acknowledged is there before anybody repeats anything; at most one post of each caller was under way.
    const store = await openStore({ path });
    for (const caller of callers) {
      const kept = ((await store.after(caller, 0, never)) ?? []).length / 3;
      expect(kept - (progress[caller] ?? 0), caller).toBeOneOf([0, 1]);
    }
    await store.close();
  }
  const upTo = Math.max(...Object.values(progress)) + 1;
  const last = start(path, upTo, progress);
  expect(await last.ended).toEqual({ code: 0, signal: null });
  await expectEachOnce(path, upTo);
}, 120_000);

test('two processes that open one new file and post the same keep each post once', async () => {
  const path = join(folder(), 'store.db');
  const upTo = 15;
  const fresh = (): Progress => Object.fromEntries(callers.map((caller) => [caller, 0]));
  const both = [start(path, upTo, fresh()), start(path, upTo, fresh())];
  for (const { ended } of both) expect(await ended).toEqual({ code: 0, signal: null });
  const taken = both.map(({ counts }) => counts.taken ?? 0);
  expect(taken.reduce((sum, count) => sum + count)).toBe(upTo * callers.length);
  await expectEachOnce(path, upTo);
}, 60_000);
