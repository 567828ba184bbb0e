import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { type Action, actionShape, type Message } from '../../bot/message.ts';

/** What a posted activity turned out to be. */
export type Read =
  | {
      readonly kind: 'message';
      readonly message: Message;
      /** What is kept of the activity: what we know of, nothing else a client may put in. */
      readonly incoming: Partial<Activity>;
      /** Makes a repeated post harmless. */
      readonly key: string | null;
    }
  /** Typing, events and whatever else needs no turn. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused' };

const short = z.string().max(200);
const activityShape = z.object({
  type: z.string(),
  text: z.unknown().optional(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
});
const channelDataShape = z.object({
  clientActivityID: short.min(1).optional().catch(undefined),
  clientTimestamp: short.optional().catch(undefined),
  postBack: z.boolean().optional().catch(undefined),
  messageBack: z.object({ displayText: short }).optional().catch(undefined),
});

/**
 * Reads a posted activity. `user` is whom the token names, which a client cannot choose. A message always gives a
 * turn, also when it is empty or its button is not one of ours: somebody pressed send and waits for an answer.
 */
export function readMessage(body: unknown, user: string, at: number): Read {
  const activity = activityShape.safeParse(body);
  if (!activity.success) return { kind: 'refused' };
  if (activity.data.type !== 'message') return { kind: 'ignored' };
  const action = actionIn(activity.data.value);
  const text = typeof activity.data.text === 'string' ? wellFormed(activity.data.text) : '';
  const channelData = wellFormedDeep(
    channelDataShape.safeParse(activity.data.channelData).data ?? {},
  ) as z.infer<typeof channelDataShape>;
  return {
    kind: 'message',
    message: action === null ? { kind: 'text', text, at } : { kind: 'action', action, at },
    incoming: {
      type: 'message',
      from: { id: user, name: '', role: 'user' },
      text,
      textFormat: 'plain',
      // Clients know their own message by what they put in here; without it they show it twice, as failed.
      channelData,
      ...(action === null ? {} : { value: action }),
    },
    // Apart from the keys of our own, such as the welcome's.
    key: channelData.clientActivityID === undefined ? null : `client ${channelData.clientActivityID}`,
  };
}

function actionIn(value: unknown): Action | null {
  if (typeof value !== 'object' || value === null) return null;
  const read = actionShape.safeParse(value);
  return read.success ? (wellFormedDeep(read.data) as Action) : null;
}

/** Text that every database and every JSON reader takes: no lone surrogates, no NUL. */
function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}

function wellFormedDeep(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(wellFormedDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [name, wellFormedDeep(part)]),
  );
}
