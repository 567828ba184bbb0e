import type { Reply } from '../../../bot/reply.ts';
import { wantsFocus } from './reply/reply.ts';
import type { Entry, Said, Transcript } from './transcript.ts';

const isLong = ({ kind }: Reply): boolean => kind === 'plan' || kind === 'overview' || kind === 'step';

/**
 * Which of the new entries focus goes to, if any. That one is not announced by the log as well, so nothing is read
 * twice; the others are announced politely. A crisis announces itself, and whoever is writing is left alone.
 */
export function attention(fresh: readonly Entry[], isWriting: boolean): string | null {
  const said = fresh.filter((entry): entry is Said => entry.kind === 'said');
  if (isWriting || said.some(({ reply }) => reply.kind === 'crisis')) return null;
  if (!said.some(({ reply }) => wantsFocus(reply))) return null;
  return (said.find(({ reply }) => isLong(reply)) ?? said[0])?.key ?? null;
}

/**
 * Which entry stands at the top of the view when `fresh` has arrived: a crisis, or else what the citizen said and the
 * answer below it, or else what is new. Null leaves the view as it is, which is right for a welcome.
 */
export function topOfView(transcript: Transcript, fresh: readonly Entry[]): string | null {
  const crisis = fresh.find((entry) => entry.kind === 'said' && entry.reply.kind === 'crisis');
  if (crisis) return crisis.key;
  const own = fresh.findLast(({ kind }) => kind === 'own');
  if (own) return own.key;
  const [first] = fresh;
  const before = first && transcript[transcript.indexOf(first) - 1];
  return before && first ? (before.kind === 'own' ? before.key : first.key) : null;
}
