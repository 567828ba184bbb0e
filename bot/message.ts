import { z } from 'zod';

/** Languages a citizen can choose; `da-let` is easy Danish. */
export const languages = ['da', 'da-let', 'en', 'de', 'pl', 'uk', 'ar', 'tr'] as const;
export type Language = (typeof languages)[number];

/** Why a need went unmet. */
export const reasons = [
  'no_service',
  'not_eligible',
  'no_capacity',
  'closed',
  'language',
  'not_understood',
  'other',
] as const;
export type Reason = (typeof reasons)[number];

const id = z.string().min(1).max(100);
const answer = z.union([z.string().max(200), z.array(z.string().max(100)).max(30).readonly(), z.number()]);

/** What a button stands for. A channel sends it back as it got it; anything else is told to be unknown. */
export const actionShape = z.discriminatedUnion('kind', [
  /** Choose a life situation; `add` keeps the one already chosen beside it. */
  z.strictObject({ kind: z.literal('situation'), situation: id, add: z.boolean().optional() }),
  /** None of the situations offered. */
  z.strictObject({ kind: z.literal('none') }),
  /** Answer a question; null is "ved ikke" or "spring over". */
  z.strictObject({ kind: z.literal('answer'), question: id, value: z.union([answer, z.null()]) }),
  z.strictObject({ kind: z.literal('why') }),
  /** Ask a question again so that its answer can be changed. */
  z.strictObject({ kind: z.literal('change'), question: id }),
  /** Go on where one was. */
  z.strictObject({ kind: z.literal('continue') }),
  /** Show the plan now, without further questions. */
  z.strictObject({ kind: z.literal('plan') }),
  /** Show every step, not only the first ones. */
  z.strictObject({ kind: z.literal('more') }),
  /** Ask the questions that could still make the plan more precise. */
  z.strictObject({ kind: z.literal('refine') }),
  /** Everything about one step. */
  z.strictObject({ kind: z.literal('step'), step: id }),
  /** What happens when, as a line of milestones. */
  z.strictObject({ kind: z.literal('overview') }),
  /** The answers so far, each changeable. */
  z.strictObject({ kind: z.literal('answers') }),
  z.strictObject({ kind: z.literal('person') }),
  /** Something is missing; `need` once it is named. */
  z.strictObject({ kind: z.literal('missing'), need: id.optional() }),
  z.strictObject({ kind: z.literal('reason'), reason: z.enum(reasons) }),
  z.strictObject({ kind: z.literal('consent'), words: z.boolean() }),
  z.strictObject({ kind: z.literal('language'), language: z.enum(languages) }),
  /** Ask about something else, keeping the answers. */
  z.strictObject({ kind: z.literal('else') }),
  z.strictObject({ kind: z.literal('restart') }),
  /** Delete the conversation at once. */
  z.strictObject({ kind: z.literal('forget') }),
]);
export type Action = z.infer<typeof actionShape>;

/** What comes in, channel-neutral. `at` is epoch milliseconds: a turn has no clock of its own. */
export type Message = { readonly at: number } & (
  | { readonly kind: 'hello' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly action: Action }
);
