import type { Features } from './features.ts';
import type { Linear } from './linear.ts';
import { type Subject, softmax } from './situations.ts';
import type { Scored } from './understanding.ts';

/** Set so that of the services named with 0.8 about four in five are right (see README). */
const sharpness = 12;
const leastShown = 0.02;
const mostShown = 5;

/** Makes a reader of everyday services: which service a plain errand asks for. */
export function serviceReader(model: Linear): (features: Features, subject: Subject) => readonly Scored[] {
  return (features, subject) => {
    const likelihoods = softmax(model.scores(features), sharpness);
    // A telling about a life is seldom an errand alone: the less it looks like one, the less sure a service is.
    const errand = Math.min(1, 0.5 + subject.errand);
    return model.classes
      .map((id, i) => ({ id, score: (likelihoods[i] ?? 0) * errand }))
      .filter(({ score }) => score >= leastShown)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostShown)
      .map(({ id, score }) => ({ id, score: Math.round(score * 1000) / 1000 }));
  };
}
