import type { Answer } from '../knowledge/condition.ts';
import type { Language, Reason } from './message.ts';

/** A need nobody could meet, without the person: an ISO week, never a moment; words and facts only by consent. */
export interface UnmetNeed {
  /** ISO week, such as `2026-W47`. */
  readonly week: string;
  readonly municipality: string;
  readonly situation: string | null;
  readonly need: string | null;
  readonly reason: Reason;
  readonly language: Language;
  /** Masked words, when the citizen agreed. */
  readonly words: string | null;
  /** Coarse answers that conditions read, when the citizen agreed. */
  readonly facts: Readonly<Record<string, Answer>> | null;
}

/** What a turn wants done, as data. It is carried out in the turn's own transaction. */
export type Effect =
  | { readonly kind: 'record-unmet-need'; readonly need: UnmetNeed }
  /** Delete the conversation and everything said in it, at once. */
  | { readonly kind: 'forget' };
