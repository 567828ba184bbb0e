import type { Crisis } from './crisis.ts';
import type { Milestone } from './milestone.ts';
import type { Need } from './need.ts';
import type { Organisation } from './organisation.ts';
import type { OwnStep } from './own-step.ts';
import type { Question } from './question.ts';
import type { Service } from './service.ts';
import type { Situation } from './situation.ts';
import type { Translation } from './translation.ts';

/** The nodes of each kind by id, in the order of the content. */
export interface Nodes {
  readonly situations: ReadonlyMap<string, Situation>;
  readonly needs: ReadonlyMap<string, Need>;
  readonly services: ReadonlyMap<string, Service>;
  readonly ownSteps: ReadonlyMap<string, OwnStep>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly milestones: ReadonlyMap<string, Milestone>;
  readonly crises: ReadonlyMap<string, Crisis>;
  readonly translations: ReadonlyMap<string, Translation>;
}

/** Something a plan can suggest. */
export type Offer =
  | { readonly kind: 'service'; readonly id: string; readonly node: Service }
  | { readonly kind: 'own-step'; readonly id: string; readonly node: OwnStep };

/** One municipality's knowledge: the national content with its overlay, checked and linked. Never changes. */
export interface Graph extends Nodes {
  readonly municipality: string;
  /** What can meet a need, services first, in the order of the content. */
  readonly offersByNeed: ReadonlyMap<string, readonly Offer[]>;
  /** What happens when in a situation, in order. */
  readonly milestonesBySituation: ReadonlyMap<string, readonly Milestone[]>;
}

/** Links checked nodes into a graph. What is uncertain, and what hangs on it, is left out: editors see it, citizens never. */
export function link(municipality: string, all: Nodes): Graph {
  const nodes = certain(all);
  const offers: Offer[] = [
    ...[...nodes.services.values()].map((node) => ({ kind: 'service' as const, id: node.id, node })),
    ...[...nodes.ownSteps.values()].map((node) => ({ kind: 'own-step' as const, id: node.id, node })),
  ];
  const milestones = [...nodes.milestones.values()].sort((a, b) => a.order - b.order);
  return {
    municipality,
    ...nodes,
    offersByNeed: group(offers.flatMap((offer) => offer.node.meets.map((need) => [need, offer] as const))),
    milestonesBySituation: group(milestones.map((milestone) => [milestone.situation, milestone] as const)),
  };
}

function certain(all: Nodes): Nodes {
  const sure = <T extends { readonly confidence: string }>(nodes: ReadonlyMap<string, T>) =>
    new Map([...nodes].filter(([, node]) => node.confidence !== 'uncertain'));
  const needs = sure(all.needs);
  const organisations = sure(all.organisations);
  const situations = [...sure(all.situations)].map(([id, situation]): [string, Situation] => [
    id,
    { ...situation, needs: situation.needs.filter(({ need }) => needs.has(need)) },
  ]);
  return {
    ...all,
    needs,
    organisations,
    situations: new Map(situations),
    services: new Map([...sure(all.services)].filter(([, { provider }]) => organisations.has(provider))),
    ownSteps: sure(all.ownSteps),
    questions: sure(all.questions),
    milestones: sure(all.milestones),
  };
}

function group<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [value]);
    else list.push(value);
  }
  return groups;
}
