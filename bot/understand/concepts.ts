import { fold, type Word } from './words.ts';

/** A concept found behind the words of a text, and the word that showed it. */
export interface Meant {
  readonly concept: string;
  readonly word: number;
}

/** Finds concepts behind words, in the text's language and in Danish, whose terms are at home in every language here. */
export type Concepts = (words: readonly Word[], lang: string) => readonly Meant[];

interface Entry {
  readonly concept: string;
  /** What the next word must begin with, for terms of two words. */
  readonly follows?: string;
}
interface Lexicon {
  readonly exact: Map<string, Entry[]>;
  readonly beginning: Map<string, Entry[]>;
  readonly within: { readonly text: string; readonly entry: Entry }[];
  longest: number;
}

// Arabic writes articles and small words together with the next: they are taken off one by one.
const arabicFront = /^(?:وال|بال|فال|كال|لل|ال|و|ب|ل|ف|ع)(?=.{3})/;
/** An Arabic word without the first of what is written together with it. */
export const withoutArabicFront = (word: string): string => word.replace(arabicFront, '');
const shortest = 4;
const longTerm = 7;

/** Reads the lexicon's files; their form is told at the top of concepts/body-and-mind.txt. */
export function conceptsFrom(files: readonly string[]): Concepts {
  const lexicons = new Map<string, Lexicon>();
  for (const file of files) readInto(lexicons, file);
  return (words, lang) => {
    const found: Meant[] = [];
    const used = [lexicons.get('da'), lang === 'da' ? undefined : lexicons.get(lang)];
    for (let at = 0; at < words.length; at++) {
      const folded = words[at]?.folded ?? '';
      const next = words[at + 1]?.folded ?? '';
      for (const [i, lexicon] of used.entries()) {
        if (lexicon === undefined) continue;
        // Inside another language only long Danish terms are surely Danish.
        look(lexicon, folded, next, at, found, i === 0 && lang !== 'da' ? longTerm : 0);
        if (lang !== 'ar') continue;
        const bare = withoutArabicFront(folded);
        if (bare !== folded) look(lexicon, bare, withoutArabicFront(next), at, found, 0);
      }
    }
    return found;
  };
}

function look(
  lexicon: Lexicon,
  folded: string,
  next: string,
  at: number,
  found: Meant[],
  least: number,
): void {
  const take = (entries: readonly Entry[] | undefined) => {
    for (const { concept, follows } of entries ?? [])
      if (follows === undefined || next.startsWith(follows)) found.push({ concept, word: at });
  };
  if (folded.length >= least) take(lexicon.exact.get(folded));
  for (let size = Math.min(folded.length, lexicon.longest); size >= Math.max(2, least); size--)
    take(lexicon.beginning.get(folded.slice(0, size)));
  for (const { text, entry } of lexicon.within)
    if (
      text.length >= least &&
      folded.length > text.length &&
      !folded.startsWith(text) &&
      folded.includes(text)
    )
      take([entry]);
}

function readInto(lexicons: Map<string, Lexicon>, file: string): void {
  let concept = '';
  for (const raw of file.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) {
      concept = line.slice(1, -1);
      continue;
    }
    const [lang = '', ...terms] = line.split(/\s+/);
    let lexicon = lexicons.get(lang);
    if (lexicon === undefined) {
      lexicon = { exact: new Map(), beginning: new Map(), within: [], longest: 0 };
      lexicons.set(lang, lexicon);
    }
    for (const term of terms) put(lexicon, term, concept);
  }
}

function put(lexicon: Lexicon, term: string, concept: string): void {
  const mark = /^[=~]/.exec(term)?.[0] ?? '';
  const [first = '', ...rest] = term
    .slice(mark.length)
    .split('_')
    .map((part) => fold(part).replace(/['’ʼ-]/g, ''));
  const entry: Entry = rest.length > 0 ? { concept, follows: rest.join(' ') } : { concept };
  // Short words would begin too many others.
  const whole = mark === '=' || (first.length < shortest && rest.length === 0);
  const map = whole ? lexicon.exact : lexicon.beginning;
  map.set(first, [...(map.get(first) ?? []), entry]);
  if (!whole) lexicon.longest = Math.max(lexicon.longest, first.length);
  if (mark === '~') lexicon.within.push({ text: first, entry });
}
