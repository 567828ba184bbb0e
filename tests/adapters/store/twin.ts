import type { Store, StoredActivity, Taken } from '../../../adapters/store/store.ts';
import type { UnmetNeed } from '../../../bot/effect.ts';
import type { Session } from '../../../bot/session.ts';

interface Kept {
  session: Session;
  expiresAt: number;
  activities: StoredActivity[];
  keys: Map<string, number>;
}

/** The store in the plainest words: a map, one call after the other, nothing durable. */
export function twinStore(): Store {
  const conversations = new Map<string, Kept>();
  const needs: UnmetNeed[] = [];
  let isClosed = false;

  function whenOpen<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (isClosed) throw Object.assign(new Error('closed'), { code: 'store-closed' });
      resolve(work());
    });
  }
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

  return {
    open: ({ id, session, expiresAt }) =>
      whenOpen(() => {
        if (conversations.has(id)) throw Object.assign(new Error('exists'), { code: 'conversation-exists' });
        conversations.set(id, { session: copy(session), expiresAt, activities: [], keys: new Map() });
      }),
    exists: (id) => whenOpen(() => conversations.has(id)),
    take: ({ conversationId, key, expiresAt }, decide) =>
      whenOpen((): Taken => {
        const kept = conversations.get(conversationId);
        if (kept === undefined) return { kind: 'unknown-conversation' };
        const incomingSeq = key === null ? undefined : kept.keys.get(key);
        if (incomingSeq !== undefined) return { kind: 'repeated', incomingSeq };
        const { session, incoming, outgoing, effects } = decide(copy(kept.session));
        const said = [incoming, ...outgoing].map(copy);
        for (const effect of effects) if (effect.kind === 'record-unmet-need') needs.push(copy(effect.need));
        if (effects.some((effect) => effect.kind === 'forget')) {
          conversations.delete(conversationId);
          return { kind: 'forgotten', activities: said };
        }
        const first = kept.activities.length + 1;
        const activities = said.map((activity, index) => ({ seq: first + index, activity }));
        if (key !== null) kept.keys.set(key, first);
        kept.activities.push(...activities);
        kept.session = copy(session);
        kept.expiresAt = expiresAt;
        return { kind: 'taken', activities };
      }),
    after: (id, seq, limit) =>
      whenOpen(
        () =>
          conversations
            .get(id)
            ?.activities.filter((stored) => stored.seq > seq)
            .slice(0, limit) ?? null,
      ),
    session: (id) => whenOpen(() => conversations.get(id)?.session ?? null),
    forget: (id) => whenOpen(() => conversations.delete(id)),
    sweep: (at) =>
      whenOpen(() => {
        const expired = [...conversations].filter(([, kept]) => kept.expiresAt < at);
        for (const [id] of expired) conversations.delete(id);
        return expired.length;
      }),
    unmetNeeds: (municipality) =>
      whenOpen(() =>
        needs
          .filter((need) => municipality === null || need.municipality === municipality)
          .toSorted((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0)),
      ),
    async close() {
      isClosed = true;
    },
  };
}
