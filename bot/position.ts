import type { Facts } from '../knowledge/condition.ts';
import type { Graph } from '../knowledge/graph.ts';
import type { Question } from '../knowledge/question.ts';
import { type Reached, walk } from '../knowledge/walk.ts';
import { applicableFacts } from './facts.ts';
import { nextQuestion } from './next-question.ts';
import type { Session } from './session.ts';
import { toldAnswers } from './told-answers.ts';

/** Where the citizen stands. */
export type Place =
  /** Nothing told yet, or nothing that was understood. */
  | { readonly kind: 'listening' }
  /** A question is being asked; `again` when an earlier answer is being changed. */
  | { readonly kind: 'asking'; readonly question: Question; readonly again: boolean }
  /** The citizen is telling what is missing. */
  | { readonly kind: 'gap'; readonly stage: 'need' | 'reason' | 'consent' }
  | { readonly kind: 'plan' };

/** A place with what it was found from, so that nothing is worked out twice in a turn. */
export interface Position {
  readonly place: Place;
  /** The session's situations that the graph has. */
  readonly situations: readonly string[];
  /** What was answered, and what was heard in the citizen's words without being asked. */
  readonly answers: Session['answers'];
  readonly facts: Facts;
  readonly reached: readonly Reached[];
}

/** Replays the session's causes against the graph. Pure: the same causes always lead to the same place. */
export function position(graph: Graph, session: Session, day: string): Position {
  const situations = session.situations.filter((id) => graph.situations.has(id));
  const answers = { ...toldAnswers(graph, session.told, situations), ...session.answers };
  const facts = applicableFacts(graph, answers);
  const reached = walk(graph, situations, day);
  const place = placeOf(graph, session, answers, situations, facts, reached);
  return { place, situations, answers, facts, reached };
}

function placeOf(
  graph: Graph,
  session: Session,
  answers: Session['answers'],
  situations: readonly string[],
  facts: Facts,
  reached: readonly Reached[],
): Place {
  if (session.gap !== null) return { kind: 'gap', stage: gapStage(session.gap) };
  const changed = graph.questions.get(session.changing ?? '');
  if (changed !== undefined) return { kind: 'asking', question: changed, again: true };
  if (situations.length === 0) return { kind: 'listening' };
  const asking = { answers, asking: session.asking, asked: Object.keys(session.answers) };
  const question = nextQuestion(graph, reached, facts, asking);
  return question === null ? { kind: 'plan' } : { kind: 'asking', question, again: false };
}

function gapStage(gap: NonNullable<Session['gap']>): 'need' | 'reason' | 'consent' {
  if (gap.need === null && gap.words === null) return 'need';
  return gap.reason === null ? 'reason' : 'consent';
}
