import type { Action } from '../../../../bot/message.ts';
import type { Reply } from '../../../../bot/reply.ts';

/** The part of a Bot Framework activity that the element reads or writes. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly locale?: string;
  readonly value?: Action;
  readonly from?: { readonly id?: string; readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly reply?: Reply };
}

/** What the stream and the polling call carry. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** Reads a frame of the stream; empty and foreign frames are null, never an error. */
export function activitySetOf(frame: unknown): ActivitySet | null {
  if (typeof frame !== 'string' || frame === '') return null;
  try {
    const set: ActivitySet = JSON.parse(frame);
    return Array.isArray(set?.activities) ? set : null;
  } catch {
    return null;
  }
}
