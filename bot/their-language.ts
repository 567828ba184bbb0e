import { type Language, languages } from './message.ts';
import type { Session } from './session.ts';
import type { Understanding } from './understand/understanding.ts';

/** Fewer words than this say too little about a language to change it unasked. */
const fewestWords = 3;

/**
 * The language to go on in: that of a citizen's first words, when nothing was said or chosen before and they are not
 * Danish. It is changed once and told, so that it can be changed back.
 */
export function theirLanguage(
  { told, language, answers }: Session,
  { lang }: Understanding,
  words: string,
): Language {
  const isFirst = told.length === 0 && Object.keys(answers).length === 0 && language === 'da';
  if (!isFirst || lang === 'da' || words.trim().split(/\s+/u).length < fewestWords) return language;
  return languages.find((one) => one === lang) ?? language;
}
