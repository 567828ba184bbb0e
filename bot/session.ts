import { z } from 'zod';
import { crisisCards } from '../knowledge/crisis.ts';
import { languages, reasons } from './message.ts';

/** Words are kept short and few: enough to go on with, no more. */
const mostWordsKept = 500;
export const mostTellingsKept = 8;

const answer = z.union([z.string(), z.array(z.string()).readonly(), z.number(), z.null()]);

/**
 * What a conversation remembers: causes only. Where the citizen stands is replayed from them at every turn, so an
 * answer can be changed without losing the others, and a changed graph strands nobody.
 */
export const sessionShape = z.strictObject({
  version: z.literal(1),
  municipality: z.string(),
  language: z.enum(languages),
  /** What the citizen told, masked, the latest last. */
  told: z.array(z.string()).readonly(),
  /** Life situations the citizen stands in, the main one first. */
  situations: z.array(z.string()).readonly(),
  /** Situations the citizen said it is not. */
  declined: z.array(z.string()).readonly(),
  /** A situation heard beside those, offered and not yet answered with yes or no. */
  offered: z.string().nullable().default(null),
  /** Answers by question id; null is "ved ikke". */
  answers: z.record(z.string(), answer).readonly(),
  /** The question whose answer the citizen is changing. */
  changing: z.string().nullable(),
  /** How far the citizen wants to be asked: as few as possible, as much as helps, or not at all. */
  asking: z.enum(['few', 'all', 'none']),
  /** A gap being told, as far as it has come. */
  gap: z
    .strictObject({
      need: z.string().nullable(),
      words: z.string().nullable(),
      reason: z.enum(reasons).nullable(),
    })
    .nullable(),
  /** Needs already counted as unmet in this conversation: each counts once. */
  counted: z.array(z.string()).readonly(),
  /** The danger last heard, until the citizen is on the way in a situation: nobody is sent off after it. */
  danger: z.enum(crisisCards).nullable().default(null),
  /** How many times in a row nothing was understood. */
  lost: z.number().int().nonnegative(),
});
export type Session = z.infer<typeof sessionShape>;

/** Words as they are kept: not too many, and no letter cut in two. */
export function keptWords(words: string): string {
  return words.slice(0, mostWordsKept).toWellFormed();
}

/** The session of a conversation nothing has been said in. */
export function newSession(municipality: string, language: Session['language'] = 'da'): Session {
  return {
    version: 1,
    municipality,
    language,
    told: [],
    situations: [],
    declined: [],
    offered: null,
    answers: {},
    changing: null,
    asking: 'few',
    gap: null,
    counted: [],
    danger: null,
    lost: 0,
  };
}
