import {
  type Answer,
  type Condition,
  doesNotArise,
  type Facts,
  factsRead,
  holds,
} from '../knowledge/condition.ts';
import { withGates } from '../knowledge/gates.ts';
import type { Graph } from '../knowledge/graph.ts';
import { answersTo } from '../knowledge/satisfy.ts';

/** How likely conditions are when every question still open is answered at random, each on its own. */
export interface Likelihoods {
  /** The answers taken as equally likely. */
  readonly answers: (question: string) => readonly Answer[];
  /** Whether an answer to a question can matter to a condition, by being read or by deciding what is asked. */
  readonly reads: (condition: Condition, question: string) => boolean;
  /** 0 to 1, exact. */
  readonly likelihood: (condition: Condition, facts: Facts) => number;
}

/** Works out likelihoods where `conditions` say which numbers are worth telling apart. */
export function likelihoods(graph: Graph, conditions: readonly Condition[]): Likelihoods {
  const { questions } = graph;
  const rules = [...conditions, ...[...questions.values()].flatMap(({ askIf }) => askIf ?? [])];
  const known = new Map<string, readonly Answer[]>();
  const answers = (id: string): readonly Answer[] => {
    let found = known.get(id);
    if (found === undefined) {
      const question = questions.get(id);
      found = question === undefined ? [] : answersTo(question, rules);
      known.set(id, found);
    }
    return found;
  };

  function likelihood(condition: Condition, facts: Facts): number {
    const verdict = holds(condition, facts);
    if (verdict !== 'unknown') return verdict === 'yes' ? 1 : 0;
    if ('not' in condition) return 1 - likelihood(condition.not, facts);
    if (!('all' in condition || 'any' in condition)) return leafLikelihood(condition, facts);
    const parts = 'all' in condition ? condition.all : condition.any;
    const shared = dependence(graph, condition).shared.find((id) => facts[id] === undefined);
    if (shared !== undefined) return over(shared, condition, facts);
    if ('all' in condition) return parts.reduce((product, part) => product * likelihood(part, facts), 1);
    return 1 - parts.reduce((product, part) => product * (1 - likelihood(part, facts)), 1);
  }

  /** Parts that read the same fact are not independent: the fact is settled first, one answer after another. */
  function over(id: string, condition: Condition, facts: Facts): number {
    const askIf = questions.get(id)?.askIf;
    const possible = holds(askIf, facts) === 'no' ? [doesNotArise] : answers(id);
    const sum = possible.reduce<number>(
      (total, answer) => total + likelihood(condition, { ...facts, [id]: answer }),
      0,
    );
    return possible.length === 0 ? 0.5 : sum / possible.length;
  }

  const shares = new Map<Condition, number>();
  function leafLikelihood(leaf: Extract<Condition, { fact: string }>, facts: Facts): number {
    let share = shares.get(leaf);
    if (share === undefined) {
      const possible = answers(leaf.fact);
      const holding = possible.filter((answer) => holds(leaf, { [leaf.fact]: answer }) === 'yes').length;
      share = possible.length === 0 ? 0.5 : holding / possible.length;
      shares.set(leaf, share);
    }
    const askIf = questions.get(leaf.fact)?.askIf;
    return askIf === undefined ? share : share * likelihood(askIf, facts);
  }

  return { answers, likelihood, reads: (condition, id) => dependence(graph, condition).touched.has(id) };
}

interface Dependence {
  /** Every question a condition depends on. */
  readonly touched: ReadonlySet<string>;
  /** Those that several of its parts depend on, gates before what they guard. */
  readonly shared: readonly string[];
}

const remembered = new WeakMap<Graph['questions'], WeakMap<Condition, Dependence>>();

/** What a condition depends on. Neither conditions nor questions ever change, so it is remembered. */
function dependence({ questions }: Graph, condition: Condition): Dependence {
  let known = remembered.get(questions);
  if (known === undefined) {
    known = new WeakMap();
    remembered.set(questions, known);
  }
  let found = known.get(condition);
  if (found === undefined) {
    const touched = withGates(factsRead(condition), questions);
    const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
    const each = parts.map((part) => withGates(factsRead(part), questions));
    const shared = touched.filter((id) => each.filter((ids) => ids.includes(id)).length > 1);
    found = { touched: new Set(touched), shared };
    known.set(condition, found);
  }
  return found;
}
