import { z } from 'zod';
import { conditionShape } from './condition.ts';
import { idShape, proofShape } from './fact.ts';
import { horizonShape } from './situation.ts';

/** What the municipality or a partner offers (CPSV-AP: public service, HSDS: service). */
export const serviceShape = z
  .strictObject({
    id: idShape,
    name: z.string().min(1),
    /** What it is, in one to three plain sentences. */
    what: z.string().min(1),
    /** The organisation that gives it. */
    provider: idShape,
    /** The needs it can meet. */
    meets: z.array(idShape).min(1),
    /** The only situations it is meant for, when it meets a shared need in words that fit these alone. */
    onlyIn: z.array(idShape).min(1).optional(),
    /** When it can be relevant, as data. Left out, it is for everybody in the situation. */
    condition: conditionShape.optional(),
    /** The condition in words, after "kan være relevant, hvis": "du er over folkepensionsalderen". Needed with a condition. */
    relevantIf: z.string().min(1).optional(),
    /** The first step to take, as an invitation to act: "Ring til visitationen og fortæl …". */
    how: z.string().min(1),
    /** A deadline in words, when the law or the provider sets one: "senest 4 uger efter afgørelsen". */
    byWhen: z.string().min(1).optional(),
    /** Overrides the horizon that the need has in the situation. */
    when: horizonShape.optional(),
    legalBasis: z
      .strictObject({
        act: z.string().min(1),
        section: z.string().min(1).optional(),
        confidence: proofShape.confidence,
      })
      .optional(),
    /** KLE main group, two digits. */
    kle: z
      .string()
      .regex(/^\d{2}$/, 'a KLE main group is two digits in quotes')
      .optional(),
    cost: z.string().min(1).optional(),
    bring: z.array(z.string().min(1)).default([]),
    /** Where one can do it oneself, as https URL. */
    selfService: z.url({ protocol: /^https$/ }).optional(),
    takes: z.string().min(1).optional(),
    forWhom: z.string().min(1).optional(),
    /** What people call it. */
    phrases: z.array(z.string().min(1)).default([]),
    ...proofShape,
  })
  .refine((service) => (service.condition === undefined) === (service.relevantIf === undefined), {
    path: ['relevantIf'],
    message: 'condition and relevantIf go together: the rule as data and the same rule in words',
  });
export type Service = z.infer<typeof serviceShape>;
