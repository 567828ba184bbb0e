import { crisisKinds } from '../../knowledge/crisis.ts';
import { conceptsFrom } from './concepts.ts';
import { featuresOf, isWord } from './features.ts';
import { glossaryFrom } from './glossary.ts';
import { spellingOf, spoken } from './language.ts';
import type { Lessons, Line } from './lines.ts';
import { type Example, type Training, train, type Weights } from './train.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** Everything that is learned from lines; what `createUnderstand` needs. */
export interface Model {
  readonly situations: Weights;
  readonly services: Weights;
  readonly crisis: Weights;
  readonly languages: Weights;
  /** The files of the concept lexicon the weights were learned with. */
  readonly concepts: readonly string[];
  /** The glossaries, by language, that they were learned with. */
  readonly glossaries: Readonly<Record<string, string>>;
  readonly vocabulary: readonly string[];
}

/** What a text can be about besides the life situations. */
export const besides = ['errand', 'out', 'meta'] as const;

/** Changes whenever the same lines would give other weights, so that cached ones are not used. */
export const trainingVersion = 1;

/** Learns all models from the lessons. Pure; the same lessons give the same model. */
export function learn({ lines, asked, concepts, glossaries }: Lessons): Model {
  const meant = conceptsFrom(concepts);
  const gloss = glossaryFrom(glossaries);
  const featuresIn = (text: string, lang: string) => {
    const words = gloss(wordsOf(text), lang);
    return featuresOf(words, meant(words, lang), lang);
  };
  const situationIds = [...new Set(lines.flatMap((line) => line.situations))].sort();
  const serviceIds = [...new Set(asked.map((one) => one.service))].sort();
  const read = lines.map((line) => featuresIn(line.text, line.lang));
  const readAsked = asked.map((one) => featuresIn(one.text, one.lang));
  const model = (
    classes: readonly string[],
    examples: readonly {
      features: Example['features'];
      is: readonly string[];
      maybe?: readonly string[];
      counts?: number;
    }[],
    how?: Partial<Training>,
  ): Weights => {
    const at = new Map(classes.map((name, i) => [name, i]));
    return train(
      classes,
      examples.map(({ features, is, maybe, counts }) => {
        const belongs = new Int8Array(classes.length).fill(-1);
        for (const name of maybe ?? []) belongs[at.get(name) ?? -1] = 0;
        for (const name of is) belongs[at.get(name) ?? -1] = 1;
        return { features, belongs, counts: counts ?? 1 };
      }),
      how,
    );
  };
  const none: Example['features'] = { keys: [], weights: [], words: [] };
  return {
    concepts,
    glossaries,
    vocabulary: vocabularyOf(lines),
    situations: model(
      [...situationIds, ...besides],
      balanced([
        ...lines.map((line, i) => ({
          features: read[i] ?? none,
          is: subject(line),
          maybe: line.situations.slice(1),
          counts: 1,
        })),
        ...asked.map((_, i) => ({ features: readAsked[i] ?? none, is: ['errand'], counts: 0.6 })),
      ]),
      { keepsRare: isWord },
    ),
    services: model(
      serviceIds,
      asked.map((one, i) => ({ features: readAsked[i] ?? none, is: [one.service] })),
      { keepsRare: isWord },
    ),
    crisis: model(
      ['any', ...crisisKinds],
      [
        ...lines.map((line, i) => ({
          features: read[i] ?? none,
          is: line.crisis === null ? [] : ['any', line.crisis],
          // A danger overheard is worse than one shown in vain.
          counts: line.crisis === null ? 1 : 1.5,
        })),
        ...asked.map((_, i) => ({ features: readAsked[i] ?? none, is: [], counts: 0.3 })),
      ],
    ),
    languages: model(
      spoken,
      lines.map((line) => ({
        features: spellingOf(line.text),
        is: [line.lang],
        counts: line.lang === 'da' ? 0.5 : 1,
      })),
    ),
  };
}

/** Lets what many lines were written for count less each, by the root of how many there are. */
function balanced<T extends { is: readonly string[]; counts: number }>(examples: readonly T[]): readonly T[] {
  const times = new Map<string, number>();
  for (const { is } of examples) for (const name of is) times.set(name, (times.get(name) ?? 0) + 1);
  const mean = examples.length / times.size;
  return examples.map((one) => {
    const [name] = one.is;
    return name === undefined
      ? one
      : { ...one, counts: one.counts * Math.sqrt(mean / (times.get(name) ?? mean)) };
  });
}

function subject(line: Line): readonly string[] {
  if (line.situations.length > 0) return line.situations.slice(0, 1);
  if (line.meta !== undefined) return ['meta'];
  if (line.scope === 'out') return ['out'];
  return line.crisis === null ? ['errand'] : [];
}
