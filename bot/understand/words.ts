/** One word of a text: as it was written, and folded so that spellings of the same word meet. */
export interface Word {
  readonly raw: string;
  readonly folded: string;
  /** True when the word opens a sentence or a new line. */
  readonly opens: boolean;
  /** Known words that an unknown one stands for: what it was meant to be, or what it is put together of. */
  readonly also?: readonly string[];
}

/** The most words read of a text: enough for any telling, few enough to stay quick. */
export const mostWords = 260;
const single: Readonly<Record<string, string>> = {
  æ: 'a',
  ø: 'o',
  å: 'a',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  œ: 'o',
  ى: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ґ: 'г',
};

const simple = /^[a-z0-9æøå]*$/;
const nordic = /[æøå]/g;
// Combining marks, Arabic vowel signs and the stretching line: seldom written, never needed to tell words apart.
const marks = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]|[\u200b-\u200f\u2060]|\ufe0f/g;
const special = /[æøåßłıđðœىةٱґ]/g;

/**
 * Folds a word or text: lower case, no accents, and æ/ae, ø/oe/o, å/aa/a all alike, because people without the keys write
 * one for the other. The few Danish words that fall together this way are told apart by their company.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const bare = simple.test(lower)
    ? lower.replace(nordic, (c) => single[c] ?? c)
    : lower
        .normalize('NFKD')
        .replace(marks, '')
        .replace(special, (c) => single[c] ?? c);
  return bare.replace(/a[ae]+/g, 'a').replace(/oe+/g, 'o');
}

const wordPattern = /[\p{L}\p{M}\p{N}§]+(?:['’ʼ][\p{L}]+)?/gu;

/** The words of a text in order. Of a very long text the beginning and the end are read. */
export function wordsOf(text: string, most: number = mostWords): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0].length > 60 ? match[0].slice(0, 60) : match[0];
    const opens = words.length === 0 || /[.!?\n;]/.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    words.push({ raw, folded: fold(raw).replace(/['’ʼ]/g, ''), opens });
  }
  return partRead(words, most);
}

/** The part of a text that the models read: all of it, or of a very long one the beginning and the end. */
export function partRead(words: readonly Word[], most: number = mostWords): readonly Word[] {
  if (words.length <= most) return words;
  const head = Math.ceil(most * 0.65);
  return [...words.slice(0, head), ...words.slice(words.length - (most - head))];
}
