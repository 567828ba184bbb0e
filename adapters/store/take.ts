import type { Kysely } from 'kysely';
import type { Conversations } from './conversations.ts';
import type { Tables } from './schema.ts';
import type { Store, StoredActivity, Taken } from './store.ts';
import type { UnmetNeeds } from './unmet-needs.ts';

/** One turn inside the transaction `on`; whatever throws leaves it to the caller to roll back. */
export async function take(
  on: Kysely<Tables>,
  conversations: Conversations,
  unmetNeeds: UnmetNeeds,
  turn: Parameters<Store['take']>[0],
  decide: Parameters<Store['take']>[1],
): Promise<Taken> {
  const { conversationId, key, expiresAt } = turn;
  const found = await conversations.find(on, conversationId, key);
  if (found === null) return { kind: 'unknown-conversation' };
  if ('repeated' in found) return { kind: 'repeated', incomingSeq: found.repeated };

  const { session, incoming, outgoing, effects } = decide(found.session);
  let isForgotten = false;
  for (const effect of effects) {
    switch (effect.kind) {
      case 'record-unmet-need':
        await unmetNeeds.add(on, effect.need);
        break;
      case 'forget':
        isForgotten = true;
        break;
      default:
        effect satisfies never;
    }
  }
  const said = [incoming, ...outgoing];
  if (isForgotten) {
    await conversations.remove(on, conversationId);
    return { kind: 'forgotten', activities: said };
  }
  const activities = said.map(
    (activity, index): StoredActivity => ({ seq: found.seq + 1 + index, activity }),
  );
  const seq = found.seq + said.length;
  await conversations.keep(on, { conversationId, key, expiresAt, session, activities, seq });
  return { kind: 'taken', activities };
}
