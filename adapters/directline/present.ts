import type { Activity } from 'botbuilder';
import type { StoredActivity } from '../store/store.ts';
import { dress } from './render.ts';

/** The id of an activity, as Direct Line writes it. */
export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`;
}

/**
 * Stored activities as clients see them: with ids, without those that are between channel and bot. The watermark is
 * the place of the last one, shown or not. There is always an `activities` array: a frame without one ends the
 * stream of Direct Line clients for good.
 */
export function present(
  conversationId: string,
  stored: readonly StoredActivity[],
  watermark: number,
): { readonly activities: readonly Partial<Activity>[]; readonly watermark: string } {
  const activities = stored.flatMap(({ seq, activity }) =>
    activity.type === 'conversationUpdate'
      ? []
      : [presentOne(conversationId, activity, activityId(conversationId, seq))],
  );
  return { activities, watermark: String(stored.at(-1)?.seq ?? watermark) };
}

/** One activity as clients see it. */
export function presentOne(
  conversationId: string,
  activity: Partial<Activity>,
  id: string,
): Partial<Activity> {
  return {
    ...dress(activity),
    id,
    channelId: 'directline',
    conversation: { id: conversationId } as Activity['conversation'],
  };
}

/** Reads a watermark from a client; whatever is not one means from the beginning, since a refusal would end polling. */
export function readWatermark(text: string | null): number {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
