import type { Features } from './features.ts';
import { besides } from './learn.ts';
import type { Linear } from './linear.ts';
import type { Scored } from './understanding.ts';
import type { Word } from './words.ts';

/** What a text is about: life situations with their likelihood, and how likely it is none of them. */
export interface Subject {
  readonly situations: readonly Scored[];
  readonly errand: number;
  readonly meta: number;
  /** How strongly it looks like no matter for a municipality, and how far ahead of everything else that is. */
  readonly out: { readonly score: number; readonly ahead: number };
  /** How much each word speaks for a situation. */
  readonly because: (situation: string | undefined) => Float64Array;
}

/** Sharpness of the likelihoods, set so that of what is said with 0.8 about four in five are right (see README). */
const sharpness = 7;
const leastShown = 0.001;
const mostShown = 5;

/** Makes a reader of situations from a linear model. */
export function situationReader(model: Linear): (words: readonly Word[], features: Features) => Subject {
  const others = new Set<string>(besides);
  return (words, features) => {
    const scores = model.scores(features);
    const likelihoods = softmax(scores, sharpness);
    const of = (name: string) => likelihoods[model.classes.indexOf(name)] ?? 0;
    const situations = model.classes
      .map((id, i) => ({ id, score: likelihoods[i] ?? 0 }))
      .filter(({ id, score }) => !others.has(id) && score >= leastShown)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostShown)
      .map(({ id, score }) => ({ id, score: Math.round(score * 1000) / 1000 }));
    return {
      situations,
      errand: of('errand'),
      meta: of('meta'),
      out: outOf(model.classes, scores),
      because: (situation) =>
        situation === undefined
          ? new Float64Array(words.length)
          : model.because(features, model.classes.indexOf(situation), words.length),
    };
  };
}

function outOf(classes: readonly string[], scores: Float64Array): Subject['out'] {
  const at = classes.indexOf('out');
  const score = scores[at] ?? 0;
  return { score, ahead: score - Math.max(...scores.filter((_, i) => i !== at)) };
}

/** Turns scores into likelihoods that add up to one. */
export function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(sharpness * (score - highest)));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / sum);
}
