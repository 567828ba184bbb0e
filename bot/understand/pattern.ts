/**
 * Patterns over folded words, written as data. Between blanks:
 * `ord` that word · `ord*` a word beginning so · `*ord` a word ending so · `a/b/c` one of them · `(ord)` it may be missing ·
 * `..` up to four words of anything · `#` a number · `#16-17` a number from 16 to 17 · `^` the beginning of a sentence · `$` the end of the text.
 */
export interface Pattern {
  readonly source: string;
  readonly parts: readonly Part[];
}

type Part =
  | { readonly kind: 'word'; readonly tests: readonly Test[]; readonly optional: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'opens' }
  | { readonly kind: 'ends' };
type Test =
  | { readonly kind: 'is' | 'begins' | 'ends' | 'number'; readonly text: string }
  | { readonly kind: 'between'; readonly text: string; readonly least: number; readonly most: number };

interface PatternWord {
  readonly folded: string;
  readonly opens: boolean;
  readonly also?: readonly string[];
}

const widestGap = 4;

/** Reads a pattern; the words must be folded already, which `fold` in words.ts does. */
export function pattern(source: string, fold: (text: string) => string): Pattern {
  const parts = source.split(/\s+/).map((piece): Part => {
    if (piece === '..') return { kind: 'gap' };
    if (piece === '^') return { kind: 'opens' };
    if (piece === '$') return { kind: 'ends' };
    const optional = piece.startsWith('(') && piece.endsWith(')');
    const tests = (optional ? piece.slice(1, -1) : piece).split('/').map((one): Test => {
      if (one === '#') return { kind: 'number', text: '' };
      const range = /^#(\d+)-(\d+)$/.exec(one);
      if (range !== null)
        return { kind: 'between', text: '', least: Number(range[1]), most: Number(range[2]) };
      if (one.endsWith('*')) return { kind: 'begins', text: fold(one.slice(0, -1)) };
      if (one.startsWith('*')) return { kind: 'ends', text: fold(one.slice(1)) };
      return { kind: 'is', text: fold(one) };
    });
    return { kind: 'word', tests, optional };
  });
  return { source, parts };
}

function passes(test: Test, folded: string): boolean {
  switch (test.kind) {
    case 'is':
      return folded === test.text;
    case 'begins':
      return folded.startsWith(test.text);
    case 'ends':
      return folded.endsWith(test.text);
    case 'number':
      return /^\p{N}/u.test(folded);
    case 'between':
      return /^\d+$/.test(folded) && Number(folded) >= test.least && Number(folded) <= test.most;
  }
}

/** Where a match that begins at `at` ends (the word after it), or -1. */
export function matchAt(found: Pattern, words: readonly PatternWord[], at: number, part = 0): number {
  const wanted = found.parts[part];
  if (wanted === undefined) return at;
  switch (wanted.kind) {
    case 'opens':
      return at < words.length && words[at]?.opens ? matchAt(found, words, at, part + 1) : -1;
    case 'ends':
      return at === words.length ? matchAt(found, words, at, part + 1) : -1;
    case 'gap':
      for (let skip = 0; skip <= widestGap && at + skip <= words.length; skip++) {
        const end = matchAt(found, words, at + skip, part + 1);
        if (end !== -1) return end;
      }
      return -1;
    case 'word': {
      const word = words[at];
      if (word !== undefined && wanted.tests.some((test) => passes(test, word.folded))) {
        const end = matchAt(found, words, at + 1, part + 1);
        if (end !== -1) return end;
      }
      return wanted.optional ? matchAt(found, words, at, part + 1) : -1;
    }
  }
}

/** Patterns with what each stands for, looked up by the words they can begin with, so that thousands cost little. */
export interface PatternBook<T> {
  readonly find: (words: readonly PatternWord[]) => readonly Found<T>[];
}
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** Puts patterns into a book. */
export function patternBook<T>(entries: readonly { pattern: Pattern; value: T }[]): PatternBook<T> {
  type Entry = { pattern: Pattern; value: T };
  const whole = new Map<string, Entry[]>();
  const beginning = new Map<string, Entry[]>();
  const anywhere: Entry[] = [];
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else if (!list.includes(entry)) list.push(entry);
  };
  for (const entry of entries) {
    for (const part of entry.pattern.parts) {
      if (part.kind === 'opens') continue;
      if (part.kind !== 'word') {
        anywhere.push(entry);
        break;
      }
      for (const test of part.tests) {
        if (test.kind === 'is') put(whole, test.text, entry);
        else if (test.kind === 'begins' && test.text.length >= 3)
          put(beginning, test.text.slice(0, 3), entry);
        else if (!anywhere.includes(entry)) anywhere.push(entry);
      }
      if (!part.optional) break;
    }
  }
  return {
    find(words) {
      const found: Found<T>[] = [];
      for (let at = 0; at < words.length; at++) {
        const folded = words[at]?.folded ?? '';
        const tried = [whole.get(folded), beginning.get(folded.slice(0, 3)), anywhere];
        for (const list of tried) {
          for (const entry of list ?? []) {
            const to = matchAt(entry.pattern, words, at);
            if (to > at) found.push({ value: entry.value, from: at, to });
          }
        }
      }
      return found;
    },
  };
}
