import type { Condition } from './condition.ts';
import { crisisCards } from './crisis.ts';
import { isItsOwnGate } from './gates.ts';
import type { Nodes } from './graph.ts';
import type { Kind } from './kinds.ts';
import type { Locate } from './overlay.ts';
import type { Problem } from './problem.ts';
import { satisfy } from './satisfy.ts';
import { unreached } from './unreached.ts';
import { untranslated } from './untranslated.ts';

type Path = readonly PropertyKey[];

/** Everything that is wrong between nodes, in one run: references, rules that can never hold, dead ends, holes. */
export function check(nodes: Nodes, locate: Locate): readonly Problem[] {
  const problems: Problem[] = [];
  const tell = (
    severity: Problem['severity'],
    code: string,
    kind: Kind,
    id: string,
    path: Path,
    message: string,
    hint: string,
  ) =>
    problems.push({
      severity,
      code,
      ...locate(kind, id, path),
      path: [kind, id, ...path].join('.'),
      message,
      hint,
    });
  // What is there but of a wrong shape is told of by itself, not once more by everything that names it.
  const isWritten = (kind: Kind, id: string) => nodes[kind].has(id) || locate(kind, id, []).file !== '';
  const isMisshapen = (kind: Kind, id: string) => !nodes[kind].has(id) && isWritten(kind, id);
  const refer = (kind: Kind, id: string, path: Path, to: Kind, target: string) => {
    if (isWritten(to, target)) return;
    tell(
      'error',
      'unknown-reference',
      kind,
      id,
      path,
      `there is no ${to} called ${target}`,
      near(target, nodes[to]),
    );
  };
  const rule = (kind: Kind, id: string, path: Path, condition: Condition | undefined) => {
    const before = problems.length;
    for (const leaf of leaves(condition, path)) {
      if (isMisshapen('questions', leaf.condition.fact)) return;
      checkLeaf(nodes, leaf.condition, (message, hint) =>
        tell('error', 'bad-condition', kind, id, leaf.path, message, hint),
      );
    }
    if (problems.length === before && satisfy(condition, nodes.questions) === null) {
      tell(
        'error',
        'never-holds',
        kind,
        id,
        path,
        'the condition can never hold',
        'look for two parts that exclude each other',
      );
    }
  };

  for (const [id, situation] of nodes.situations) {
    for (const [index, { need, onlyIf }] of situation.needs.entries()) {
      refer('situations', id, ['needs', index, 'need'], 'needs', need);
      rule('situations', id, ['needs', index, 'onlyIf'], onlyIf);
    }
    for (const [index, to] of situation.leadsTo.entries())
      refer('situations', id, ['leadsTo', index], 'situations', to);
    for (const [index, crisis] of situation.crises.entries())
      refer('situations', id, ['crises', index], 'crises', crisis);
  }
  for (const [id, service] of nodes.services)
    refer('services', id, ['provider'], 'organisations', service.provider);
  for (const kind of ['services', 'ownSteps'] as const) {
    for (const [id, offer] of nodes[kind]) {
      for (const [index, need] of offer.meets.entries()) refer(kind, id, ['meets', index], 'needs', need);
      for (const [index, situation] of (offer.onlyIn ?? []).entries())
        refer(kind, id, ['onlyIn', index], 'situations', situation);
      rule(kind, id, ['condition'], offer.condition);
    }
  }
  for (const [id, organisation] of nodes.organisations) {
    if (organisation.partOf !== undefined)
      refer('organisations', id, ['partOf'], 'organisations', organisation.partOf);
  }
  for (const id of nodes.ownSteps.keys()) {
    if (!nodes.services.has(id)) continue;
    const hint = 'give one of them another id';
    tell('error', 'duplicate-id', 'ownSteps', id, ['id'], 'a service has the same id', hint);
  }
  for (const [id, question] of nodes.questions) {
    if (isItsOwnGate(id, nodes.questions)) {
      const message = 'the question has to be answered before it can be asked';
      tell('error', 'ask-if-circle', 'questions', id, ['askIf'], message, 'take one askIf of the circle out');
    } else rule('questions', id, ['askIf'], question.askIf);
  }
  for (const [id, milestone] of nodes.milestones) {
    refer('milestones', id, ['situation'], 'situations', milestone.situation);
    rule('milestones', id, ['condition'], milestone.condition);
    if (milestone.from === undefined && milestone.days === undefined) continue;
    if (milestone.from === undefined || milestone.days === undefined) {
      tell(
        'error',
        'half-date',
        'milestones',
        id,
        ['from'],
        'from and days go together',
        'give both or neither',
      );
    } else if (
      nodes.questions.get(milestone.from)?.kind !== 'date' &&
      !isMisshapen('questions', milestone.from)
    ) {
      tell(
        'error',
        'unknown-reference',
        'milestones',
        id,
        ['from'],
        `there is no date question called ${milestone.from}`,
        'name a question of kind date',
      );
    }
  }
  for (const [id, crisis] of nodes.crises) {
    crisis.call.forEach((organisation, index) => {
      refer('crises', id, ['call', index], 'organisations', organisation);
      const called = nodes.organisations.get(organisation);
      if (called === undefined) return;
      const phones = called.phones.filter(({ confidence }) => confidence !== 'uncertain');
      if (called.confidence === 'uncertain' || phones.length === 0) {
        tell(
          'error',
          'no-phone',
          'crises',
          id,
          ['call', index],
          `${organisation} has no phone number that may be shown`,
          'give it a number with its source',
        );
      }
    });
  }
  for (const kind of crisisCards) {
    if (isWritten('crises', kind)) continue;
    problems.push({
      severity: 'error',
      code: 'no-crisis-card',
      file: 'national',
      line: 1,
      path: `crises.${kind}`,
      message: `nothing is said and nobody is called when the danger is ${kind}`,
      hint: 'add the card under crises, and hide none',
    });
  }
  return [...problems, ...unreached(nodes, locate), ...untranslated(nodes, locate)];
}

