import type { Language, Reason } from '../../bot/message.ts';

/** `id` is the channel's random id; `seq` is the number of activities so far; times are epoch milliseconds. */
export interface ConversationRow {
  readonly id: string;
  readonly municipality: string;
  /** JSON of a `Session` of any version. */
  readonly session: string;
  readonly seq: number;
  readonly created_at: number;
  readonly expires_at: number;
}

export interface ActivityRow {
  readonly conversation_id: string;
  readonly seq: number;
  /** Digest of the idempotency key of the post that brought it; null for what the bot said. */
  readonly key: string | null;
  /** JSON of the activity. */
  readonly activity: string;
}

/** Nothing here may point to a conversation, a moment or an order of arrival. */
export interface UnmetNeedRow {
  readonly id: string;
  readonly week: string;
  readonly municipality: string;
  readonly situation: string | null;
  readonly need: string | null;
  readonly reason: Reason;
  readonly language: Language;
  /** JSON of the masked words, or null. */
  readonly words: string | null;
  /** JSON of the coarse answers, or null. */
  readonly facts: string | null;
}

/** The tables as kysely sees them. */
export interface Tables {
  readonly conversations: ConversationRow;
  readonly activities: ActivityRow;
  readonly unmet_needs: UnmetNeedRow;
}
