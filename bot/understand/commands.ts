import type { Action, Language } from '../message.ts';
import { courtesies, phrases } from './command-phrases.ts';
import { pattern, patternBook } from './pattern.ts';
import { fold, wordsOf } from './words.ts';

const most = 14;

const book = patternBook(
  phrases.flatMap(({ action, patterns }) =>
    patterns.map((source) => ({ pattern: pattern(source, fold), value: action })),
  ),
);
const fillers = new Set(courtesies.flatMap((line) => line.split(/\s+/)).map(fold));

/**
 * The button that a text stands for, or null. Only what is a command and nothing else counts: every word must belong to
 * the command or be a courtesy, so that a telling is never swallowed. The commands of all languages are known in all of
 * them; `language` only decides what "easy" and "other language" mean.
 */
export function command(text: string, language: Language): Action | null {
  const words = wordsOf(text, most + 1);
  if (words.length === 0 || words.length > most) return null;
  let best: { action: Action; length: number } | null = null;
  for (const { value, from, to } of book.find(words)) {
    const rest = words.filter((_, at) => at < from || at >= to);
    if (!rest.every((word) => fillers.has(word.folded))) continue;
    if (best === null || to - from > best.length) best = { action: value, length: to - from };
  }
  if (best === null) return null;
  const { action } = best;
  // Asking for the language one already has is no change; a plain reader asking for Danish leaves easy Danish.
  return action.kind === 'language' && action.language === language ? null : action;
}
