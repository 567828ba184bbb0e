import { type Answer, doesNotArise, type Facts, factsRead, holds } from '../knowledge/condition.ts';
import type { Graph } from '../knowledge/graph.ts';
import type { Question } from '../knowledge/question.ts';
import { isDay } from './calendar.ts';
import type { Session } from './session.ts';

/**
 * The answers that apply now. An answer is kept for good but counts only while its question would still be asked and
 * the answer still is one of the question's, so that changing an early answer loses none of the later ones.
 */
export function applicableFacts(graph: Graph, answers: Session['answers']): Facts {
  const facts: Record<string, Answer> = {};
  const settled = new Set<string>();
  const settle = (id: string) => {
    const question = graph.questions.get(id);
    if (question === undefined || settled.has(id)) return;
    settled.add(id);
    for (const earlier of factsRead(question.askIf)) settle(earlier);
    const answer = answers[id];
    if (holds(question.askIf, facts) === 'no') facts[id] = doesNotArise;
    else if (answer !== undefined && answer !== null && isAnswer(question, answer)) facts[id] = answer;
  };
  for (const id of Object.keys(answers)) settle(id);
  for (const question of graph.questions.values()) if (question.askIf !== undefined) settle(question.id);
  return facts;
}

/** Days that a living person could mean; days counted from them stay days that can be written. */
const earliestDay = '1900-01-01';
const latestDay = '2199-12-31';

/** Whether a value can be the answer to a question, whatever it came from. */
export function isAnswer(question: Question, value: unknown): value is Answer {
  const isOption = (one: unknown) => question.options.some((option) => option.value === one);
  switch (question.kind) {
    case 'choice':
      return isOption(value);
    case 'choices':
      return Array.isArray(value) && new Set(value).size === value.length && value.every(isOption);
    case 'number':
      return (
        Number.isSafeInteger(value) &&
        (value as number) >= (question.least ?? Number.MIN_SAFE_INTEGER) &&
        (value as number) <= (question.most ?? Number.MAX_SAFE_INTEGER)
      );
    case 'date':
      return typeof value === 'string' && isDay(value) && value >= earliestDay && value <= latestDay;
  }
}
