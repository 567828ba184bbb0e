import type { Effect } from './effect.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';

/** What an action or some words lead to. */
export interface Outcome {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}

/** What one turn leads to. */
export interface Turn extends Outcome {
  /** The words of the message as they may be kept: masked. Null when the message had none. */
  readonly heard: string | null;
}
