import type { Graph } from '../../knowledge/graph.ts';
import { inLanguage } from '../../knowledge/in-language.ts';
import type { Question } from '../../knowledge/question.ts';
import type { Position } from '../position.ts';
import type { Input, Option, Reply } from '../reply.ts';
import type { Session } from '../session.ts';
import { say } from '../wording/wording.ts';

const inputs: Readonly<Record<Question['kind'], Input>> = {
  choice: 'options',
  choices: 'many',
  number: 'number',
  date: 'date',
};

/** A question of the graph, with its answers and the ways around it. */
export function askQuestion(
  graph: Graph,
  session: Session,
  position: Position,
  { id }: Question,
  again: boolean,
): Reply {
  const { language } = session;
  const question = inLanguage(graph, language).question(id) as Question;
  const answers = question.options.map(
    ({ value, label }): Option => ({
      label,
      action: { kind: 'answer', question: question.id, value: question.kind === 'choices' ? [value] : value },
    }),
  );
  const quiet = (label: string, action: Option['action']): Option => ({ label, action, quiet: true });
  const nothingAnswered = Object.keys(session.answers).length === 0 && session.situations.length > 0;
  return {
    kind: 'ask',
    text: question.text,
    input: inputs[question.kind],
    question: question.id,
    options: [
      ...answers,
      quiet(say(language, 'ask.skip'), { kind: 'answer', question: question.id, value: null }),
      quiet(say(language, 'ask.why'), { kind: 'why' }),
      ...(position.situations.length > 0 ? [quiet(say(language, 'ask.planNow'), { kind: 'plan' })] : []),
      ...(nothingAnswered && !again ? [quiet(say(language, 'listen.notThis'), { kind: 'none' })] : []),
    ],
  };
}
