import { type Condition, type Facts, factsRead, holds } from '../knowledge/condition.ts';
import { withGates } from '../knowledge/gates.ts';
import type { Graph } from '../knowledge/graph.ts';
import type { Question } from '../knowledge/question.ts';
import type { Reached } from '../knowledge/walk.ts';
import { type Likelihoods, likelihoods } from './likelihood.ts';
import type { Session } from './session.ts';

/** In a first round no more than this many questions are asked, and only such as tell at least `worthAsking` bits. */
const mostQuestionsAtFirst = 4;
const worthAsking = 0.6;
/** Below this a question cannot change the plan in a way anyone would notice. */
const worthMentioning = 0.05;

/** What the citizen has answered, or said unasked, and how far they want to be asked. */
export interface Asking extends Pick<Session, 'answers' | 'asking'> {
  /** The questions that were really put. */
  readonly asked: readonly string[];
}

/**
 * The question whose answer is expected to settle most of what is still open among the offers reached: the largest
 * expected information gain, in bits summed over offers, with every answer taken as equally likely (Shannon 1948).
 * Null when no question can change the plan any more, or none is worth the citizen's trouble.
 */
export function nextQuestion(
  graph: Graph,
  reached: readonly Reached[],
  facts: Facts,
  session: Asking,
): Question | null {
  if (session.asking === 'none') return null;
  const conditions = reached.flatMap(({ condition }) =>
    condition !== undefined && holds(condition, facts) === 'unknown' ? condition : [],
  );
  if (conditions.length === 0) return null;
  if (session.asking === 'few' && askedFor(graph, reached, session.asked) >= mostQuestionsAtFirst)
    return null;

  const odds = likelihoods(graph, conditions);
  let best: Question | null = null;
  let bestGain = session.asking === 'few' ? worthAsking : worthMentioning;
  for (const id of withGates([...new Set(conditions.flatMap(factsRead))], graph.questions)) {
    const question = graph.questions.get(id);
    if (question === undefined || !mayBeAsked(question, facts, session.answers)) continue;
    const gain = expectedGain(odds, question, conditions, facts);
    if (gain <= bestGain) continue;
    best = question;
    bestGain = gain;
  }
  return best;
}

/** What an answer to a question is expected to settle about conditions, in bits. */
export function expectedGain(
  { answers, reads, likelihood }: Likelihoods,
  { id }: Question,
  conditions: readonly Condition[],
  facts: Facts,
): number {
  const affected = conditions.filter((condition) => reads(condition, id));
  const outcomes = answers(id).map((answer) => {
    const then = { ...facts, [id]: answer };
    return affected.map((condition) => likelihood(condition, then));
  });
  return affected.reduce((gain, _, index) => {
    const chances = outcomes.map((one) => one[index] ?? 0);
    return gain + entropy(mean(chances)) - mean(chances.map(entropy));
  }, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Not twice, not where it does not arise, and not before the questions that decide whether it does. */
function mayBeAsked({ id, kind, askIf }: Question, facts: Facts, answers: Session['answers']): boolean {
  // An answer that the question no longer offers is none: facts has it no more, and the question is put again.
  if (kind === 'date' || facts[id] !== undefined || answers[id] === null) return false;
  const arises = holds(askIf, facts);
  if (arises !== 'unknown') return arises === 'yes';
  return factsRead(askIf).every((gate) => facts[gate] !== undefined || answers[gate] === null);
}

/** How many of the questions that matter to these offers the citizen has been asked already, answered or not. */
function askedFor(graph: Graph, reached: readonly Reached[], asked: readonly string[]): number {
  const read = new Set(reached.flatMap(({ condition }) => factsRead(condition)));
  const ids = new Set(withGates([...read], graph.questions));
  return asked.filter((id) => ids.has(id)).length;
}

function entropy(probability: number): number {
  if (probability <= 0 || probability >= 1) return 0;
  return -probability * Math.log2(probability) - (1 - probability) * Math.log2(1 - probability);
}
