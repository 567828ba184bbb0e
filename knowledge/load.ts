import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.ts';
import { type Graph, link } from './graph.ts';
import { overlay } from './overlay.ts';
import { type Entry, parseContent } from './parse.ts';
import type { Problem } from './problem.ts';

/** Either a graph that is sound (with notes for editors), or every problem there is and no graph. */
export type Loaded =
  | { readonly graph: Graph; readonly notes: readonly Problem[] }
  | { readonly graph: null; readonly problems: readonly Problem[] };

export const contentFolder = join(import.meta.dirname, 'content');

/** Reads a municipality's content: `national` with the municipality's folder laid over it. The only I/O in knowledge. */
export function loadGraph(municipality: string, folder: string = contentFolder): Loaded {
  const problems: Problem[] = [];
  if (!municipalities(folder).includes(municipality)) {
    const hint = `choose one of: ${municipalities(folder).join(', ')}`;
    const message = `there is no content for ${municipality}`;
    return {
      graph: null,
      problems: [
        { severity: 'error', code: 'no-municipality', file: municipality, line: 1, path: '', message, hint },
      ],
    };
  }
  const layer = (name: string): Entry[] =>
    yamlFiles(folder, name).flatMap((file) => {
      const parsed = parseContent(file, readFileSync(join(folder, file), 'utf8'));
      problems.push(...parsed.problems);
      return [...parsed.entries];
    });
  const laid = overlay(layer('national'), layer(municipality));
  problems.push(...laid.problems, ...check(laid.nodes, laid.locate));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) return { graph: null, problems };
  return { graph: link(municipality, laid.nodes), notes: problems };
}

/** The municipalities that have a folder of content. */
export function municipalities(folder: string = contentFolder): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'national')
    .map((entry) => entry.name)
    .sort();
}

function yamlFiles(folder: string, name: string): readonly string[] {
  if (!existsSync(join(folder, name))) return [];
  return readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') || file.endsWith('.yml'))
    .sort()
    .map((file) => join(name, file).replaceAll('\\', '/'));
}
