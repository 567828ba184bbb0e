import type { CrisisCard, CrisisKind } from '../../knowledge/crisis.ts';

/** An id with how likely it is, 0 to 1, calibrated: of what is said with 0.8, about four in five are right. */
export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** What was understood of one text. The lists are best first. */
export interface Understanding {
  /** ISO 639-1. */
  readonly lang: string;
  readonly situations: readonly Scored[];
  readonly services: readonly Scored[];
  readonly crisis: CrisisKind | null;
  /** The card to show: the kind's own, or the one without a kind where danger was heard but hardly which. */
  readonly card: CrisisCard | null;
  readonly scope: 'in' | 'out';
}

/** Reads a text of any length and content; never throws, takes about a millisecond at most. */
export type Understand = (text: string) => Understanding;
