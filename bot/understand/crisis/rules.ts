import { arabic } from './ar.ts';
import { danish } from './da.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { polish } from './pl.ts';
import type { CrisisLanguage } from './rule.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';

/** The rules of every language. */
export const crisisLanguages: Readonly<Record<string, CrisisLanguage>> = {
  da: danish,
  en: english,
  de: german,
  pl: polish,
  uk: ukrainian,
  ar: arabic,
  tr: turkish,
};