interface PlacedLeaf {
  readonly condition: Extract<Condition, { fact: string }>;
  readonly path: Path;
}

function leaves(condition: Condition | undefined, path: Path): readonly PlacedLeaf[] {
  if (condition === undefined) return [];
  if ('all' in condition)
    return condition.all.flatMap((part, index) => leaves(part, [...path, 'all', index]));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => leaves(part, [...path, 'any', index]));
  if ('not' in condition) return leaves(condition.not, [...path, 'not']);
  return [{ condition, path }];
}

function checkLeaf(
  nodes: Nodes,
  leaf: PlacedLeaf['condition'],
  tell: (message: string, hint: string) => void,
): void {
  const question = nodes.questions.get(leaf.fact);
  if (question === undefined) {
    tell(`no question gives the fact ${leaf.fact}`, near(leaf.fact, nodes.questions));
  } else if ('is' in leaf && question.options.length === 0) {
    tell(`${leaf.fact} is a ${question.kind} and has no options`, 'use atLeast, below or both with a number');
  } else if ('is' in leaf) {
    const options = question.options.map((option) => option.value);
    const wrong = [leaf.is].flat().filter((value) => !options.includes(value));
    if (wrong.length > 0)
      tell(`${leaf.fact} has no option ${wrong.join(', ')}`, `its options are: ${options.join(', ')}`);
  } else if (question.kind !== 'number') {
    tell(
      `${leaf.fact} is no number, so atLeast and below cannot be read`,
      'use is: with an option, or make it a number question',
    );
  }
}

/** A hint with the ids that look most like the unknown one. */
function near(id: string, known: ReadonlyMap<string, unknown>): string {
  const pairs = (word: string) => new Set([...word].slice(1).map((letter, index) => word[index] + letter));
  const wanted = pairs(id);
  const likeness = (other: string) =>
    [...pairs(other)].filter((pair) => wanted.has(pair)).length / (other.length + id.length);
  const best = [...known.keys()].sort((a, b) => likeness(b) - likeness(a)).slice(0, 3);
  return best.length === 0 ? 'add it' : `did you mean ${best.join(', ')}?`;
}
