import { factsRead } from './condition.ts';
import type { Question } from './question.ts';

type Questions = ReadonlyMap<string, Question>;

/** The questions of these ids and all that decide whether they are asked, each after its own gates. */
export function withGates(
  ids: readonly string[],
  questions: Questions,
  seen: Set<string> = new Set(),
): readonly string[] {
  return ids.flatMap((id) => {
    const question = questions.get(id);
    if (question === undefined || seen.has(id)) return [];
    seen.add(id);
    return [...withGates(factsRead(question.askIf), questions, seen), id];
  });
}

/** Whether a question would have to be answered before it could be asked. */
export function isItsOwnGate(id: string, questions: Questions): boolean {
  return withGates(factsRead(questions.get(id)?.askIf), questions).includes(id);
}
