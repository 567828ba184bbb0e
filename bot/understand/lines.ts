/** A labelled line: what somebody might write, and what a good guide would hear in it. */
export interface Line {
  readonly text: string;
  readonly lang: string;
  readonly situations: readonly string[];
  readonly crisis: string | null;
  readonly scope: 'in' | 'out';
  /** Remarks to the bot itself: greetings, thanks, asking for a person. */
  readonly meta?: string;
}

/** A service and the ways citizens ask for it. */
export interface Asked {
  readonly service: string;
  readonly text: string;
  readonly lang: string;
}

/** Everything the models learn from. */
export interface Lessons {
  readonly lines: readonly Line[];
  readonly asked: readonly Asked[];
  /** The files of the concept lexicon. */
  readonly concepts: readonly string[];
  /** The glossaries: other languages' words in Danish, by language. */
  readonly glossaries: Readonly<Record<string, string>>;
}

/** Reads labelled lines, one JSON object a line. */
export function linesFrom(jsonl: string): readonly Line[] {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

/**
 * Reads lines written by hand: `[sygedagpenge]` or `[alkohol, crisis akut-syg]` opens a section and says what its lines mean
 * (`errand`, `out` and `meta` stand for no situation), `@en` changes the language, `#` is a remark.
 */
export function linesFromSections(text: string): readonly Line[] {
  const lines: Line[] = [];
  let lang = 'da';
  let label: Omit<Line, 'text' | 'lang'> | null = null;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('@')) lang = line.slice(1);
    else if (line.startsWith('[')) label = labelFrom(line.slice(1, line.indexOf(']')));
    else if (label !== null) lines.push({ text: line, lang, ...label });
  }
  return lines;
}

function labelFrom(section: string): Omit<Line, 'text' | 'lang'> {
  const names = section.split(',').map((name) => name.trim());
  const crisis = names.find((name) => name.startsWith('crisis '))?.slice(7) ?? null;
  const situations = names.filter((name) => !/^(crisis .*|errand|out|meta)$/.test(name));
  const scope = names.includes('out') ? 'out' : 'in';
  return { situations, crisis, scope, ...(names.includes('meta') ? { meta: 'meta' } : {}) };
}

/** Reads services and phrasings: `[id] Name` opens a service, each line after it is one way to ask; the name is one too. */
export function askedFrom(text: string): readonly Asked[] {
  const asked: Asked[] = [];
  let service = '';
  let lang = 'da';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const head = /^\[([^\]]+)\]\s*(.*)$/.exec(line);
    if (line.startsWith('@')) lang = line.slice(1);
    else if (head !== null) {
      lang = 'da';
      service = head[1] ?? '';
      if (head[2]) asked.push({ service, text: head[2], lang });
    } else asked.push({ service, text: line, lang });
  }
  return asked;
}
