import type { Graph } from '../../knowledge/graph.ts';
import { inLanguage } from '../../knowledge/in-language.ts';
import type { Language } from '../message.ts';
import type { Position } from '../position.ts';
import type { Option } from '../reply.ts';

const mostNeedsOffered = 8;

/** The needs of the situations as buttons, those with the fewest offers first: there a gap is most likely. */
export function needOptions(graph: Graph, { situations }: Position, language: Language): readonly Option[] {
  const told = inLanguage(graph, language);
  const ids = [
    ...new Set(situations.flatMap((id) => graph.situations.get(id)?.needs.map(({ need }) => need) ?? [])),
  ];
  const offers = (id: string) => graph.offersByNeed.get(id)?.length ?? 0;
  return ids
    .sort((a, b) => offers(a) - offers(b))
    .slice(0, mostNeedsOffered)
    .map((id) => ({ label: told.need(id), action: { kind: 'missing', need: id } }));
}
