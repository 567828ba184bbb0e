import type { CrisisKind } from '../../../knowledge/crisis.ts';

/** Patterns (see pattern.ts) that name one kind of danger, with sentences that must and must not open the gate. */
export interface CrisisRule {
  readonly kind: CrisisKind;
  /** Holds even when the text says that it is over. */
  readonly always?: true;
  readonly patterns: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** One language's part of the gate. */
export interface CrisisLanguage {
  readonly rules: readonly CrisisRule[];
  /** Turns of phrase in which a dangerous word is no danger: what they cover is not read by the rules. */
  readonly harmless: readonly string[];
  /** Words that say it is past, done for others, or made up: rules that are not `always` then keep quiet. */
  readonly over: readonly string[];
  /** Single words that say it goes on all the same, close to the danger: "still", "again", "it began". */
  readonly goesOn: readonly string[];
}
