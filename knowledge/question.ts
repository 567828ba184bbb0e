import { z } from 'zod';
import { conditionShape } from './condition.ts';
import { idShape, proofShape } from './fact.ts';

/** A question to the citizen. Its id names the fact that conditions read. */
export const questionShape = z
  .strictObject({
    id: idShape,
    text: z.string().min(1),
    /** Answers "hvorfor spørger du?". */
    why: z.string().min(1),
    /** `choice` takes one option, `choices` several, `number` a whole number, `date` a day. */
    kind: z.enum(['choice', 'choices', 'number', 'date']),
    options: z
      .array(
        z.strictObject({
          value: idShape,
          label: z.string().min(1),
          /** Words that give this answer before it is asked for, as patterns of `bot/understand/pattern.ts`: "stress*". */
          heard: z.array(z.string().min(1)).default([]),
        }),
      )
      .default([]),
    /** The smallest and largest number that make sense. */
    least: z.number().int().optional(),
    most: z.number().int().optional(),
    /** Asked only while this may hold. */
    askIf: conditionShape.optional(),
    ...proofShape,
  })
  .refine(
    (question) =>
      question.options.length >= 2 === (question.kind === 'choice' || question.kind === 'choices'),
    {
      path: ['options'],
      message: 'choice and choices have two options or more; number and date have none',
    },
  )
  .refine(({ options }) => new Set(options.map(({ value }) => value)).size === options.length, {
    path: ['options'],
    message: 'two options have the same value',
  })
  .refine(({ least, most }) => least === undefined || most === undefined || least <= most, {
    path: ['most'],
    message: 'most is smaller than least, so that no number would do',
  });
export type Question = z.infer<typeof questionShape>;
