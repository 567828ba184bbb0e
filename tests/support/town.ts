import { join } from 'node:path';
import type { Guide } from '../../bot/guide.ts';
import type { Scored, Understand } from '../../bot/understand/understanding.ts';
import type { CrisisKind } from '../../knowledge/crisis.ts';
import type { Graph } from '../../knowledge/graph.ts';
import { loadGraph } from '../../knowledge/load.ts';
import { describe } from '../../knowledge/problem.ts';

/** The content of a small country with two towns, on which the engine is tested. */
export const townFolder = join(import.meta.dirname, 'town');

/** What the town's reader takes for danger: unmistakable words, several languages. */
const dangers: Readonly<Partial<Record<CrisisKind, readonly string[]>>> = {
  selvmord: ['selvmord', 'jeg vil ikke leve mere', 'i want to die'],
  vold: ['han slår mig'],
  'hjemloes-i-nat': ['jeg har ingen seng i nat'],
};

/** What the town's reader takes for no matter of the town's. */
const elsewhere = ['hvem vinder kampen', 'fortæl en vittighed'];

/** The graph of a town. */
export function townGraph(municipality = 'lilleby'): Graph {
  const loaded = loadGraph(municipality, townFolder);
  if (loaded.graph === null) throw new Error(loaded.problems.map(describe).join('\n'));
  return loaded.graph;
}

/** The guide of a town, with the town's own reader. */
export function townGuide(municipality = 'lilleby'): Guide {
  const graph = townGraph(municipality);
  return { graph, understand: townUnderstand(graph), keepDays: 30 };
}

/**
 * A reader for the town: a situation or a service is as likely as the largest share of one of its phrases that a text
 * says, shared among all that are named. Plain and deterministic, so that a test can say what is understood.
 */
export function townUnderstand(graph: Graph): Understand {
  return (text) => {
    const said = wordsOf(text);
    const holds = (phrase: string) => shareOf(wordsOf(phrase), said) === 1;
    const crisis = Object.entries(dangers).find(([, phrases]) => phrases.some(holds));
    const situations = likely(graph.situations, said);
    const services = likely(graph.services, said);
    const isOut = situations.length === 0 && services.length === 0 && elsewhere.some(holds);
    return {
      lang: 'da',
      situations,
      services,
      crisis: (crisis?.[0] as CrisisKind | undefined) ?? null,
      card: (crisis?.[0] as CrisisKind | undefined) ?? null,
      scope: isOut && crisis === undefined ? 'out' : 'in',
    };
  };
}

/** Below this share of a phrase nothing of it was said. */
const leastShare = 0.75;

function likely(
  nodes: ReadonlyMap<string, { id: string; phrases: readonly string[] }>,
  said: ReadonlySet<string>,
): readonly Scored[] {
  const named = [...nodes.values()]
    .map(({ id, phrases }) => ({
      id,
      score: Math.max(0, ...phrases.map((phrase) => shareOf(wordsOf(phrase), said))),
    }))
    .filter(({ score }) => score >= leastShare)
    .sort((a, b) => b.score - a.score);
  const total = Math.max(
    1,
    named.reduce((sum, { score }) => sum + score, 0),
  );
  return named.map(({ id, score }) => ({ id, score: score / total }));
}

function shareOf(phrase: ReadonlySet<string>, said: ReadonlySet<string>): number {
  return [...phrase].filter((word) => said.has(word)).length / phrase.size;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, 10_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [],
  );
}
