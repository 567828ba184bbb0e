import type { Condition } from './condition.ts';
import type { Graph, Offer } from './graph.ts';
import type { Horizon } from './situation.ts';

/** How a situation leads to an offer: the proof that nothing is invented. */
export interface Path {
  readonly situation: string;
  readonly need: string;
  /** How soon the offer is wanted on this path. */
  readonly horizon: Horizon;
  /** Who lacks it, when not everybody in the situation does. */
  readonly onlyIf?: Condition | undefined;
  /** It leads there only for those who said that `onlyIf` holds. */
  readonly sure?: true | undefined;
}

/** An offer that the situations lead to, with every path that does. */
export interface Reached {
  readonly offer: Offer;
  /** In the order of the situations' needs; the first is the main reason. */
  readonly paths: readonly Path[];
  /** Holds when the offer's own rule does and some path leads there. Left out, it is for everybody. */
  readonly condition: Condition | undefined;
}

const remembered = new WeakMap<Graph, Map<string, readonly Reached[]>>();

/**
 * Walks from life situations over their needs to every offer, once each, in the order of the needs. Leaves out what is
 * uncertain and what does not hold on `day` (YYYY-MM-DD). The graph never changes, so a walk is remembered.
 */
export function walk(graph: Graph, situations: readonly string[], day: string): readonly Reached[] {
  const key = `${day} ${situations.join(' ')}`;
  let walks = remembered.get(graph);
  if (walks === undefined || walks.size > 2000) {
    walks = new Map();
    remembered.set(graph, walks);
  }
  const known = walks.get(key);
  if (known !== undefined) return known;
  const reached = freshWalk(graph, situations, day);
  walks.set(key, reached);
  return reached;
}

function freshWalk(graph: Graph, situations: readonly string[], day: string): readonly Reached[] {
  const found = new Map<string, { offer: Offer; paths: Path[] }>();
  for (const situation of situations) {
    for (const { need, when, onlyIf, sure } of graph.situations.get(situation)?.needs ?? []) {
      for (const offer of graph.offersByNeed.get(need) ?? []) {
        if (!isOffered(graph, offer, day) || offer.node.onlyIn?.includes(situation) === false) continue;
        const key = `${offer.kind} ${offer.id}`;
        const path: Path = { situation, need, horizon: offer.node.when ?? when, onlyIf, sure };
        const earlier = found.get(key);
        if (earlier === undefined) found.set(key, { offer, paths: [path] });
        else earlier.paths.push(path);
      }
    }
  }
  return [...found.values()].map((one) => ({
    ...one,
    condition: whole(one.offer.node.condition, one.paths),
  }));
}

/** The offer's rule and, unless some path is open to all, that one of its paths is. */
function whole(own: Condition | undefined, paths: readonly Path[]): Condition | undefined {
  const gates = paths.flatMap(({ onlyIf }) => onlyIf ?? []);
  if (gates.length < paths.length) return own;
  const [only] = gates;
  const gate: Condition = gates.length === 1 && only !== undefined ? only : { any: gates };
  return own === undefined ? gate : { all: [own, gate] };
}

/** Whether an offer may be shown on a day, and whoever gives it is there. */
function isOffered(graph: Graph, { kind, node }: Offer, day: string): boolean {
  if (!isShown(node, day)) return false;
  const provider = kind === 'service' ? graph.organisations.get(node.provider) : undefined;
  return provider === undefined || isShown(provider, day);
}

/** Whether a node may be shown on a day: not uncertain, and within its time. */
export function isShown(
  node: {
    readonly confidence: string;
    readonly validFrom?: string | undefined;
    readonly validUntil?: string | undefined;
  },
  day: string,
): boolean {
  return (
    node.confidence !== 'uncertain' &&
    (node.validFrom ?? '') <= day &&
    day <= (node.validUntil ?? '9999-12-31')
  );
}
