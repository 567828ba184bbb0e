import type { Guide } from './guide.ts';
import type { Outcome } from './outcome.ts';
import { position } from './position.ts';
import type { Reply } from './reply.ts';
import { sayPlace } from './say/place.ts';
import type { Session } from './session.ts';

/** Says some words, then what the session's place asks for. */
export function goOn(guide: Guide, session: Session, day: string, ...first: readonly Reply[]): Outcome {
  const place = sayPlace(guide, session, position(guide.graph, session, day), day);
  return { session, replies: [...first, ...place], effects: [] };
}

/** Says something and leaves the place as it is. */
export function show(session: Session, ...replies: readonly Reply[]): Outcome {
  return { session, replies, effects: [] };
}
