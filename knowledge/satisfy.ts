import { type Answer, type Condition, doesNotArise, type Facts, factsRead, holds } from './condition.ts';
import { withGates } from './gates.ts';
import type { Question } from './question.ts';

/** The answers worth telling apart: every option, or a number on each side of every bound that conditions name. */
export function answersTo(
  question: Question,
  conditions: readonly (Condition | undefined)[],
): readonly Answer[] {
  if (question.kind === 'choice') return question.options.map((option) => option.value);
  if (question.kind === 'choices') {
    const values = question.options.map((option) => option.value);
    return [...values.map((value) => [value]), values];
  }
  if (question.kind === 'date') return [];
  const bounds = conditions.flatMap((condition) => boundsOn(question.id, condition));
  const least = question.least ?? Math.min(0, ...bounds.map((bound) => bound - 1));
  const values = [least, ...bounds, ...bounds.map((bound) => bound - 1), question.most ?? least];
  const sensible = values.filter(
    (value) => value >= least && value <= (question.most ?? Number.POSITIVE_INFINITY),
  );
  return [...new Set(sensible)].sort((a, b) => a - b);
}

/**
 * Answers that a citizen could give under which a condition holds, or null when there are none: then the node could
 * never be suggested. A question counts as unanswerable where its own `askIf` rules it out.
 */
export function satisfy(
  condition: Condition | undefined,
  questions: ReadonlyMap<string, Question>,
): Facts | null {
  const ids = withGates(factsRead(condition), questions);
  const search = (index: number, facts: Facts): Facts | null => {
    const verdict = holds(condition, facts);
    if (verdict === 'yes') return facts;
    const question = questions.get(ids[index] ?? '');
    if (verdict === 'no' || question === undefined) return null;
    if (holds(question.askIf, facts) === 'no')
      return search(index + 1, { ...facts, [question.id]: doesNotArise });
    const told = [condition, ...ids.map((id) => questions.get(id)?.askIf)];
    for (const answer of question.kind === 'choices'
      ? subsets(namedOptions(question, told))
      : answersTo(question, told)) {
      const found = search(index + 1, { ...facts, [question.id]: answer });
      if (found !== null) return found;
    }
    return search(index + 1, facts);
  };
  const found = search(0, {});
  if (found === null) return null;
  return Object.fromEntries(Object.entries(found).filter(([, answer]) => answer !== doesNotArise));
}

/** The options that conditions name; all others are alike. */
function namedOptions(question: Question, conditions: readonly (Condition | undefined)[]): readonly string[] {
  const named = new Set(conditions.flatMap((condition) => valuesOf(question.id, condition)));
  return question.options.map(({ value }) => value).filter((value) => named.has(value));
}

/** Every choice among some options, the empty one too. No rule names so many that this grows large. */
function subsets(values: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((chosen) => [first, ...chosen])];
}

type Leaf = Extract<Condition, { fact: string }>;

function leavesOn(fact: string, condition: Condition | undefined): readonly Leaf[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap((part) => leavesOn(fact, part));
  if ('any' in condition) return condition.any.flatMap((part) => leavesOn(fact, part));
  if ('not' in condition) return leavesOn(fact, condition.not);
  return condition.fact === fact ? [condition] : [];
}

function valuesOf(fact: string, condition: Condition | undefined): readonly string[] {
  return leavesOn(fact, condition).flatMap((leaf) => ('is' in leaf ? leaf.is : []));
}

function boundsOn(fact: string, condition: Condition | undefined): readonly number[] {
  return leavesOn(fact, condition)
    .flatMap((leaf) => ('is' in leaf ? [] : [leaf.atLeast, leaf.below]))
    .filter((bound) => bound !== undefined);
}
