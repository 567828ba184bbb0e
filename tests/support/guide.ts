import { loadUnderstand } from '../../adapters/terminal/model.ts';
import type { Guide } from '../../bot/guide.ts';
import { loadGraph } from '../../knowledge/load.ts';
import { describe } from '../../knowledge/problem.ts';

/** The guide over the real content of a municipality, with the real understanding. */
export async function realGuide(municipality = 'rodovre'): Promise<Guide> {
  const loaded = loadGraph(municipality);
  if (loaded.graph === null) throw new Error(loaded.problems.map(describe).join('\n'));
  return { graph: loaded.graph, understand: await loadUnderstand(), keepDays: 30 };
}
