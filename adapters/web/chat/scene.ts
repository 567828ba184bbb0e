import type { Action, Language } from '../../../bot/message.ts';
import type { Words } from './words.ts';

/** What every reply is rendered with. */
export interface Scene {
  readonly words: Words;
  readonly language: Language;
  /** Whether this is the answer to what was said last: older questions have been answered and show no buttons. */
  readonly isCurrent: boolean;
  /** Says something for the citizen: a button's label with its action, or a text alone. */
  readonly choose: (label: string, action?: Action) => void;
}
