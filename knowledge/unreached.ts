import { type Condition, factsRead } from './condition.ts';
import type { Nodes } from './graph.ts';
import { type Kind, kinds } from './kinds.ts';
import type { Locate } from './overlay.ts';
import type { Problem } from './problem.ts';
import { satisfy } from './satisfy.ts';

/** Nodes no citizen could ever come to, and needs that nobody meets: holes in the map, which are allowed but told. */
export function unreached(nodes: Nodes, locate: Locate): readonly Problem[] {
  const offers = [...nodes.services.values(), ...nodes.ownSteps.values()];
  const lacks = [...nodes.situations.values()].flatMap(({ id, needs }) =>
    needs.map(({ need, onlyIf }) => ({ situation: id, need, onlyIf })),
  );
  const meets = ({ meets: needs, onlyIn }: (typeof offers)[number], lack: (typeof lacks)[number]) =>
    needs.includes(lack.need) && onlyIn?.includes(lack.situation) !== false;
  const canMeet = (offer: (typeof offers)[number], lack: (typeof lacks)[number]) =>
    meets(offer, lack) && satisfy(both(offer.condition, lack.onlyIf), nodes.questions) !== null;
  const read = new Set([
    ...offers.flatMap((offer) => factsRead(offer.condition)),
    ...[...nodes.situations.values()].flatMap(({ needs }) =>
      needs.flatMap(({ onlyIf }) => factsRead(onlyIf)),
    ),
    ...[...nodes.questions.values()].flatMap((question) => factsRead(question.askIf)),
    ...[...nodes.milestones.values()].flatMap(({ condition, from = '' }) => [...factsRead(condition), from]),
  ]);
  const at = (kind: Kind, id: string, path: string) => ({
    ...locate(kind, id, [path]),
    path: `${kind}.${id}.${path}`,
  });

  const problems: Problem[] = [];
  for (const kind of ['services', 'ownSteps'] as const) {
    for (const [id, offer] of nodes[kind]) {
      if (lacks.some((lack) => canMeet(offer, lack))) continue;
      const isMet = lacks.some((lack) => meets(offer, lack));
      // A condition that nobody at all can fulfil is told of as such.
      if (isMet && satisfy(offer.condition, nodes.questions) === null) continue;
      const message = isMet
        ? 'nobody who has the needs it meets can fulfil its condition'
        : 'no life situation has the needs it meets';
      const hint = isMet
        ? 'look for a condition that excludes the onlyIf of the need'
        : 'let it meet a need of a situation that it is meant for';
      problems.push({ severity: 'error', code: 'unreachable', ...at(kind, id, 'meets'), message, hint });
    }
  }
  for (const kind of kinds) {
    for (const [id, { validFrom, validUntil }] of nodes[kind]) {
      if (validFrom === undefined || validUntil === undefined || validFrom <= validUntil) continue;
      problems.push({
        severity: 'error',
        code: 'never-valid',
        ...at(kind, id, 'validUntil'),
        message: 'it ends before it begins',
        hint: 'let validUntil be a day after validFrom',
      });
    }
  }
  for (const [id, question] of nodes.questions) {
    if (read.has(question.id)) continue;
    const hint = 'remove the question or use its answer';
    problems.push({
      severity: 'error',
      code: 'unread-question',
      ...at('questions', id, 'text'),
      message: 'no condition reads the answer',
      hint,
    });
  }
  for (const id of nodes.needs.keys()) {
    if (lacks.some((lack) => lack.need === id)) continue;
    const hint = 'name it under needs of a situation';
    problems.push({
      severity: 'note',
      code: 'unused-need',
      ...at('needs', id, 'title'),
      message: 'no life situation has this need',
      hint,
    });
  }
  for (const lack of lacks) {
    if (!nodes.needs.has(lack.need) || offers.some((offer) => meets(offer, lack))) continue;
    const message = `nobody meets the need ${lack.need} here: a hole in the map`;
    const hint = 'find a service, a partner or an own step';
    problems.push({
      severity: 'note',
      code: 'hole',
      ...at('situations', lack.situation, 'needs'),
      message,
      hint,
    });
  }
  return problems;
}

function both(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { all: [one, other] };
}
