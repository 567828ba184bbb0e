import { z } from 'zod';
import { idShape, proofShape } from './fact.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM in quotes');
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** A phone, an address or opening hours carries its own proof: they age faster than the organisation. */
const ownProof = {
  source: proofShape.source,
  checkedOn: proofShape.checkedOn,
  confidence: proofShape.confidence,
};

export const phoneShape = z.strictObject({
  number: z.string().regex(/^\+?[0-9 ]{3,16}$/, 'a phone number is digits and spaces'),
  ...ownProof,
});

export const scheduleShape = z
  .strictObject({
    alwaysOpen: z.literal(true).optional(),
    weekly: z
      .array(z.strictObject({ days: z.array(weekday).min(1), opens: time, closes: time }))
      .min(1)
      .optional(),
    /** Hours that do not fit a week's table, in words. */
    words: z.string().min(1).optional(),
    ...ownProof,
  })
  .refine(
    (schedule) =>
      schedule.alwaysOpen !== undefined || schedule.weekly !== undefined || schedule.words !== undefined,
    {
      message: 'a schedule has alwaysOpen, weekly or words; leave it out when the hours are not known',
    },
  );

/** A municipality, one of its units, an authority, a partner or a helpline (HSDS: organization). */
export const organisationShape = z.strictObject({
  id: idShape,
  name: z.string().min(1),
  kind: z.enum(['municipality', 'unit', 'authority', 'partner', 'helpline']),
  /** The organisation this one is part of. */
  partOf: idShape.optional(),
  what: z.string().min(1),
  forWhom: z.string().min(1).optional(),
  phones: z.array(phoneShape).default([]),
  /** Left out when not known: then it is said to be unknown. */
  schedule: scheduleShape.optional(),
  address: z.strictObject({ text: z.string().min(1), ...ownProof }).optional(),
  website: z.strictObject({ url: z.url({ protocol: /^https$/ }), ...ownProof }).optional(),
  free: z.boolean().optional(),
  anonymous: z.boolean().optional(),
  ...proofShape,
});
export type Organisation = z.infer<typeof organisationShape>;

export type Schedule = z.infer<typeof scheduleShape>;
