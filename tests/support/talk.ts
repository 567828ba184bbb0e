import type { Guide } from '../../bot/guide.ts';
import type { Action, Message } from '../../bot/message.ts';
import type { Turn } from '../../bot/outcome.ts';
import type { Option, PlanStep, Reply } from '../../bot/reply.ts';
import { newSession, type Session } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';

/** Noon in Denmark on a day. */
export function noon(day: string): number {
  return Date.parse(`${day}T11:00:00Z`);
}

export const today = '2026-11-22';

/** A conversation held turn by turn; each call gives the turn. */
export interface Talk {
  readonly hello: () => Turn;
  readonly say: (text: string) => Turn;
  readonly press: (action: Action) => Turn;
  readonly session: () => Session;
}

/** Begins a conversation with a guide on a day. */
export function talk(guide: Guide, day = today, from: Session = newSession(guide.graph.municipality)): Talk {
  let session = from;
  const take = (message: Message): Turn => {
    const turn = takeTurn(guide, session, message);
    session = turn.session;
    return turn;
  };
  const at = noon(day);
  return {
    hello: () => take({ kind: 'hello', at }),
    say: (text) => take({ kind: 'text', text, at }),
    press: (action) => take({ kind: 'action', action, at }),
    session: () => session,
  };
}

/** The one reply of a kind in a turn; throws when there is none. */
export function only<K extends Reply['kind']>(turn: Turn, kind: K): Extract<Reply, { kind: K }> {
  const found = turn.replies.find((reply): reply is Extract<Reply, { kind: K }> => reply.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} among ${kindsOf(turn).join(', ')}`);
  return found;
}

export function kindsOf(turn: Turn): readonly Reply['kind'][] {
  return turn.replies.map(({ kind }) => kind);
}

/** What was said in a turn, word for word. */
export function saidIn(turn: Turn): string {
  return turn.replies.map((reply) => ('text' in reply ? reply.text : '')).join('\n');
}

/** The buttons of a turn. */
export function buttonsOf(turn: Turn): readonly Option[] {
  return turn.replies.flatMap((reply) => ('options' in reply ? (reply.options ?? []) : []));
}

/** The button with a label; throws when it is not there. */
export function button(turn: Turn, label: string): Action {
  const found = buttonsOf(turn).find((option) => option.label === label);
  if (found === undefined) {
    throw new Error(`no »${label}« among ${buttonsOf(turn).map((option) => `»${option.label}«`)}`);
  }
  return found.action;
}

/** Every step of the plan in a turn. */
export function stepsOf(turn: Turn): readonly PlanStep[] {
  return only(turn, 'plan').parts.flatMap(({ groups }) => groups.flatMap(({ steps }) => steps));
}
