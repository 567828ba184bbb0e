import type { Activity } from 'botbuilder';
import type { Guide } from '../bot/guide.ts';
import type { Language, Message } from '../bot/message.ts';
import { mask } from '../bot/privacy/mask.ts';
import type { Reply } from '../bot/reply.ts';
import { newSession } from '../bot/session.ts';
import { takeTurn } from '../bot/turn.ts';
import type { NewConversation, Store, StoredActivity, Taken } from './store/store.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What a conversation needs from the rest of the server. */
export interface Parts {
  readonly store: Store;
  readonly guide: Guide;
  /** How a channel writes the replies of one turn. */
  readonly render: (replies: readonly Reply[], language: Language) => readonly Partial<Activity>[];
  readonly keepDays: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Hears of a turn after it is committed, never before; must not throw. */
export interface Listener {
  committed(conversationId: string, activities: readonly StoredActivity[]): void;
  /** The conversation is gone; these words were never kept. */
  forgotten(conversationId: string, activities: readonly Partial<Activity>[]): void;
}

/** The way every channel walks: load → take the turn → save, in one transaction → deliver. */
export interface Conversations {
  /** Opens a conversation unless it is open already, and says the welcome once. True when it was opened now. */
  openConversation(id: string, language: Language): Promise<boolean>;
  /** Takes one turn. `key` makes a repeated message harmless; `incoming` is kept, masked. */
  take(id: string, key: string | null, incoming: Partial<Activity>, message: Message): Promise<Taken>;
  /** Keeps and delivers what the bot or a person says outside a turn. */
  say(id: string, activities: readonly Partial<Activity>[]): Promise<Taken>;
  listen(listener: Listener): void;
}

/** Conversations of one municipality in one store. */
export function conversationsIn(parts: Parts): Conversations {
  const { store, guide, render, now } = parts;
  const listeners: Listener[] = [];
  const expiry = (at: number) => at + parts.keepDays * dayMs;

  async function take(
    id: string,
    key: string | null,
    incoming: Partial<Activity>,
    message: Message,
  ): Promise<Taken> {
    const { at } = message;
    const timestamp = new Date(at);
    const taken = await store.take({ conversationId: id, key, at, expiresAt: expiry(at) }, (session) => {
      const turn = takeTurn(guide, session, message);
      return {
        session: turn.session,
        incoming: { ...masked(incoming, turn.heard), timestamp },
        outgoing: render(turn.replies, turn.session.language).map((one) => ({ ...one, timestamp })),
        effects: turn.effects,
      };
    });
    tell(id, taken);
    return taken;
  }

  /** False when the same conversation was opened at the same moment elsewhere. */
  async function open(conversation: NewConversation): Promise<boolean> {
    try {
      await store.open(conversation);
      return true;
    } catch (error) {
      if (await store.exists(conversation.id)) return false;
      throw error;
    }
  }

  function tell(id: string, taken: Taken): void {
    if (taken.kind === 'taken') for (const one of listeners) one.committed(id, taken.activities);
    if (taken.kind === 'forgotten') for (const one of listeners) one.forgotten(id, taken.activities);
  }

  return {
    take,
    async openConversation(id, language) {
      const at = now();
      const session = newSession(guide.graph.municipality, language);
      const opened = !(await store.exists(id)) && (await open({ id, session, at, expiresAt: expiry(at) }));
      // The key makes the welcome come once, also when the server died between opening and welcoming.
      await take(id, 'hello', { type: 'conversationUpdate' }, { kind: 'hello', at });
      return opened;
    },
    async say(id, activities) {
      const at = now();
      const [first, ...rest] = activities;
      if (first === undefined) return { kind: 'taken', activities: [] };
      const taken = await store.take(
        { conversationId: id, key: null, at, expiresAt: expiry(at) },
        (session) => ({
          session,
          incoming: first,
          outgoing: rest,
          effects: [],
        }),
      );
      tell(id, taken);
      return taken;
    },
    listen(listener) {
      listeners.push(listener);
    },
  };
}

/** Words beside an action are a button's label; nobody writes longer. */
const mostLabel = 4000;

/** What a citizen may have written into an activity, masked: nothing else is kept. `heard` is what the turn masked. */
function masked(incoming: Partial<Activity>, heard: string | null): Partial<Activity> {
  const { text, value, channelData } = incoming;
  return {
    ...incoming,
    ...(text === undefined ? {} : { text: heard ?? mask(text.slice(0, mostLabel).toWellFormed()).text }),
    ...(value === undefined ? {} : { value: maskDeep(value) }),
    ...(channelData?.messageBack === undefined
      ? {}
      : { channelData: { ...channelData, messageBack: maskDeep(channelData.messageBack) } }),
  };
}

function maskDeep(value: unknown): unknown {
  if (typeof value === 'string') return mask(value).text;
  // A number may be a civil registration number as well.
  if (typeof value === 'number')
    return mask(String(value)).found.length > 0 ? mask(String(value)).text : value;
  if (Array.isArray(value)) return value.map(maskDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, maskDeep(part)]));
}
