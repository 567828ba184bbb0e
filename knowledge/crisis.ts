import { z } from 'zod';
import { idShape, proofShape } from './fact.ts';

/** The kinds of danger the crisis gate tells apart. */
export const crisisKinds = [
  'selvmord',
  'vold',
  'barn-i-fare',
  'akut-syg',
  'akut-psykiatri',
  'overgreb',
  'forgiftning',
  'hjemloes-i-nat',
] as const;
export type CrisisKind = (typeof crisisKinds)[number];

/** The cards: one for each kind, and one for danger of which it is not clear what kind it is. */
export const crisisCards = [...crisisKinds, 'uvis'] as const;
export type CrisisCard = (typeof crisisCards)[number];

/** A crisis card: what is said first and whom to call. It never diagnoses and is exempt from sinking when stale. */
export const crisisShape = z.strictObject({
  id: z.enum(crisisCards),
  name: z.string().min(1),
  sayFirst: z.string().min(1),
  /** Organisations to call, the most urgent first; always several. */
  call: z.array(idShape).min(2),
  afterwards: z.array(z.string().min(1)).default([]),
  /** Who has read the words with a professional's eye; empty until somebody has. */
  reviewedBy: z.array(z.string().min(1)),
  ...proofShape,
});
export type Crisis = z.infer<typeof crisisShape>;
