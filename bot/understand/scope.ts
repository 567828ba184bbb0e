import type { Subject } from './situations.ts';
import type { Word } from './words.ts';

// Found on the development set: how strongly a text must look foreign to a municipality, and how far it may stay behind
// the next best reading, before the bot says that it is none of its matters.
const leastScore = -0.85;
const mostBehind = -0.3;

/** Whether a text is something a municipality or its partners help with. What may be danger always is. */
export function scopeOf(words: readonly Word[], subject: Subject, danger: boolean): 'in' | 'out' {
  if (danger) return 'in';
  if (!words.some((word) => /\p{L}{2}/u.test(word.raw))) return 'out';
  return subject.out.score > leastScore && subject.out.ahead > mostBehind ? 'out' : 'in';
}
