import { z } from 'zod';
import { conditionShape } from './condition.ts';
import { idShape, proofShape } from './fact.ts';

/** What happens when in a life situation: one line of the overview. */
export const milestoneShape = z.strictObject({
  id: idShape,
  situation: idShape,
  /** When, in words: "senest 8 dage efter, at brevet kom". */
  when: z.string().min(1),
  what: z.string().min(1),
  /** A duty of the citizen's, a right of theirs, or something to know. */
  kind: z.enum(['duty', 'right', 'info']),
  /** Who has to act. */
  who: z.enum(['citizen', 'municipality', 'employer', 'hospital', 'other']),
  /** Days from the date the citizen gives in answer to the question `from`. Left out, the line has no computed date. */
  from: idShape.optional(),
  days: z.number().int().optional(),
  /** The order among those without a date. */
  order: z.number().int(),
  law: z.string().min(1).optional(),
  condition: conditionShape.optional(),
  ...proofShape,
});
export type Milestone = z.infer<typeof milestoneShape>;
