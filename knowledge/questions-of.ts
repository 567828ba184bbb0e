import { factsRead } from './condition.ts';
import { withGates } from './gates.ts';
import type { Graph } from './graph.ts';

const remembered = new WeakMap<Graph, Map<string, ReadonlySet<string>>>();

/** The questions whose answers can change what a life situation leads to: its offers, needs and milestones. */
export function questionsOf(graph: Graph, situation: string): ReadonlySet<string> {
  let known = remembered.get(graph);
  if (known === undefined) {
    known = new Map();
    remembered.set(graph, known);
  }
  let questions = known.get(situation);
  if (questions === undefined) {
    questions = new Set(withGates(factsOf(graph, situation), graph.questions));
    known.set(situation, questions);
  }
  return questions;
}

function factsOf(graph: Graph, situation: string): readonly string[] {
  const needs = graph.situations.get(situation)?.needs ?? [];
  const offers = needs
    .flatMap(({ need }) => graph.offersByNeed.get(need) ?? [])
    .filter(({ node }) => node.onlyIn?.includes(situation) !== false);
  const milestones = graph.milestonesBySituation.get(situation) ?? [];
  return [
    ...needs.flatMap(({ onlyIf }) => factsRead(onlyIf)),
    ...offers.flatMap(({ node }) => factsRead(node.condition)),
    ...milestones.flatMap(({ condition, from }) => [
      ...factsRead(condition),
      ...(from === undefined ? [] : [from]),
    ]),
  ];
}
