import { z } from 'zod';

/** An id in the content: Danish kebab-case in ASCII, such as `sygedagpenge` (helplines may be digits, `112`). */
export const idShape = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id is lower-case ASCII words joined by hyphens, such as barn-saerlige-behov',
  );

const day = z.iso.date('a date is written YYYY-MM-DD');

/**
 * What makes a node believable: where it was seen, when it was last checked and how sure we are.
 * `verified` was seen in a source, `known` is general knowledge, `uncertain` is kept for editors and never shown.
 */
export const proofShape = {
  source: z.string().min(1),
  /** A year, a month or a day: as exact as the source lets us be. */
  checkedOn: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'checkedOn is YYYY, YYYY-MM or YYYY-MM-DD'),
  confidence: z.enum(['verified', 'known', 'uncertain']),
  /** First day on which this holds. */
  validFrom: day.optional(),
  /** Last day on which this holds. */
  validUntil: day.optional(),
  /** For editors; never shown. */
  note: z.string().optional(),
};
