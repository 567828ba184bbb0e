import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { trainingVersion } from '../../bot/understand/learn.ts';
import {
  askedFrom,
  type Lessons,
  type Line,
  linesFrom,
  linesFromSections,
} from '../../bot/understand/lines.ts';

const folder = new URL('../../bot/understand/', import.meta.url);

/** Danish lines by other writers, kept out of what is measured; only the shipped weights learn from them too. */
const developmentSet = 'dev-da.jsonl';
/** Of this file every fifth line is kept out of what is measured. */
const otherLanguages = 'train-langs.jsonl';

/** What the models learn from, and what they are measured on when those lines were kept from them. */
export interface Split {
  readonly lessons: Lessons;
  readonly held: readonly Line[];
}

/** All lessons: what the shipped weights are learned from. */
export function loadLessons(): Lessons {
  return load(() => false).lessons;
}

/** The lessons without the lines that understanding is measured on, and those lines. */
export function splitLessons(): Split {
  return load((file, at) => file === developmentSet || (file === otherLanguages && at % 5 === 0));
}

function load(keepsOut: (file: string, at: number) => boolean): Split {
  const lines: Line[] = [];
  const held: Line[] = [];
  const files = textsIn('lines/');
  for (const [name, text] of files) {
    if (name.startsWith('services')) continue;
    const read = name.endsWith('.jsonl') ? linesFrom(text) : linesFromSections(text);
    for (const [at, line] of read.entries()) (keepsOut(name, at) ? held : lines).push(line);
  }
  const asked = files.filter(([name]) => name.startsWith('services')).flatMap(([, text]) => askedFrom(text));
  const concepts = textsIn('concepts/').map(([, text]) => text);
  const glossaries = Object.fromEntries(
    textsIn('glossary/').map(([name, text]) => [name.replace('.txt', ''), text]),
  );
  return { lessons: { lines, asked, concepts, glossaries }, held };
}

/** A fingerprint of everything the weights depend on: lines, concepts, glossaries, and the version of the code that trains. */
export function lessonsHash(): string {
  const hash = createHash('sha256').update(String(trainingVersion));
  for (const name of trainingCode)
    hash.update(readFileSync(new URL(`${name}.ts`, folder), 'utf8').replaceAll('\r', ''));
  for (const part of ['lines/', 'concepts/', 'glossary/'])
    for (const [name, text] of textsIn(part)) hash.update(name).update(text);
  return hash.digest('hex').slice(0, 16);
}

const trainingCode = [
  'concepts',
  'features',
  'glossary',
  'language',
  'learn',
  'lines',
  'stem',
  'train',
  'vocabulary',
  'words',
];

function textsIn(part: string): readonly (readonly [string, string])[] {
  const at = new URL(part, folder);
  return readdirSync(at)
    .filter((name) => /\.(txt|jsonl)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, at), 'utf8').replaceAll('\r', '')] as const);
}
