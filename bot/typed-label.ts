import type { Action, Language } from './message.ts';
import type { Key } from './wording/shape.ts';
import { say } from './wording/wording.ts';

/** The buttons that always mean the same, by their words. */
const fixed: readonly (readonly [Key, Action])[] = [
  ['plan.back', { kind: 'plan' }],
  ['plan.refine', { kind: 'refine' }],
  ['plan.overview', { kind: 'overview' }],
  ['plan.answers', { kind: 'answers' }],
  ['plan.missing', { kind: 'missing' }],
  ['plan.person', { kind: 'person' }],
  ['plan.else', { kind: 'else' }],
  ['ask.planNow', { kind: 'plan' }],
  ['ask.why', { kind: 'why' }],
  ['welcome.list', { kind: 'none' }],
  ['listen.notThis', { kind: 'none' }],
];

const books = new Map<Language, ReadonlyMap<string, Action>>();

/** The button whose very words were typed, in the citizen's language, or null. */
export function typedLabel(language: Language, words: string): Action | null {
  let book = books.get(language);
  if (book === undefined) {
    book = new Map(fixed.map(([key, action]) => [plain(say(language, key)), action]));
    books.set(language, book);
  }
  return book.get(plain(words)) ?? null;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[?.!]+$/u, '')
    .trim();
}
