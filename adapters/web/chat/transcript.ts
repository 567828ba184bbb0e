import type { Reply } from '../../../bot/reply.ts';
import type { Activity } from './line/activity.ts';
import type { Delivery } from './line/outbox.ts';

/** What the citizen said, by text or by button. */
export interface Own {
  readonly kind: 'own';
  readonly key: string;
  readonly text: string;
  readonly delivery: Delivery;
}

/** What was answered. `locale` is the language of its words. */
export interface Said {
  readonly kind: 'said';
  readonly key: string;
  readonly reply: Reply;
  readonly locale: string | null;
}

export type Entry = Own | Said;
export type Transcript = readonly Entry[];

/** Shows a message at once, before the server has it. */
export const posted = (transcript: Transcript, key: string, text: string): Transcript => [
  ...transcript,
  { kind: 'own', key, text, delivery: 'sending' },
];

/** Notes how far a message has come. What has come back once is never called unsent again. */
export const delivered = (transcript: Transcript, key: string, delivery: Delivery): Transcript =>
  transcript.map((entry) =>
    entry.kind === 'own' && entry.key === key && entry.delivery !== 'sent' ? { ...entry, delivery } : entry,
  );

/** Adds activities from the stream, each once; a crisis stands before everything else of its turn. */
export const received = (transcript: Transcript, activities: readonly Activity[]): Transcript =>
  activities.reduce(receivedOne, transcript);

function receivedOne(transcript: Transcript, activity: Activity): Transcript {
  const entry = entryOf(activity);
  if (!entry) return transcript;
  if (transcript.some(({ key }) => key === entry.key)) {
    // The echo replaces what was typed: it is what the server keeps, with private numbers masked.
    return transcript.map((known) => (known.key === entry.key && known.kind === 'own' ? entry : known));
  }
  if (entry.kind !== 'said' || entry.reply.kind !== 'crisis') return [...transcript, entry];
  const at = transcript.findLastIndex(
    (known) => known.kind === 'own' || (known.kind === 'said' && known.reply.kind === 'crisis'),
  );
  return [...transcript.slice(0, at + 1), entry, ...transcript.slice(at + 1)];
}

function entryOf(activity: Activity): Entry | null {
  if (activity.type !== 'message') return null;
  const { id, text = '', locale = null, channelData } = activity;
  const key = channelData?.clientActivityID ?? id;
  if (!key) return null;
  if (channelData?.reply) return { kind: 'said', key: id ?? key, reply: channelData.reply, locale };
  if (text === '') return null;
  const isOwn = activity.from?.role === 'user' || channelData?.clientActivityID !== undefined;
  if (isOwn) return { kind: 'own', key, text, delivery: 'sent' };
  return { kind: 'said', key, reply: { kind: 'say', text }, locale };
}

/** Where the answer to what the citizen said last begins: options before it have been answered. */
export const currentFrom = (transcript: Transcript): number =>
  transcript.findLastIndex(({ kind }) => kind === 'own') + 1;

/** The plan that stands: its buttons stay, since the citizen comes back to it. */
export function lastPlan(transcript: Transcript): Extract<Reply, { kind: 'plan' }> | null {
  const said = transcript.findLast((entry) => entry.kind === 'said' && entry.reply.kind === 'plan');
  return said?.kind === 'said' && said.reply.kind === 'plan' ? said.reply : null;
}

/** Whether an answer is on its way. */
export function isAwaiting(transcript: Transcript): boolean {
  const last = transcript.at(-1);
  return last?.kind === 'own' && last.delivery !== 'failed' && last.delivery !== 'waiting';
}
