import { z } from 'zod';
import { conditionShape } from './condition.ts';
import { idShape, proofShape } from './fact.ts';

/** When a step belongs in a plan: in the next days, in the next weeks, or further on. */
export const horizonShape = z.enum(['now', 'soon', 'later']);
export type Horizon = z.infer<typeof horizonShape>;

/** A life situation, named as the citizen names it (CPSV-AP: life event). */
export const situationShape = z.strictObject({
  id: idShape,
  /** In the citizen's own words: "Jeg er syg og afhængig af sygedagpenge". */
  title: z.string().min(1),
  /** How the guide mirrors it back, after "Jeg hører, at": "du er sygemeldt og bekymret for pengene". */
  mirror: z.string().min(1),
  /** One or two sentences that meet the whole person before anything is asked. */
  meeting: z.string().min(1),
  /** What people say when this is what they mean. */
  phrases: z.array(z.string().min(1)).min(5),
  /** Who in the family is touched. */
  touches: z.array(z.string().min(1)).min(1),
  /**
   * What a person may lack here, how soon it usually matters, and for whom, when it is not for all in the situation. What
   * would hurt as a "maybe" is `sure`: it is met only for those who said that it is theirs.
   */
  needs: z
    .array(
      z
        .strictObject({
          need: idShape,
          when: horizonShape,
          onlyIf: conditionShape.optional(),
          sure: z.literal(true).optional(),
        })
        .refine(({ onlyIf, sure }) => sure === undefined || onlyIf !== undefined, {
          path: ['sure'],
          message: 'sure goes with onlyIf: write the rule that must hold for sure',
        }),
    )
    .min(1),
  /** Situations this one often leads to or comes with. */
  leadsTo: z.array(idShape).default([]),
  /** Crises that are close by, for editors and for the order of the numbers. */
  crises: z.array(idShape).default([]),
  ...proofShape,
});
export type Situation = z.infer<typeof situationShape>;
