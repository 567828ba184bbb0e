import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { newSession } from '../../../bot/session.ts';
import { day, hearing, inAMonth, now, open, say, unmetNeed } from './support.ts';

/** What every store must do, whatever it keeps things in. `make` opens an empty one. */
export function storeContract(name: string, make: () => Promise<Store>): void {
  function promise(title: string, body: (store: Store) => Promise<void>): void {
    test(title, async () => {
      const store = await make();
      try {
        await body(store);
      } finally {
        await store.close();
      }
    });
  }

  describe(`${name} keeps conversations`, () => {
    promise('that it finds again after opening them', async (store) => {
      await open(store, 'a', inAMonth, newSession('lilleby', 'pl'));
      expect(await store.exists('a')).toBe(true);
      expect(await store.session('a')).toEqual(newSession('lilleby', 'pl'));
      expect(await store.after('a', 0, 10)).toEqual([]);
    });

    promise('and says when it does not know one', async (store) => {
      expect(await store.exists('a')).toBe(false);
      expect(await store.session('a')).toBeNull();
      expect(await store.after('a', 0, 10)).toBeNull();
      expect(await store.forget('a')).toBe(false);
      expect(await say(store, 'a', 'hej')).toEqual({ kind: 'unknown-conversation' });
    });

    promise('and never opens one over another', async (store) => {
      await open(store, 'a');
      await say(store, 'a', 'hej');
      await expect(open(store, 'a')).rejects.toMatchObject({ code: 'conversation-exists' });
      expect((await store.session('a'))?.told).toEqual(['hej']);
      expect(await store.after('a', 0, 10)).toHaveLength(3);
    });

    promise('with every activity in its place, the incoming one first', async (store) => {
      await open(store, 'a');
      await open(store, 'b');
      const first = await say(store, 'a', 'hej');
      await say(store, 'b', 'goddag');
      await say(store, 'a', 'farvel');
      const all = await store.after('a', 0, 10);
      expect(first).toEqual({ kind: 'taken', activities: all?.slice(0, 3) });
      expect(all?.map(({ seq, activity }) => `${seq} ${activity.text}`)).toEqual([
        '1 hej',
        '2 Jeg hørte: hej',
        '3 Er det rigtigt?',
        '4 farvel',
        '5 Jeg hørte: farvel',
        '6 Er det rigtigt?',
      ]);
      expect(await store.after('a', 4, 1)).toEqual(all?.slice(4, 5));
      expect(await store.after('a', 6, 10)).toEqual([]);
    });

    promise(
      'and gives each turn the session the one before it left, also when they come at once',
      async (store) => {
        await open(store, 'a');
        const texts = Array.from({ length: 40 }, (_, i) => `nummer ${i}`);
        await Promise.all(texts.map((text) => say(store, 'a', text)));
        expect((await store.session('a'))?.told).toEqual(texts);
      },
    );

    promise('with any text a citizen can send, unchanged', async (store) => {
      let count = 0;
      const text = fc.string({
        unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      });
      await fc.assert(
        fc.asyncProperty(text, async (sent) => {
          const id = `c${count++}`;
          await open(store, id);
          await say(store, id, sent, sent);
          expect((await store.session(id))?.told).toEqual([sent]);
          expect((await store.after(id, 0, 1))?.[0]?.activity.text).toBe(sent);
          expect((await say(store, id, sent, sent)).kind).toBe('repeated');
        }),
        { numRuns: 50 },
      );
    });
  });

  describe(`${name} takes a repeated post once`, () => {
    promise('and says where the first one stands', async (store) => {
      await open(store, 'a');
      await say(store, 'a', 'hej', 'k1');
      await say(store, 'a', 'farvel', 'k2');
      const again = await store.take({ conversationId: 'a', key: 'k2', at: now, expiresAt: inAMonth }, () => {
        throw new Error('decided again');
      });
      expect(again).toEqual({ kind: 'repeated', incomingSeq: 4 });
      expect(await store.after('a', 0, 10)).toHaveLength(6);
    });

    promise('also when both come at once', async (store) => {
      await open(store, 'a');
      const taken = await Promise.all([say(store, 'a', 'hej', 'k'), say(store, 'a', 'hej', 'k')]);
      expect(taken.map(({ kind }) => kind)).toEqual(['taken', 'repeated']);
      expect(await store.after('a', 0, 10)).toHaveLength(3);
    });

    promise(
      'but takes the same key in another conversation, another key, and no key at all',
      async (store) => {
        await open(store, 'a');
        await open(store, 'b');
        const keys = [
          'k',
          'K',
          'k ',
          'k\0',
          'k\0x',
          'k\ud800',
          'k\ud801',
          'k\ufffd',
          '',
          'x'.repeat(100_000),
          null,
          null,
        ];
        for (const key of keys) {
          expect((await say(store, 'a', 'hej', key)).kind).toBe('taken');
          expect((await say(store, 'b', 'hej', key)).kind).toBe('taken');
        }
      },
    );
  });

  describe(`${name} keeps a turn whole or not at all`, () => {
    promise('when deciding throws: that turn alone rejects, and its key is not spent', async (store) => {
      await open(store, 'a');
      const [before, failed, after] = await Promise.allSettled([
        say(store, 'a', 'først', 'k1'),
        store.take({ conversationId: 'a', key: 'k2', at: now, expiresAt: inAMonth }, () => {
          throw new Error('no decision');
        }),
        say(store, 'a', 'sidst', 'k3'),
      ]);
      expect([before.status, after.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no decision' } });
      expect((await store.session('a'))?.told).toEqual(['først', 'sidst']);
      expect((await say(store, 'a', 'igen', 'k2')).kind).toBe('taken');
    });

    promise(
      'when an activity turns out not to be JSON, although its need was recorded before it',
      async (store) => {
        await open(store, 'a');
        const circle: Record<string, unknown> = {};
        circle.itself = circle;
        const effects = [{ kind: 'record-unmet-need', need: unmetNeed() }] as const;
        const turn = { conversationId: 'a', key: null, at: now, expiresAt: inAMonth };
        const taken = store.take(turn, (session) => ({
          ...hearing('hej', effects)(session),
          outgoing: [{ type: 'message' }, { type: 'message', value: circle }],
        }));
        await expect(taken).rejects.toThrow(TypeError);
        expect((await store.session('a'))?.told).toEqual([]);
        expect(await store.after('a', 0, 10)).toEqual([]);
        expect(await store.unmetNeeds(null)).toEqual([]);
      },
    );
  });

  describe(`${name} forgets`, () => {
    promise(
      'a conversation in the turn that asks for it, and keeps the need without the person',
      async (store) => {
        await open(store, 'a');
        await open(store, 'b');
        await say(store, 'a', 'min hemmelighed', 'k');
        await say(store, 'b', 'hej');
        const need = unmetNeed();
        const turn = { conversationId: 'a', key: 'k2', at: now, expiresAt: inAMonth };
        const taken = await store.take(
          turn,
          hearing('slet', [{ kind: 'forget' }, { kind: 'record-unmet-need', need }]),
        );
        expect(taken.kind === 'forgotten' && taken.activities.map(({ text }) => text)).toEqual([
          'slet',
          'Jeg hørte: slet',
          'Er det rigtigt?',
        ]);
        expect(await store.exists('a')).toBe(false);
        expect(await store.after('a', 0, 10)).toBeNull();
        expect(await say(store, 'a', 'hej', 'k2')).toEqual({ kind: 'unknown-conversation' });
        expect(await store.unmetNeeds(null)).toEqual([need]);
        expect(await store.after('b', 0, 10)).toHaveLength(3);
      },
    );

    promise('so wholly that the id begins anew', async (store) => {
      await open(store, 'a');
      await say(store, 'a', 'hej', 'k');
      expect(await store.forget('a')).toBe(true);
      await open(store, 'a');
      expect(await store.after('a', 0, 10)).toEqual([]);
      expect(await say(store, 'a', 'hej', 'k')).toMatchObject({
        kind: 'taken',
        activities: [{ seq: 1 }, {}, {}],
      });
    });

    promise(
      'what expired before a moment, and nothing that lasts until it or was lengthened',
      async (store) => {
        await open(store, 'expired', now - 1);
        await open(store, 'lasting', now);
        await open(store, 'lengthened', now - 1);
        await store.take(
          { conversationId: 'lengthened', key: null, at: now - day, expiresAt: now + day },
          hearing('hej'),
        );
        expect(await store.sweep(now)).toBe(1);
        expect(await Promise.all(['expired', 'lasting', 'lengthened'].map(store.exists))).toEqual([
          false,
          true,
          true,
        ]);
        expect(await store.sweep(now)).toBe(0);
      },
    );

    promise('many at a time', async (store) => {
      await Promise.all(Array.from({ length: 230 }, (_, i) => open(store, `c${i}`, now + (i % 2 ? 1 : -1))));
      expect(await store.sweep(now)).toBe(115);
      expect(await store.sweep(inAMonth)).toBe(115);
    });
  });

  describe(`${name} keeps unmet needs`, () => {
    promise('by week, of one municipality or all, exactly as they were told', async (store) => {
      await open(store, 'a');
      const words = 'nat 🌙, "citat" \u0000\ud800 مرحبا';
      const needs = [
        unmetNeed({ week: '2026-W48', words, facts: { alder: 'over-65', hjaelp: ['nat', 'dag'], antal: 2 } }),
        unmetNeed({
          week: '2026-W46',
          situation: null,
          need: null,
          reason: 'not_understood',
          language: 'uk',
        }),
        unmetNeed({ week: '2026-W47', municipality: 'storby', words: '' }),
      ];
      const effects = needs.map((need) => ({ kind: 'record-unmet-need', need }) as const);
      await store.take(
        { conversationId: 'a', key: null, at: now, expiresAt: inAMonth },
        hearing('x', effects),
      );
      expect(await store.unmetNeeds(null)).toEqual([needs[1], needs[2], needs[0]]);
      expect(await store.unmetNeeds('lilleby')).toEqual([needs[1], needs[0]]);
      expect(await store.unmetNeeds('ingenby')).toEqual([]);
    });

    promise(
      'once when the post that told of one is repeated, and longer than the conversation',
      async (store) => {
        await open(store, 'a', now);
        const turn = { conversationId: 'a', key: 'k', at: now, expiresAt: now };
        const decide = hearing('x', [{ kind: 'record-unmet-need', need: unmetNeed() }]);
        await store.take(turn, decide);
        await store.take(turn, decide);
        await store.sweep(inAMonth);
        expect(await store.unmetNeeds(null)).toEqual([unmetNeed()]);
      },
    );
  });

  test(`${name} finishes what was asked before it closes, and refuses what comes later`, async () => {
    const store = await make();
    const opened = open(store, 'a');
    const taken = say(store, 'a', 'hej');
    await Promise.all([store.close(), store.close()]);
    await opened;
    expect((await taken).kind).toBe('taken');
    const late = [say(store, 'a', 'sent'), store.exists('a'), store.sweep(now), store.unmetNeeds(null)];
    for (const refused of late) await expect(refused).rejects.toMatchObject({ code: 'store-closed' });
  });
}
