import { z } from 'zod';
import { conditionShape } from './condition.ts';
import { idShape, proofShape } from './fact.ts';
import { horizonShape } from './situation.ts';

/** A step that the citizen's own world can take: family, friends, neighbours, colleagues ("Husk min verden skal med"). */
export const ownStepShape = z
  .strictObject({
    id: idShape,
    name: z.string().min(1),
    /** Why it can help. */
    what: z.string().min(1),
    how: z.string().min(1),
    meets: z.array(idShape).min(1),
    /** The only situations it is meant for, when it meets a shared need in words that fit these alone. */
    onlyIn: z.array(idShape).min(1).optional(),
    condition: conditionShape.optional(),
    relevantIf: z.string().min(1).optional(),
    when: horizonShape.optional(),
    ...proofShape,
  })
  .refine((step) => (step.condition === undefined) === (step.relevantIf === undefined), {
    path: ['relevantIf'],
    message: 'condition and relevantIf go together: the rule as data and the same rule in words',
  });
export type OwnStep = z.infer<typeof ownStepShape>;
