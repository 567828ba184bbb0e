import type { Crisis, CrisisCard } from './crisis.ts';
import type { Graph } from './graph.ts';
import type { Question } from './question.ts';
import type { Situation } from './situation.ts';
import type { Translation } from './translation.ts';

/** What a citizen reads, in their language where it has been written, else in Danish. */
export interface Told {
  readonly situation: (id: string) => Pick<Situation, 'title' | 'mirror' | 'meeting'> | undefined;
  readonly need: (id: string) => string;
  readonly question: (id: string) => Question | undefined;
  readonly crisis: (id: CrisisCard) => Crisis | undefined;
}

const remembered = new WeakMap<Graph, Map<string, Told>>();

/** The content as it is told in a language (ISO 639-1; anything else is Danish). The graph never changes, so it is remembered. */
export function inLanguage(graph: Graph, language: string): Told {
  let known = remembered.get(graph);
  if (known === undefined) {
    known = new Map();
    remembered.set(graph, known);
  }
  let told = known.get(language);
  if (told === undefined) {
    told = tell(
      graph,
      [...graph.translations.values()].filter((translation) => translation.language === language),
    );
    known.set(language, told);
  }
  return told;
}

function tell(graph: Graph, translations: readonly Translation[]): Told {
  const { situations, needs, questions, crises } = {
    situations: Object.assign({}, ...translations.map((one) => one.situations)) as Translation['situations'],
    needs: Object.assign({}, ...translations.map((one) => one.needs)) as Translation['needs'],
    questions: Object.assign({}, ...translations.map((one) => one.questions)) as Translation['questions'],
    crises: Object.assign({}, ...translations.map((one) => one.crises)) as Translation['crises'],
  };
  const translated = new Map(
    [...graph.questions].map(([id, question]) => [id, translate(question, questions[id])]),
  );
  return {
    situation: (id) => situations[id] ?? graph.situations.get(id),
    need: (id) => needs[id] ?? graph.needs.get(id)?.title ?? id,
    question: (id) => translated.get(id),
    crisis: (id) => {
      const card = graph.crises.get(id);
      const words = crises[id];
      if (card === undefined || words === undefined) return card;
      // Better told in Danish than not at all.
      return {
        ...card,
        ...words,
        afterwards: words.afterwards.length > 0 ? words.afterwards : card.afterwards,
      };
    },
  };
}

function translate(question: Question, words: Translation['questions'][string] | undefined): Question {
  if (words === undefined) return question;
  const options = question.options.map((option) => ({
    ...option,
    label: words.options[option.value] ?? option.label,
  }));
  return { ...question, text: words.text, why: words.why, options };
}
