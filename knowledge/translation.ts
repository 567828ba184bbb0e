import { z } from 'zod';
import { crisisCards } from './crisis.ts';
import { idShape, proofShape } from './fact.ts';

/** Languages the content can be told in besides Danish. */
export const contentLanguages = ['en', 'de', 'pl', 'uk', 'ar', 'tr'] as const;

const text = z.string().min(1);

/** What a citizen reads of some nodes in another language. What is not here is shown in Danish. */
export const translationShape = z.strictObject({
  id: idShape,
  language: z.enum(contentLanguages),
  situations: z.record(idShape, z.strictObject({ title: text, mirror: text, meeting: text })).default({}),
  needs: z.record(idShape, text).default({}),
  questions: z
    .record(idShape, z.strictObject({ text, why: text, options: z.record(idShape, text).default({}) }))
    .default({}),
  crises: z
    .partialRecord(
      z.enum(crisisCards),
      z.strictObject({ name: text, sayFirst: text, afterwards: z.array(text).default([]) }),
    )
    .default({}),
  /** Native readers who have read it; empty until somebody has. */
  reviewedBy: z.array(text),
  ...proofShape,
});
export type Translation = z.infer<typeof translationShape>;
