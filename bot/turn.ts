import { act } from './act.ts';
import { dayOf } from './calendar.ts';
import type { Guide } from './guide.ts';
import { hear } from './hear.ts';
import type { Message } from './message.ts';
import type { Turn } from './outcome.ts';
import { welcome } from './say/welcome.ts';
import type { Session } from './session.ts';

/**
 * Takes one turn: what the citizen sent in, the next session, replies and effects out. Pure and total: the same inputs
 * give the same turn, and any message a citizen can send gives one.
 */
export function takeTurn(guide: Guide, session: Session, message: Message): Turn {
  const day = dayOf(message.at);
  switch (message.kind) {
    case 'hello':
      return { session, replies: welcome(guide, session), effects: [], heard: null };
    case 'action':
      return { ...act(guide, session, message.action, day), heard: null };
    case 'text':
      return hear(guide, session, message.text, day);
  }
}
