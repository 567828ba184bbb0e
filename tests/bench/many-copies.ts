import { type Graph, link, type Nodes } from '../../knowledge/graph.ts';

/** The content so many times over: the first copy as it is, the others under ids of their own, sharing questions. */
export function manyCopies(graph: Graph, copies: number): Graph {
  const all = Array.from({ length: copies }, (_, index) => (index === 0 ? '' : `-${index}`));
  const copy = <T extends { id: string }>(
    nodes: ReadonlyMap<string, T>,
    change: (node: T, suffix: string) => Partial<T>,
  ) =>
    new Map(
      all.flatMap((suffix) =>
        [...nodes.values()].map((node): [string, T] => {
          const id = node.id + suffix;
          return [id, { ...node, id, ...change(node, suffix) }];
        }),
      ),
    );
  const nodes: Nodes = {
    ...graph,
    situations: copy(graph.situations, ({ needs, leadsTo }, suffix) => ({
      needs: needs.map(({ need, when }) => ({ need: need + suffix, when })),
      leadsTo: leadsTo.map((id) => id + suffix),
    })),
    needs: copy(graph.needs, () => ({})),
    services: copy(graph.services, ({ meets, onlyIn }, suffix) => ({
      meets: meets.map((id) => id + suffix),
      onlyIn: onlyIn?.map((id) => id + suffix),
    })),
    ownSteps: copy(graph.ownSteps, ({ meets, onlyIn }, suffix) => ({
      meets: meets.map((id) => id + suffix),
      onlyIn: onlyIn?.map((id) => id + suffix),
    })),
    milestones: copy(graph.milestones, ({ situation }, suffix) => ({ situation: situation + suffix })),
  };
  return link(graph.municipality, nodes);
}
