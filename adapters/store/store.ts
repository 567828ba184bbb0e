import type { Activity } from 'botbuilder';
import type { Effect, UnmetNeed } from '../../bot/effect.ts';
import type { Session } from '../../bot/session.ts';

/** An activity as it is kept: JSON of the Bot Framework's activity, with its place in the conversation. */
export interface StoredActivity {
  /** 1, 2, 3 … within the conversation; the Direct Line watermark. */
  readonly seq: number;
  readonly activity: Partial<Activity>;
}

/** What a turn decided, from the session as the transaction read it. Must be pure: it may run again. */
export interface Decision {
  readonly session: Session;
  readonly incoming: Partial<Activity>;
  readonly outgoing: readonly Partial<Activity>[];
  readonly effects: readonly Effect[];
}

export type Taken =
  /** Committed: the activities as stored, the incoming one first. */
  | { readonly kind: 'taken'; readonly activities: readonly StoredActivity[] }
  /** The same post was committed before; nothing was done again. */
  | { readonly kind: 'repeated'; readonly incomingSeq: number }
  /** The conversation was deleted in this turn; the activities were never kept. */
  | { readonly kind: 'forgotten'; readonly activities: readonly Partial<Activity>[] }
  | { readonly kind: 'unknown-conversation' };

export interface NewConversation {
  readonly id: string;
  readonly session: Session;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Epoch milliseconds after which the conversation is swept away. */
  readonly expiresAt: number;
}

/**
 * Where conversations and unmet needs are kept. A promise that resolves means durably committed.
 * Every implementation passes `tests/adapters/store/contract.ts`.
 */
export interface Store {
  open(conversation: NewConversation): Promise<void>;
  exists(conversationId: string): Promise<boolean>;
  /**
   * One turn, one transaction: reads the session, lets `decide` decide, keeps the session, the activities and the
   * effects. `key` makes a repeated post harmless; null never repeats. Extends the life of the conversation to `expiresAt`.
   */
  take(
    turn: {
      readonly conversationId: string;
      readonly key: string | null;
      readonly at: number;
      readonly expiresAt: number;
    },
    decide: (session: Session) => Decision,
  ): Promise<Taken>;
  /** Activities after a watermark, oldest first, at most `limit`. Null when the conversation is unknown. */
  after(conversationId: string, seq: number, limit: number): Promise<readonly StoredActivity[] | null>;
  session(conversationId: string): Promise<Session | null>;
  forget(conversationId: string): Promise<boolean>;
  /** Deletes what expired before `at`; returns how many conversations went. */
  sweep(at: number): Promise<number>;
  unmetNeeds(municipality: string | null): Promise<readonly UnmetNeed[]>;
  close(): Promise<void>;
}
