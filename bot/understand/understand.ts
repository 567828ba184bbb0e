import { conceptsFrom } from './concepts.ts';
import { alarms } from './crisis/alarms.ts';
import { crisisGate, type Danger } from './crisis.ts';
import { excerpt } from './excerpt.ts';
import { featuresOf } from './features.ts';
import { glossaryFrom } from './glossary.ts';
import { languageOf } from './language.ts';
import type { Model } from './learn.ts';
import { linear } from './linear.ts';
import { mender } from './mend.ts';
import { scopeOf } from './scope.ts';
import { serviceReader } from './services.ts';
import { situationReader } from './situations.ts';
import type { Understand, Understanding } from './understanding.ts';
import { partRead, type Word, wordsOf } from './words.ts';

/** Why a text was understood as it was: the words that carried it, the strongest first. */
export interface Because {
  readonly situation: readonly string[];
  readonly crisis: readonly string[];
  readonly crisisBy: Danger['by'] | null;
}

/** An understanding and its reasons. */
export type Explain = (text: string) => { readonly understanding: Understanding; readonly because: Because };

/** Out of scope only a situation that is likely all the same is named. */
const leastOutside = 0.05;

/** Makes the reader of citizens' words from learned weights: deterministic, no input or output, never throws. */
export function createUnderstand(model: Model): Understand {
  const explain = createExplain(model);
  return (text) => explain(text, false).understanding;
}

/** As `createUnderstand`, and says which words carried it. */
export function createExplain(model: Model): (text: string, reasons?: boolean) => ReturnType<Explain> {
  const meant = conceptsFrom(model.concepts);
  const mended = mender(model.vocabulary);
  const gloss = glossaryFrom(model.glossaries);
  const languages = linear(model.languages);
  const situations = situationReader(linear(model.situations));
  const services = serviceReader(linear(model.services));
  const danger = crisisGate(linear(model.crisis));
  return (text, reasons = true) => {
    const part = excerpt(text, alarms);
    const lang = languageOf(part, languages);
    const all = wordsOf(part, Number.POSITIVE_INFINITY);
    const words = gloss(mended(partRead(all), lang), lang);
    const features = featuresOf(words, meant(words, lang), lang);
    const subject = situations(words, features);
    const crisis = danger(all, features, lang);
    const scope = scopeOf(words, subject, crisis !== null);
    const understanding: Understanding = {
      lang,
      situations: subject.situations.filter(({ score }) => scope === 'in' || score >= leastOutside),
      services: services(features, subject),
      crisis: crisis?.kind ?? null,
      card: crisis === null || crisis.sure ? (crisis?.kind ?? null) : 'uvis',
      scope,
    };
    const because: Because = reasons
      ? {
          situation: strongest(words, subject.because(understanding.situations[0]?.id)),
          crisis: crisis === null ? [] : all.slice(crisis.from, crisis.to).map((word) => word.raw),
          crisisBy: crisis?.by ?? null,
        }
      : { situation: [], crisis: [], crisisBy: null };
    return { understanding, because };
  };
}

function strongest(words: readonly Word[], parts: Float64Array): readonly string[] {
  const total = parts.reduce((sum, part) => sum + Math.max(0, part), 0);
  return words
    .map((word, at) => ({ word: word.raw, part: parts[at] ?? 0 }))
    .filter(({ part }) => part > total * 0.1)
    .sort((a, b) => b.part - a.part)
    .slice(0, 5)
    .map(({ word }) => word);
}
