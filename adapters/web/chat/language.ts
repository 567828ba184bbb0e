import type { Language } from '../../../bot/message.ts';

/** The languages' own names: whoever looks for theirs must be able to read it. */
export const languageNames: Record<Language, string> = {
  da: 'Dansk',
  'da-let': 'Let dansk',
  en: 'English',
  de: 'Deutsch',
  pl: 'Polski',
  uk: 'Українська',
  ar: 'العربية',
  tr: 'Türkçe',
};

const isLanguage = (text: string): text is Language => Object.hasOwn(languageNames, text);

/** The language a locale such as `en-GB` means, or null when it is none of ours. */
export function languageOf(locale: string | null | undefined): Language | null {
  const wanted = locale?.toLowerCase() ?? '';
  if (isLanguage(wanted)) return wanted;
  const first = wanted.split('-')[0] ?? '';
  return isLanguage(first) ? first : null;
}

/** A valid BCP 47 tag for the `lang` attribute: easy Danish is Danish to a screen reader. */
export const tagOf = (language: Language): string => (language === 'da-let' ? 'da' : language);

/** Which way a language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
