import type { Nodes } from './graph.ts';
import { type Kind, kinds, shapes } from './kinds.ts';
import type { Entry } from './parse.ts';
import type { Problem } from './problem.ts';
import { formFaults } from './remedy.ts';

/** Finds the file and line of a path inside a node, wherever its parts were written. */
export type Locate = (kind: Kind, id: string, path: readonly PropertyKey[]) => { file: string; line: number };

export interface Overlaid {
  readonly nodes: Nodes;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
}

interface Layered {
  readonly base: Entry;
  readonly over: Entry | null;
}

/**
 * Lays a municipality's entries over the national ones: adds, overrides field by field, hides. Every problem is
 * reported: an id given twice, an override or hide of something that is not there, an entry of the wrong shape.
 */
export function overlay(national: readonly Entry[], municipal: readonly Entry[]): Overlaid {
  const problems: Problem[] = [];
  const layers = new Map<Kind, Map<string, Layered>>(kinds.map((kind) => [kind, new Map()]));
  const of = (entry: Entry) => layers.get(entry.kind) as Map<string, Layered>;
  const tell = (entry: Entry, code: string, message: string, hint: string) =>
    problems.push({
      severity: 'error',
      code,
      file: entry.file,
      line: entry.lineOf([]),
      path: `${entry.kind}.${entry.id}`,
      message,
      hint,
    });

  for (const entry of [...national, ...municipal]) {
    if (entry.action !== 'add') continue;
    const other = of(entry).get(entry.id);
    if (other === undefined) of(entry).set(entry.id, { base: entry, over: null });
    else
      tell(
        entry,
        'duplicate-id',
        `the id stands in ${other.base.file} already`,
        'use another id, or put it under override:',
      );
  }
  for (const entry of [...national, ...municipal]) {
    if (entry.action === 'add') continue;
    const layer = of(entry).get(entry.id);
    if (layer === undefined) {
      tell(
        entry,
        'overrides-nothing',
        `there is nothing called ${entry.id} to ${entry.action}`,
        'check the id, or add it as an entry of its own',
      );
    } else if (entry.action === 'hide') of(entry).delete(entry.id);
    else if (layer.over !== null)
      tell(entry, 'duplicate-id', 'it is overridden twice', 'put all changes in one entry');
    else of(entry).set(entry.id, { base: layer.base, over: entry });
  }

  const locate: Locate = (kind, id, path) => {
    const layer = layers.get(kind)?.get(id);
    if (layer === undefined) return { file: '', line: 1 };
    const isIn = (entry: Entry | null) => entry !== null && path[0] !== undefined && path[0] in entry.raw;
    // What is in neither was made necessary by the layer that came last.
    const entry = layer.over !== null && (isIn(layer.over) || !isIn(layer.base)) ? layer.over : layer.base;
    return { file: entry.file, line: entry.lineOf(path) };
  };

  const nodes = Object.fromEntries(
    kinds.map((kind) => {
      const parsed = new Map<string, unknown>();
      for (const [id, { base, over }] of layers.get(kind) as Map<string, Layered>) {
        const raw = { ...base.raw, ...over?.raw };
        const result = shapes[kind].safeParse(raw);
        if (result.success) parsed.set(id, result.data);
        for (const { path, message, hint } of formFaults(result.error?.issues ?? [], raw)) {
          problems.push({
            severity: 'error',
            code: 'bad-shape',
            ...locate(kind, id, path),
            path: [kind, id, ...path].join('.'),
            message,
            hint,
          });
        }
      }
      return [kind, parsed];
    }),
  ) as unknown as Nodes;
  return { nodes, locate, problems };
}
