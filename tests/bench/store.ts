import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../adapters/store/sqlite.ts';
import type { Decision, Store } from '../../adapters/store/store.ts';
import { newSession, type Session } from '../../bot/session.ts';

const roundMs = 1_500;
const rounds = 3;
const expiresAt = Date.UTC(2030, 0, 1);

/** A session of about 2 kB, as one has it half-way through a journey. */
function session(turn: number): Session {
  const told = Array.from({ length: 4 }, (_, i) => `${turn}.${i} ${'min mand er kommet hjem '.repeat(15)}`);
  const answers = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`spoergsmaal-${i}`, 'ja']));
  return { ...newSession('rodovre'), told, answers, situations: ['udskrevet-ikke-rask'] };
}

function decide(turn: number): Decision {
  const reply = { type: 'message', text: 'Hvem bor du sammen med? '.repeat(12) };
  return {
    session: session(turn),
    incoming: { type: 'message', text: 'min mand er lige blevet udskrevet, men han er ikke rask' },
    outgoing: [reply, { ...reply, attachments: [{ contentType: 'application/json', content: reply }] }],
    effects: [],
  };
}

/** Durable turns a second with `callers` conversations that each wait for their answer. */
async function turnsPerSecond(store: Store, callers: number, round: number): Promise<number> {
  const end = performance.now() + roundMs;
  const began = performance.now();
  const counts = await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      const id = `bench-${callers}-${round}-${caller}`;
      await store.open({ id, session: newSession('rodovre'), at: Date.now(), expiresAt });
      let count = 0;
      while (performance.now() < end) {
        const turn = { conversationId: id, key: `${count}`, at: Date.now(), expiresAt };
        const taken = await store.take(turn, () => decide(count));
        if (taken.kind !== 'taken') throw new Error(`the turn was ${taken.kind}`);
        count += 1;
      }
      return count;
    }),
  );
  return (1_000 * counts.reduce((sum, count) => sum + count, 0)) / (performance.now() - began);
}

/** Prints durable turns a second in `folder`, the median of interleaved rounds, with 1 and with 50 callers. */
export async function benchStore(folder = tmpdir()): Promise<void> {
  const place = await mkdtemp(join(folder, 'find-vej-bench-'));
  const store = await openStore({ path: join(place, 'store.db') });
  const results = new Map<number, number[]>([1, 50].map((callers) => [callers, []]));
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [callers, result] of results) result.push(await turnsPerSecond(store, callers, round));
    }
  } finally {
    await store.close();
    await rm(place, { recursive: true });
  }
  for (const [callers, result] of results) {
    const median = result.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
    console.log(
      `store: ${median.toFixed(0)} durable turns/s with ${callers} caller${callers > 1 ? 's' : ''}`,
    );
  }
}

if (import.meta.main) await benchStore(process.argv[2]);
