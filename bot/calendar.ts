const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const dayMs = 86_400_000;
let lastHour = Number.NaN;
let lastDay = '';

/** The day in Denmark at an instant (epoch milliseconds), as YYYY-MM-DD. */
export function dayOf(at: number): string {
  const hour = Math.floor(at / 3_600_000);
  if (hour === lastHour) return lastDay;
  const day = copenhagen.format(Number.isFinite(at) && Math.abs(at) < 8e15 ? at : 0);
  lastHour = hour;
  lastDay = day;
  return day;
}

/** The ISO 8601 week of a day: `2026-W47`. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * dayMs);
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = 1 + Math.floor((thursday.getTime() - firstOfYear) / (7 * dayMs));
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How many whole years lie between a day and the date something was checked (a year, a month or a day). */
export function yearsSince(checkedOn: string, day: string): number {
  // A year or a month counts from its end.
  const from = checkedOn + '-12-31'.slice(checkedOn.length - 4);
  const years = Number(day.slice(0, 4)) - Number(from.slice(0, 4));
  return day.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Whether a text is a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

const inWords = new Map<string, Intl.DateTimeFormat>();

/** A day as people write it in a language (BCP 47): `1. november 2026`. */
export function dayInWords(day: string, locale: string): string {
  let format = inWords.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    inWords.set(locale, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}
