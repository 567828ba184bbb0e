import { type Answer, doesNotArise, type Facts } from '../../knowledge/condition.ts';
import { weekOf } from '../calendar.ts';
import type { UnmetNeed } from '../effect.ts';
import type { Reason } from '../message.ts';
import type { Session } from '../session.ts';

/** What is known of a gap when it is counted. */
export interface Gap {
  readonly situation: string | null;
  readonly need: string | null;
  readonly reason: Reason;
  /** Masked words, kept only with consent. */
  readonly words: string | null;
  readonly facts: Facts;
  /** Whether the citizen agreed to keep words and answers. */
  readonly agreed: boolean;
}

/** The record of a need nobody met: a bare count, or with the words and the coarse answers the citizen agreed to. */
export function unmetNeed(session: Session, day: string, gap: Gap): UnmetNeed {
  const told = coarseFacts(gap.facts);
  return {
    week: weekOf(day),
    municipality: session.municipality,
    situation: gap.situation,
    need: gap.need,
    reason: gap.reason,
    language: session.language,
    words: gap.agreed ? gap.words : null,
    facts: gap.agreed && told.length > 0 ? Object.fromEntries(told) : null,
  };
}

/** The answers that may be kept by consent: those that were given, and none so exact that it could point at a person. */
export function coarseFacts(facts: Facts): readonly (readonly [string, Answer])[] {
  return Object.entries(facts).filter(([, answer]) => answer !== doesNotArise && !isExact(answer));
}

/** Within a conversation a need counts once, however often it is said. */
export function countingKey(gap: Pick<Gap, 'need' | 'reason' | 'words'>): string {
  if (gap.need !== null) return gap.need;
  return gap.reason === 'not_understood' ? gap.reason : 'something-else';
}

/** A date could point at a person; only options and numbers of weeks and the like are coarse. */
function isExact(answer: Facts[string] | undefined): boolean {
  return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer);
}
