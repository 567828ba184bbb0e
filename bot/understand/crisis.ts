import { type CrisisKind, crisisKinds } from '../../knowledge/crisis.ts';
import type { CrisisLanguage, CrisisRule } from './crisis/rule.ts';
import { crisisLanguages } from './crisis/rules.ts';
import type { Features } from './features.ts';
import type { Linear } from './linear.ts';
import { type Pattern, type PatternBook, pattern, patternBook } from './pattern.ts';
import { fold, type Word } from './words.ts';

/** What the gate saw: the kind of danger, and the words that opened it. */
export interface Danger {
  readonly kind: CrisisKind;
  readonly by: 'rule' | 'model';
  /** Whether it is clear which kind it is. */
  readonly sure: boolean;
  readonly from: number;
  readonly to: number;
}

type Entry =
  | { readonly what: 'danger'; readonly kind: CrisisKind; readonly always: boolean; readonly rank: number }
  | { readonly what: 'harmless' }
  | { readonly what: 'over' };

/**
 * The score from which the learned half of the gate speaks up: the mean of how much the text looks like any danger and like
 * its likeliest kind. Set on lines that the model had not been trained on, low enough that it speaks in doubt.
 */
const crisisThreshold = -0.45;
/** Not this far ahead of the next, the likeliest kind is too often another than the one meant. */
const kindLead = 0.3;

/** A word that says "it is over" or "it is homework" counts for the danger within so many words of it, in the same sentence … */
const reach = 8;
/** … unless something close by says that it goes on: "still", "again", "every day", "it began". */
const close = 4;
const goesOn = new Set(Object.values(crisisLanguages).flatMap(({ goesOn }) => goesOn.map(fold)));
/** Of so few words the model knows nothing: only rules speak. */
const tooFewForModel = 2;
/** Texts this short are often taken for the wrong language: every language's rules are read on them. */
const short = 5;

const books = new Map(Object.entries(crisisLanguages).map(([lang, rules]) => [lang, bookOf(rules)]));
const unmistakable = patternBook<Entry>(
  Object.values(crisisLanguages).flatMap(({ rules }) =>
    rules.flatMap((rule, rank) => (rule.always ? entriesOf(rule, rank) : [])),
  ),
);

/** Reads the words of a whole text by the rules alone. Unmistakable words are known in all languages at once. */
export function dangerByRule(words: readonly Word[], lang: string): Danger | null {
  // Danish and English turn up inside every language.
  const read = words.length <= short ? [...books.keys()] : [...new Set(['da', 'en', lang])];
  const found = read.flatMap((one) => books.get(one)?.find(words) ?? []);
  if (words.length > short) found.push(...unmistakable.find(words));
  const near = (what: Entry['what'], by: number, one: { from: number; to: number }) =>
    found.some((other) => other.value.what === what && other.from < one.to + by && one.from < other.to + by);
  let best: { danger: Danger; rank: number } | null = null;
  for (const one of found) {
    const entry = one.value;
    if (entry.what !== 'danger' || (best !== null && best.rank <= entry.rank)) continue;
    const isOver = found.some(
      ({ value, from, to }) => value.what === 'over' && isSaidOf({ from, to }, one, words),
    );
    // Who once did not want to live may not want to now either.
    const isKept = entry.always || entry.kind === 'selvmord';
    if (near('harmless', 0, one) || (isOver && !isKept)) continue;
    // Of what is past but never harmless it is not clear who needs what now: the words for this kind would be too strong.
    const danger: Danger = { kind: entry.kind, by: 'rule', sure: !isOver, from: one.from, to: one.to };
    best = { danger, rank: entry.rank };
  }
  return best?.danger ?? null;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whether words that say "it is over" stand close to a danger, in its sentence, with nothing that says it goes on. */
function isSaidOf(over: Stretch, danger: Stretch, words: readonly Word[]): boolean {
  const apart = Math.max(over.from - danger.to, danger.from - over.to);
  if (apart >= reach) return false;
  const between = words.slice(Math.min(over.from, danger.from) + 1, Math.max(over.to, danger.to));
  if (between.some(({ opens }) => opens)) return false;
  const isNear = (at: number) => at >= danger.from - close && at < danger.to + close;
  return !words.some(
    ({ folded }, at) => goesOn.has(folded) && isNear(at) && (at < over.from || at >= over.to),
  );
}

/**
 * Makes the crisis gate: rules on the whole text first, then a model of its own, on the part the models read, that
 * catches what no rule names. In doubt it speaks.
 */
export function crisisGate(
  model: Linear,
): (words: readonly Word[], features: Features, lang: string) => Danger | null {
  return (words, features, lang) => {
    const named = dangerByRule(words, lang);
    if (named !== null || words.length <= tooFewForModel) return named;
    const scores = model.scores(features);
    const scoreOf = (name: string) => scores[model.classes.indexOf(name)] ?? Number.NEGATIVE_INFINITY;
    const [first, second] = crisisKinds
      .map((kind) => ({ kind, score: scoreOf(kind) }))
      .sort((a, b) => b.score - a.score);
    if (first === undefined || second === undefined) return null;
    if ((scoreOf('any') + first.score) / 2 < crisisThreshold) return null;
    const sure = first.score - second.score >= kindLead;
    return { kind: first.kind, by: 'model', sure, from: 0, to: words.length };
  };
}

function bookOf({ rules, harmless, over }: CrisisLanguage): PatternBook<Entry> {
  const plain = (sources: readonly string[], value: Entry) =>
    sources.map((source) => ({ pattern: pattern(source, fold), value }));
  return patternBook<Entry>([
    ...rules.flatMap(entriesOf),
    ...plain(harmless, { what: 'harmless' }),
    ...plain(over, { what: 'over' }),
  ]);
}

function entriesOf(rule: CrisisRule, rank: number): readonly { pattern: Pattern; value: Entry }[] {
  const value: Entry = { what: 'danger', kind: rule.kind, always: rule.always ?? false, rank };
  return rule.patterns.map((source) => ({ pattern: pattern(source, fold), value }));
}
