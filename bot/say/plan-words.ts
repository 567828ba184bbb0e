import type { Guide } from '../guide.ts';
import type { Language } from '../message.ts';
import { nextQuestion } from '../next-question.ts';
import type { Position } from '../position.ts';
import type { Option, PlanWords } from '../reply.ts';
import type { Session } from '../session.ts';
import { say } from '../wording/wording.ts';

const wordKeys = [
  'why',
  'how',
  'byWhen',
  'source',
  'checked',
  'law',
  'cost',
  'bring',
  'maybe',
  'duty',
  'right',
  'proof',
  'website',
  'selfService',
  'details',
] as const satisfies readonly (keyof PlanWords)[];

/** The words around the steps of a plan. */
export function planWords(language: Language): PlanWords {
  return Object.fromEntries(
    wordKeys.map((key) => [key, say(language, `words.${key}`)]),
  ) as unknown as PlanWords;
}

/** What can be done from the plan. */
export function planOptions(
  guide: Guide,
  session: Session,
  position: Position,
  hidden: number,
): readonly Option[] {
  const { language } = session;
  const { graph } = guide;
  const options: Option[] = [];
  const offer = (isOffered: boolean, label: string, action: Option['action']) => {
    if (isOffered) options.push({ label, action, quiet: true });
  };
  const dated = position.situations.some((id) => graph.milestonesBySituation.has(id));
  const asking = { answers: position.answers, asking: 'all' as const, asked: [] };
  const canRefine = nextQuestion(graph, position.reached, position.facts, asking) !== null;
  offer(hidden > 0, say(language, 'plan.more', { count: hidden }), { kind: 'more' });
  offer(dated, say(language, 'plan.overview'), { kind: 'overview' });
  offer(canRefine, say(language, 'plan.refine'), { kind: 'refine' });
  offer(Object.keys(position.answers).length > 0, say(language, 'plan.answers'), { kind: 'answers' });
  offer(true, say(language, 'plan.missing'), { kind: 'missing' });
  offer(true, say(language, 'plan.person'), { kind: 'person' });
  offer(true, say(language, 'plan.else'), { kind: 'else' });
  return options;
}

/** The way back, after a look at something else. */
export function backOptions(session: Session, position: Position): readonly Option[] {
  const { language } = session;
  if (position.situations.length === 0) return [];
  return [{ label: say(language, 'plan.back'), action: { kind: 'plan' }, quiet: true }];
}
