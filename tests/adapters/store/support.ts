import type { Decision, Store } from '../../../adapters/store/store.ts';
import type { Effect, UnmetNeed } from '../../../bot/effect.ts';
import { newSession, type Session } from '../../../bot/session.ts';

export const day = 24 * 60 * 60 * 1000;
export const now = Date.UTC(2026, 10, 20, 12);
export const inAMonth = now + 30 * day;

export function open(
  store: Store,
  id: string,
  expiresAt = inAMonth,
  session = newSession('lilleby'),
): Promise<void> {
  return store.open({ id, session, at: now, expiresAt });
}

/** A turn in which the citizen says `text`, the session remembers it, and the bot answers twice. */
export function hearing(text: string, effects: readonly Effect[] = []): (session: Session) => Decision {
  return (session) => ({
    session: { ...session, told: [...session.told, text] },
    incoming: { type: 'message', text },
    outgoing: [
      { type: 'message', text: `Jeg hørte: ${text}` },
      { type: 'message', text: 'Er det rigtigt?' },
    ],
    effects,
  });
}

export function say(store: Store, conversationId: string, text: string, key: string | null = null) {
  return store.take({ conversationId, key, at: now, expiresAt: inAMonth }, hearing(text));
}

export function unmetNeed(change: Partial<UnmetNeed> = {}): UnmetNeed {
  return {
    week: '2026-W47',
    municipality: 'lilleby',
    situation: 'sygedagpenge',
    need: 'aflastning',
    reason: 'no_service',
    language: 'da',
    words: null,
    facts: null,
    ...change,
  };
}
