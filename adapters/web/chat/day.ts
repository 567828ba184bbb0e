import type { Language } from '../../../bot/message.ts';
import { tagOf } from './language.ts';

/** Writes a year, a month or a day of ISO form in words: `2026-03` becomes "marts 2026". Anything else stays. */
export function dayInWords(iso: string, language: Language): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!parts) return iso;
  const [, , month, day] = parts;
  if (!month) return iso;
  const date = new Date(day ? iso : `${iso}-01`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(tagOf(language), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
  }).format(date);
}

/** The ISO day that three fields name, or null when there is no such day. Two digits mean this century. */
export function dayFrom(day: string, month: string, year: string): string | null {
  if (![day, month, year].every((field) => /^\d{1,4}$/.test(field.trim()))) return null;
  const y = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(y, Number(month) - 1, Number(day)));
  const same = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return same && y >= 1900 && y <= 2200 ? date.toISOString().slice(0, 10) : null;
}
