import type { Graph } from '../knowledge/graph.ts';
import { questionsOf } from '../knowledge/questions-of.ts';
import type { Session } from './session.ts';
import { type PatternBook, pattern, patternBook } from './understand/pattern.ts';
import { fold, wordsOf } from './understand/words.ts';

interface Heard {
  readonly question: string;
  readonly value: string;
}

const books = new WeakMap<Graph, PatternBook<Heard>>();
const denials = new Set(
  ['ikke', 'ik', 'ingen', 'hverken', 'aldrig', 'not', 'no', 'nicht', 'nie', 'не', 'ni', 'degil'].map(fold),
);

/**
 * The answers a citizen has given without being asked, by the words that the content names for an option ("stress" says
 * what kind of illness). Nothing denied is heard, and where words speak for two options of a question that takes one,
 * neither is. Only what can matter in the life situations is heard, or anything while none is known. What was heard is shown
 * and can be changed. Derived anew from the words each time: a cause is stored once.
 */
export function toldAnswers(
  graph: Graph,
  told: readonly string[],
  situations: readonly string[],
): Session['answers'] {
  const matters = (question: string) =>
    situations.length === 0 || situations.some((situation) => questionsOf(graph, situation).has(question));
  const heard = new Map<string, Set<string>>();
  for (const text of told) {
    const words = wordsOf(text);
    for (const { value: found, from } of bookOf(graph).find(words)) {
      if (!matters(found.question)) continue;
      const before = words.slice(Math.max(0, from - 2), from);
      if (before.some(({ folded }) => denials.has(folded))) continue;
      heard.set(found.question, (heard.get(found.question) ?? new Set()).add(found.value));
    }
  }
  const answers: Record<string, string | readonly string[]> = {};
  for (const [id, values] of heard) {
    const [only] = values;
    if (graph.questions.get(id)?.kind === 'choices') answers[id] = [...values];
    else if (values.size === 1 && only !== undefined) answers[id] = only;
  }
  return answers;
}

function bookOf(graph: Graph): PatternBook<Heard> {
  let book = books.get(graph);
  if (book === undefined) {
    book = patternBook(
      [...graph.questions.values()].flatMap((question) =>
        question.options.flatMap((option) =>
          option.heard.map((words) => ({
            pattern: pattern(words, fold),
            value: { question: question.id, value: option.value },
          })),
        ),
      ),
    );
    books.set(graph, book);
  }
  return book;
}
