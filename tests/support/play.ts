import { optionsOf, show } from '../../adapters/terminal/show.ts';
import { dayOf } from '../../bot/calendar.ts';
import type { Guide } from '../../bot/guide.ts';
import type { Action } from '../../bot/message.ts';
import type { Turn } from '../../bot/outcome.ts';
import { position } from '../../bot/position.ts';
import type { Reply } from '../../bot/reply.ts';
import { newSession, type Session } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';
import type { Answer } from '../../knowledge/condition.ts';

/** A citizen on their way: what they say first, and what they answer when they are asked. */
export interface Journey {
  readonly says: string;
  /** By question id; what is not here is answered with "ved ikke". */
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface Played {
  readonly session: Session;
  readonly replies: readonly Reply[];
  /** How many questions were put to the citizen before the plan, the choice of situation among them. */
  readonly questions: number;
  readonly transcript: string;
}

/** Noon on the day this content was written. */
export const testTime = Date.UTC(2026, 10, 22, 11);

/** Plays a journey from the welcome to the plan, as a citizen would, and writes down what was said. */
export function play(guide: Guide, journey: Journey, situation: string): Played {
  const lines: string[] = [];
  let session = newSession(guide.graph.municipality);
  const all: Reply[] = [];
  const take = (turn: Turn): Turn => {
    session = turn.session;
    all.push(...turn.replies);
    for (const reply of turn.replies) {
      lines.push(`**Find Vej:** ${show(reply)}`);
      const offered = optionsOf(reply).filter(({ quiet }) => quiet !== true);
      if (offered.length > 0) lines.push(offered.map(({ label }) => `  [ ${label} ]`).join('\n'));
    }
    return turn;
  };
  const press = (action: Action, label: string): Turn => {
    lines.push(`**Borger:** [ ${label} ]`);
    return take(takeTurn(guide, session, { kind: 'action', action, at: testTime }));
  };

  take(takeTurn(guide, session, { kind: 'hello', at: testTime }));
  lines.push(`**Borger:** ${journey.says}`);
  let turn = take(takeTurn(guide, session, { kind: 'text', text: journey.says, at: testTime }));
  let questions = 0;
  while (questions < 20 && !turn.replies.some(({ kind }) => kind === 'plan')) {
    questions += 1;
    const { place } = position(guide.graph, session, dayOf(testTime));
    if (place.kind === 'asking') {
      const value = journey.answers[place.question.id] ?? null;
      const labels = place.question.options
        .filter((option) => [value].flat().includes(option.value))
        .map(({ label }) => label);
      turn = press(
        { kind: 'answer', question: place.question.id, value },
        labels.join(', ') || String(value ?? 'ved ikke'),
      );
      continue;
    }
    const chosen = turn.replies
      .flatMap(optionsOf)
      .find(({ action }) => action.kind === 'situation' && action.situation === situation);
    if (chosen === undefined) break;
    turn = press(chosen.action, chosen.label);
  }
  return { session, replies: all, questions, transcript: `${lines.join('\n\n')}\n` };
}
