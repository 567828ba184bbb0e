import type { Graph } from '../knowledge/graph.ts';
import type { Understand } from './understand/understanding.ts';

/** What a turn needs besides the session and the message; never changes while the server runs. */
export interface Guide {
  readonly graph: Graph;
  readonly understand: Understand;
  /** After how many days a conversation is deleted, for the welcome to say; 0 when nothing is kept. */
  readonly keepDays: number;
}
