import { z } from 'zod';
import { idShape, proofShape } from './fact.ts';

/** Themes cross life situations: the same lack may show up in sickness, in grief and at the care home. */
export const themeShape = z.enum([
  'overblik',
  'rettigheder',
  'penge',
  'hverdag',
  'sundhed',
  'samtale',
  'faellesskab',
  'familie',
  'bolig',
  'arbejde-uddannelse',
  'medbestemmelse',
  'tryghed',
  'transport',
]);

/** What a person lacks, in plain words. */
export const needShape = z.strictObject({
  id: idShape,
  /** As the end of "Jeg har brug for …": "nogen at tale med om det, der er svært". */
  title: z.string().min(1),
  theme: themeShape,
  ...proofShape,
});
export type Need = z.infer<typeof needShape>;
