import type { Activity, CardAction } from 'botbuilder';
import type { Language } from '../../bot/message.ts';
import type { Option, Reply } from '../../bot/reply.ts';
import { markdownOf } from './markdown.ts';

/** Who speaks in the web channel. */
const guide = { id: 'find-vej', name: 'Find Vej', role: 'bot' } as const;

/** What an activity of ours carries: the reply, and its buttons when they are not simply the reply's own. */
interface Said {
  readonly reply: Reply;
  readonly buttons?: readonly Option[];
}

/**
 * The replies of one turn as activities to keep: the reply itself, as our own element reads it. Words and buttons for
 * other clients are derived when it is delivered, see `dress`.
 */
export function render(replies: readonly Reply[], language: Language): readonly Partial<Activity>[] {
  const all = replies.flatMap(optionsOf);
  return replies.map((reply, index) => {
    // Clients show the buttons of the last message only, so all buttons of the turn stand there.
    const buttons = index === replies.length - 1 ? all : [];
    const isOwn = buttons.length === optionsOf(reply).length;
    const channelData: Said = isOwn ? { reply } : { reply, buttons };
    return { type: 'message', from: guide, locale: localeOf(language), channelData };
  });
}

/** An activity as any client reads it: our replies get their words in markdown and their buttons. */
export function dress(activity: Partial<Activity>): Partial<Activity> {
  const said = activity.channelData as Partial<Said> | undefined;
  if (said?.reply === undefined || activity.text !== undefined) return activity;
  const { reply, buttons = optionsOf(reply) } = said;
  return {
    ...activity,
    text: wordsOf(reply),
    textFormat: 'markdown',
    channelData: { reply },
    ...(buttons.length === 0 ? {} : { suggestedActions: { to: [], actions: buttons.map(button) } }),
  };
}

/** A reply kept by another version may have another shape: it is delivered, without words, rather than stop the rest. */
function wordsOf(reply: Reply): string {
  try {
    return markdownOf(reply) ?? '';
  } catch {
    return '';
  }
}

/** The buttons of a reply: those that answer first, the quiet ones after them. */
function optionsOf(reply: Reply): readonly Option[] {
  const options =
    'options' in reply && Array.isArray(reply.options) ? (reply.options as readonly Option[]) : [];
  return [...options.filter((option) => option.quiet !== true), ...options.filter((option) => option.quiet)];
}

function button(option: Option): CardAction {
  return {
    type: 'messageBack',
    title: option.label,
    text: option.label,
    displayText: option.label,
    value: option.action,
  };
}

/** Easy Danish is Danish to the world outside. */
function localeOf(language: Language): string {
  return language === 'da-let' ? 'da' : language;
}
