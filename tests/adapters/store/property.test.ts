import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../../adapters/store/sqlite.ts';
import type { Store } from '../../../adapters/store/store.ts';
import type { Effect } from '../../../bot/effect.ts';
import { newSession } from '../../../bot/session.ts';
import { hearing, unmetNeed } from './support.ts';
import { twinStore } from './twin.ts';

const id = fc.constantFrom('a', 'b', 'c');
const moment = fc.integer({ min: 0, max: 20 });
const effect: fc.Arbitrary<Effect> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .nat(9)
      .map((n) => ({ kind: 'record-unmet-need', need: unmetNeed({ need: `n${n}` }) }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'forget' } as const) },
);

/** One thing done to a store; its answer, or the code or message of its error. */
type Command = (store: Store) => Promise<unknown>;
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(id, moment).map(
      ([id, expiresAt]): Command =>
        (store) =>
          store.open({ id, session: newSession('lilleby'), at: 0, expiresAt }),
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({
        conversationId: id,
        key: fc.constantFrom(null, 'k1', 'k2', 'k3'),
        expiresAt: moment,
        text: fc.string({ maxLength: 5 }),
        fails: fc.boolean(),
        effects: fc.array(effect, { maxLength: 2 }),
      })
      .map(
        ({ text, fails, effects, ...turn }): Command =>
          (store) =>
            store.take({ ...turn, at: 0 }, (session) => {
              if (fails && text.length > 2) throw new Error('no decision');
              return hearing(text, effects)(session);
            }),
      ),
  },
  {
    weight: 1,
    arbitrary: id.map(
      (id): Command =>
        (store) =>
          store.forget(id),
    ),
  },
  {
    weight: 1,
    arbitrary: moment.map(
      (at): Command =>
        (store) =>
          store.sweep(at),
    ),
  },
);

async function answers(store: Store, commands: readonly Command[]): Promise<readonly unknown[]> {
  const settled = await Promise.allSettled(commands.map((command) => command(store)));
  return settled.map((answer) =>
    answer.status === 'fulfilled' ? answer.value : (answer.reason.code ?? answer.reason.message),
  );
}

async function everything(store: Store): Promise<unknown> {
  const ids = ['a', 'b', 'c'];
  const needs = await store.unmetNeeds(null);
  return {
    exists: await Promise.all(ids.map(store.exists)),
    sessions: await Promise.all(ids.map(store.session)),
    activities: await Promise.all(ids.map((id) => store.after(id, 0, 1_000))),
    // Within a week their order means nothing.
    needs: needs.map(({ need }) => need).toSorted(),
  };
}

test('whatever is done, at once or one by one, the store answers and keeps as its plain twin does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(command, { minLength: 1, maxLength: 12 }), { maxLength: 8 }),
      async (rounds) => {
        const [store, twin] = [await openStore({ path: ':memory:' }), twinStore()];
        try {
          for (const atOnce of rounds) {
            expect(await answers(store, atOnce)).toEqual(await answers(twin, atOnce));
            expect(await everything(store)).toEqual(await everything(twin));
          }
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: process.env.FIND_VEJ_LONG === '1' ? 1_000 : 100 },
  );
}, 180_000);
