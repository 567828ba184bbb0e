import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { type Kind, kinds } from './kinds.ts';
import type { Problem } from './problem.ts';

/** One entry of a content file, not yet checked against its shape. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly action: 'add' | 'override' | 'hide';
  readonly raw: Readonly<Record<string, unknown>>;
  readonly file: string;
  /** The line of a path inside the entry, or of the nearest part of it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

export interface Parsed {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Reads one YAML file of content into entries. Reports every problem of form, with its line. */
export function parseContent(file: string, text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const problem = (line: number, path: string, code: string, message: string, hint?: string) =>
    problems.push({
      severity: 'error',
      code,
      file,
      line,
      path,
      message,
      ...(hint === undefined ? {} : { hint }),
    });

  for (const error of [...document.errors, ...document.warnings]) {
    problem(lines.linePos(error.pos[0]).line, '', 'bad-yaml', error.message, yamlHint(error.code));
  }
  visit(document, {
    Alias: (_, node) => {
      const line = lines.linePos(node.range?.[0] ?? 0).line;
      problem(
        line,
        '',
        'yaml-alias',
        'anchors and aliases are not read',
        'write the value out where it belongs',
      );
    },
  });
  if (text.includes('\uFFFD')) {
    const line = lines.linePos(text.indexOf('\uFFFD')).line;
    problem(line, '', 'bad-encoding', 'a letter could not be read', 'save the file as UTF-8');
  }
  if (problems.length > 0) return { entries, problems };
  if (document.contents === null) return { entries, problems };
  if (!isMap(document.contents)) {
    problem(1, '', 'bad-file', 'the file is not a map of lists', `begin with one of ${kinds.join(', ')}`);
    return { entries, problems };
  }

  const lineAt = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const at = path.slice(0, length) as unknown[];
      const parent = length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === at.at(-1))
        : undefined;
      const node = (pair?.key ?? document.getIn(at, true)) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };

  const readList = (action: Entry['action'], prefix: readonly string[], kind: string, list: unknown) => {
    const at = [...prefix, kind];
    if (!(kinds as readonly string[]).includes(kind)) {
      problem(
        lineAt(at),
        at.join('.'),
        'unknown-list',
        `${kind} is no kind of node`,
        `use ${kinds.join(', ')}`,
      );
      return;
    }
    if (!Array.isArray(list)) {
      problem(
        lineAt(at),
        at.join('.'),
        'bad-list',
        'a list is needed here',
        'begin each entry with "- id: …"',
      );
      return;
    }
    list.forEach((raw: unknown, index) => {
      const entryAt = [...at, index];
      const id = action === 'hide' ? raw : (raw as { id?: unknown } | null)?.id;
      if (typeof id !== 'string' || id === '') {
        problem(
          lineAt(entryAt),
          entryAt.join('.'),
          'no-id',
          'the entry has no id',
          'give it an id in quotes or words',
        );
        return;
      }
      entries.push({
        kind: kind as Kind,
        id,
        action,
        raw: action === 'hide' ? {} : (raw as Record<string, unknown>),
        file,
        lineOf: (path) => lineAt([...entryAt, ...path]),
      });
    });
  };

  const content = document.toJS() as Record<string, unknown>;
  for (const [key, value] of Object.entries(content)) {
    if (key !== 'override' && key !== 'hide') {
      readList('add', [], key, value);
      continue;
    }
    if (!isMap(document.get(key, true)) || isSeq(document.get(key, true))) {
      problem(
        lineAt([key]),
        key,
        'bad-list',
        `${key} holds lists by kind`,
        `write ${key}: { services: [ … ] }`,
      );
      continue;
    }
    for (const [kind, list] of Object.entries(value as Record<string, unknown>))
      readList(key, [key], kind, list);
  }
  return { entries, problems };
}

function yamlHint(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'indent with spaces, not tabs';
  if (code === 'DUPLICATE_KEY') return 'a key may stand only once in a map';
  if (code === 'MULTIPLE_DOCS') return 'put each document in a file of its own';
  if (code === 'TAG_RESOLVE_FAILED') return 'put text with ! in quotes';
  return 'put text with : or # in quotes and check the indentation';
}
