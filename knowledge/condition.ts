import { z } from 'zod';

/** What a citizen answered: an option, several options, a number, or a date as YYYY-MM-DD. */
export type Answer = string | readonly string[] | number;
/** Answers by question id. A question without an entry is not known yet. */
export type Facts = Readonly<Record<string, Answer>>;
/** Stands for the answer to a question that does not arise: no leaf that reads it holds. */
export const doesNotArise = '';
/** Three values: holds, does not hold, not known yet. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** A rule as data: the leaves read one fact each, `all`, `any` and `not` combine them. */
export type Condition =
  | { readonly fact: string; readonly is: string | readonly string[] }
  | { readonly fact: string; readonly atLeast?: number | undefined; readonly below?: number | undefined }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ fact: z.string(), is: z.union([z.string(), z.array(z.string()).min(1)]) }),
      z
        .strictObject({ fact: z.string(), atLeast: z.number().optional(), below: z.number().optional() })
        .refine(
          (leaf) => leaf.atLeast !== undefined || leaf.below !== undefined,
          'give atLeast, below or both',
        ),
      z.strictObject({ all: z.array(conditionShape).min(1) }),
      z.strictObject({ any: z.array(conditionShape).min(1) }),
      z.strictObject({ not: conditionShape }),
    ],
    'a condition is { fact, is }, { fact, atLeast, below }, { all: […] }, { any: […] } or { not: … }',
  ),
);

/** Reads a condition against what is known. No condition means it holds for everybody. */
export function holds(condition: Condition | undefined, facts: Facts): Verdict {
  if (condition === undefined) return 'yes';
  if ('all' in condition) return strongest(condition.all, facts, 'no', 'yes');
  if ('any' in condition) return strongest(condition.any, facts, 'yes', 'no');
  if ('not' in condition) return negate(holds(condition.not, facts));
  const answer = facts[condition.fact];
  if (answer === undefined) return 'unknown';
  return leafHolds(condition, answer) ? 'yes' : 'no';
}

const readBy = new WeakMap<Condition, readonly string[]>();

/** Every question a condition reads, in the order they appear. Conditions never change, so the list is remembered. */
export function factsRead(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  let facts = readBy.get(condition);
  if (facts === undefined) {
    facts = freshFactsRead(condition);
    readBy.set(condition, facts);
  }
  return facts;
}

function freshFactsRead(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsRead);
  if ('any' in condition) return condition.any.flatMap(factsRead);
  if ('not' in condition) return factsRead(condition.not);
  return [condition.fact];
}

/** The facts that decide a `yes`: the rule that matched, for the proof beside a suggestion. */
export function matched(condition: Condition | undefined, facts: Facts): readonly string[] {
  return [...new Set(deciding(condition, facts, 'yes'))];
}

function deciding(condition: Condition | undefined, facts: Facts, verdict: 'yes' | 'no'): readonly string[] {
  if (condition === undefined || holds(condition, facts) !== verdict) return [];
  if ('all' in condition) return condition.all.flatMap((part) => deciding(part, facts, verdict));
  if ('any' in condition) return condition.any.flatMap((part) => deciding(part, facts, verdict));
  if ('not' in condition) return deciding(condition.not, facts, verdict === 'yes' ? 'no' : 'yes');
  return [condition.fact];
}

function strongest(
  parts: readonly Condition[],
  facts: Facts,
  decisive: Verdict,
  otherwise: Verdict,
): Verdict {
  let verdict = otherwise;
  for (const part of parts) {
    const one = holds(part, facts);
    if (one === decisive) return decisive;
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

function negate(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'yes' ? 'no' : 'yes';
}

type Leaf = Extract<Condition, { fact: string }>;

function leafHolds(leaf: Leaf, answer: Answer): boolean {
  if ('is' in leaf) {
    const wanted = typeof leaf.is === 'string' ? [leaf.is] : leaf.is;
    const given = Array.isArray(answer) ? answer : [answer];
    return given.some((value) => wanted.includes(String(value)));
  }
  if (typeof answer !== 'number') return false;
  return (
    answer >= (leaf.atLeast ?? Number.NEGATIVE_INFINITY) && answer < (leaf.below ?? Number.POSITIVE_INFINITY)
  );
}
