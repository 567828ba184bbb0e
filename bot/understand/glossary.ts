import { withoutArabicFront } from './concepts.ts';
import { fold, type Word } from './words.ts';

/** Adds to the words of another language the Danish ones they stand for, so that what was learned in Danish serves there too. */
export type Gloss = (words: readonly Word[], lang: string) => readonly Word[];

interface Entry {
  readonly danish: string;
  /** What the next word must be, or begin with, for terms of two words. */
  readonly next?: { readonly text: string; readonly begins: boolean };
}
interface Book {
  readonly whole: Map<string, Entry[]>;
  readonly beginning: Map<string, Entry[]>;
}

const leastBeginning = 3;
const mostGlosses = 4;

/** Reads glossaries by language: a Danish word a line, `husleje = rent`, `fyret = laid_off, redundan*`; `*` stands for any ending. */
export function glossaryFrom(files: Readonly<Record<string, string>>): Gloss {
  const books = new Map(Object.entries(files).map(([lang, text]) => [lang, bookFrom(text)]));
  return (words, lang) => {
    const book = books.get(lang);
    if (book === undefined) return words;
    const bare = (word: string) => (lang === 'ar' ? withoutArabicFront(word) : word);
    return words.map((word, at) => {
      const next = words[at + 1]?.folded ?? '';
      const forms = [...new Set([word.folded, bare(word.folded), bare(bare(word.folded))])];
      for (const form of forms) {
        const also = glossesOf(book, form, [next, bare(next)]);
        if (also.length > 0) return { ...word, also };
      }
      return word;
    });
  };
}

function glossesOf(book: Book, word: string, next: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const take = (entries: readonly Entry[] | undefined) => {
    for (const entry of entries ?? []) if (follows(entry, next)) found.add(entry.danish);
  };
  take(book.whole.get(word));
  for (let size = word.length; size >= leastBeginning; size--) take(book.beginning.get(word.slice(0, size)));
  return [...found].slice(0, mostGlosses);
}

function follows({ next: wanted }: Entry, next: readonly string[]): boolean {
  if (wanted === undefined) return true;
  return next.some((form) => (wanted.begins ? form.startsWith(wanted.text) : form === wanted.text));
}

function bookFrom(text: string): Book {
  const book: Book = { whole: new Map(), beginning: new Map() };
  for (const line of text.split('\n')) {
    const [danish, terms] = line.split('=');
    if (danish === undefined || terms === undefined || danish.startsWith('#')) continue;
    for (const term of terms.split(/[,،]/)) put(book, fold(danish.trim()), term.trim());
  }
  return book;
}

function put(book: Book, danish: string, term: string): void {
  const [first, second] = term.split('_').map((part) => ({ text: plain(part), begins: part.endsWith('*') }));
  if (first === undefined || first.text === '') return;
  const entry: Entry = second === undefined ? { danish } : { danish, next: second };
  const map = first.begins && first.text.length >= leastBeginning ? book.beginning : book.whole;
  map.set(first.text, [...(map.get(first.text) ?? []), entry]);
}

/** A term as the reader sees words: folded, without the signs that join. */
function plain(part: string): string {
  return fold(part.replace('*', '')).replace(/['’ʼ-]/g, '');
}
