import i18next from 'i18next';
import type { Language } from '../message.ts';
import { ar } from './ar.ts';
import { da } from './da.ts';
import { daLet } from './da-let.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import type { Key, Wording } from './shape.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

/** What the guide says, by language. */
export const wordings: Readonly<Record<Language, Wording>> = { da, 'da-let': daLet, en, de, pl, uk, ar, tr };

const translations = i18next.createInstance();
void translations.init({
  initAsync: false,
  fallbackLng: 'da',
  resources: Object.fromEntries(
    Object.entries(wordings).map(([language, translation]) => [language, { translation }]),
  ),
  interpolation: { escapeValue: false },
});

/** A text cut at its slots: words, slot, words, slot, words … */
const templates = new Map<Language, Map<Key, readonly string[]>>();

/**
 * Says something in a language; a language without words of its own falls back to Danish. i18next finds the words
 * (and counts, for plurals); filling them in is done here, since its interpolation takes a hundredth of a turn's time each.
 */
export function say(language: Language, key: Key, fill?: Readonly<Record<string, string | number>>): string {
  if (fill?.count !== undefined) return translations.t(key, { lng: language, ...fill });
  const [first = '', ...rest] = template(language, key);
  let text = first;
  for (let index = 0; index < rest.length; index += 2)
    text += `${fill?.[rest[index] ?? ''] ?? ''}${rest[index + 1]}`;
  return text;
}

function template(language: Language, key: Key): readonly string[] {
  let known = templates.get(language);
  if (known === undefined) {
    known = new Map();
    templates.set(language, known);
  }
  let parts = known.get(key);
  if (parts === undefined) {
    parts = translations.t(key, { lng: language, skipInterpolation: true }).split(/\{\{(\w+)\}\}/);
    known.set(key, parts);
  }
  return parts;
}
