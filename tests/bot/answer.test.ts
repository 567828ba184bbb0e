import { describe, expect, test } from 'vitest';
import { labelOf, readAnswer, readOption, saysNone } from '../../bot/answer.ts';
import type { Answer } from '../../knowledge/condition.ts';
import { type Question, questionShape } from '../../knowledge/question.ts';
import { townGraph } from '../support/town.ts';

const { questions } = townGraph();
const asked = (id: string): Question => {
  const question = questions.get(id);
  if (question === undefined) throw new Error(id);
  return question;
};
const choice = (...labels: readonly string[]): Question =>
  questionShape.parse({
    id: 'spoergsmaal',
    text: 'Hvad?',
    why: 'Derfor.',
    kind: 'choice',
    options: labels.map((label, index) => ({ value: `v${index}`, label })),
    source: 'Småland 2026',
    checkedOn: '2026',
    confidence: 'known',
  });

type Row = readonly [string, string, Answer | null | undefined];

describe('typed words are read as the answer to the question at hand', () => {
  test.each<Row>([
    ['arbejde', 'Jeg er ansat', 'ansat'],
    ['arbejde', '  jeg ER ansat. ', 'ansat'],
    ['arbejde', '»Noget andet«', 'andet'],
    ['arbejde', 'ledig', 'ledig'],
    ['arbejde', 'eget firma', 'selvstaendig'],
    ['arbejde', 'jeg er ledig lige nu', 'ledig'],
    ['timer', 'deltid', 'deltid'],
    ['hjaelper', 'Ja', 'ja'],
    ['hjaelper', 'jaa', 'ja'],
    ['hjaelper', 'ja, det gør jeg', 'ja'],
    ['hjaelper', 'jo', 'ja'],
    ['hjaelper', 'så tak', undefined],
    ['hjaelper', 'tak', 'ja'],
    ['hjaelper', 'tak for hjælpen', undefined],
    ['hjaelper', 'nej tak', 'nej'],
    ['hjaelper', 'Nej, det gør jeg ikke', 'nej'],
    ['hjaelper', 'næ', 'nej'],
    ['hjaelper', 'yes', 'ja'],
    ['hjaelper', 'так', 'ja'],
    ['hjaelper', 'так, кожен день', 'ja'],
    ['hjaelper', 'ні', 'nej'],
    ['hjaelper', 'نعم', 'ja'],
    ['hjaelper', 'لا', 'nej'],
    ['hjaelper', 'evet', 'ja'],
    ['hjaelper', 'hayır', 'nej'],
    ['hjaelper', 'nein', 'nej'],
    ['bor-sammen', 'ja', 'ja'],
    ['bor-sammen', 'hver for sig', 'nej'],
  ])('%s: »%s« is %j', (id, words, answer) => {
    expect(readAnswer(asked(id), words)).toEqual(answer);
  });
});

describe('what is in doubt is no answer', () => {
  test.each<Row>([
    ['arbejde', 'jeg er ikke ansat', undefined],
    ['arbejde', 'ikke ledig', undefined],
    ['arbejde', 'jeg er ansat og ledig', undefined],
    ['arbejde', 'jeg er', undefined],
    ['arbejde', 'ja', undefined],
    ['arbejde', 'ansatte kolleger', undefined],
    ['arbejde', '2', undefined],
    ['hjaelper', 'ja men ikke hver dag', undefined],
    ['hjaelper', 'januar', undefined],
    ['hjaelper', 'jeg ved godt at du spørger men det er en lang historie', undefined],
    ['arbejde', '', undefined],
    ['arbejde', '...', undefined],
  ])('%s: »%s«', (id, words, answer) => {
    expect(readAnswer(asked(id), words)).toBe(answer);
  });

  test('part of a label with a number in it is another number', () => {
    const weeks = choice('Under 4 uger', '4 til 15 uger', 'Mere end 15 uger');
    expect(readAnswer(weeks, '4 uger')).toBeUndefined();
    expect(readAnswer(weeks, '3')).toBeUndefined();
    expect(readAnswer(weeks, 'under 4 uger')).toBe('v0');
    expect(readAnswer(weeks, 'det er nok under 4 uger')).toBe('v0');
  });

  test('part of a label that denies is not read from words that do not', () => {
    const work = choice('Jeg kan ikke arbejde', 'Jeg har travlt');
    expect(readAnswer(work, 'arbejde')).toBeUndefined();
    expect(readAnswer(work, 'kan ikke arbejde')).toBe('v0');
  });
});

describe('"ved ikke" in all its forms skips the question', () => {
  test.each([
    'ved ikke',
    'Ved ik',
    'det ved jeg ikke',
    'jeg ved det ikke',
    'jeg ved ikke',
    'ved det ikke helt',
    'aner det ikke',
    'det aner jeg ikke',
    'ikke sikker',
    'jeg er ikke sikker',
    'måske',
    'spring over',
    'det vil jeg helst ikke svare',
    "I don't know",
    'skip',
    'ich weiß es nicht',
    'nie wiem',
    'не знаю',
    'لا أعرف',
    'bilmiyorum',
    'emin değilim',
    'ich bin mir nicht sicher',
    'das weiß ich nicht',
    'no idea',
    'nie jestem pewna',
    'поки не знаю',
    'مش عارفة',
  ])('»%s«', (words) => {
    for (const id of ['arbejde', 'fylder', 'uger-syg', 'foerste-sygedag'])
      expect(readAnswer(asked(id), words)).toBeNull();
  });
});

describe('several answers at once', () => {
  test.each<Row>([
    ['fylder', 'Søvn', ['soevn']],
    ['fylder', 'søvn, tanker', ['soevn', 'tanker']],
    ['fylder', 'tanker og søvn', ['tanker', 'soevn']],
    // The label holds the word that parts others.
    ['fylder', 'Breve og papirer', ['papirer']],
    ['fylder', 'papirer; papirer', ['papirer']],
    ['fylder', 'ingen af dem', []],
    ['fylder', 'nej', []],
    ['fylder', 'søvn og fodbold', undefined],
  ])('%s: »%s« is %j', (id, words, answer) => {
    expect(readAnswer(asked(id), words)).toEqual(answer);
  });
});

describe('numbers', () => {
  test.each<Row>([
    ['uger-syg', '8', 8],
    ['uger-syg', 'cirka 8 uger', 8],
    ['uger-syg', '0', 0],
    ['uger-syg', '٨', 8],
    ['uger-syg', '۱۲', 12],
    ['uger-syg', '-3', undefined],
    ['uger-syg', '201', undefined],
    ['uger-syg', '8-10', undefined],
    ['uger-syg', '2,5', undefined],
    ['uger-syg', '1.000', undefined],
    ['uger-syg', '99999999999999999999', undefined],
    ['uger-syg', 'mange', undefined],
  ])('%s: »%s« is %j', (id, words, answer) => {
    expect(readAnswer(asked(id), words)).toBe(answer);
  });
});

describe('days, as people write them in Denmark', () => {
  test.each<Row>([
    ['foerste-sygedag', '2026-11-03', '2026-11-03'],
    ['foerste-sygedag', '3-11-2026', '2026-11-03'],
    ['foerste-sygedag', '3/11 2026', '2026-11-03'],
    ['foerste-sygedag', '03.11.2026', '2026-11-03'],
    ['foerste-sygedag', '3/11-26', '2026-11-03'],
    ['foerste-sygedag', '3. november 2026', '2026-11-03'],
    ['foerste-sygedag', 'det var den 3. nov. 2026', '2026-11-03'],
    ['foerste-sygedag', '3.november 2026', '2026-11-03'],
    ['foerste-sygedag', '٣-١١-٢٠٢٦', '2026-11-03'],
    ['foerste-sygedag', 'November 3, 2026', '2026-11-03'],
    ['foerste-sygedag', '3rd of November 2026', '2026-11-03'],
    ['foerste-sygedag', '3. Dezember 2026', '2026-12-03'],
    ['foerste-sygedag', '3 listopada 2026', '2026-11-03'],
    ['foerste-sygedag', '3 листопада 2026', '2026-11-03'],
    ['foerste-sygedag', '٣ نوفمبر ٢٠٢٦', '2026-11-03'],
    ['foerste-sygedag', '3 Kasım 2026', '2026-11-03'],
    ['foerste-sygedag', '3 bananer 2026', undefined],
    ['foerste-sygedag', '31-02-2026', undefined],
    ['foerste-sygedag', '3-13-2026', undefined],
    ['foerste-sygedag', '3. vintermåned 2026', undefined],
    ['foerste-sygedag', '3-11-1026', undefined],
    ['foerste-sygedag', '3-11-20266', undefined],
    ['foerste-sygedag', 'i går', undefined],
  ])('%s: »%s« is %j', (id, words, answer) => {
    expect(readAnswer(asked(id), words)).toBe(answer);
  });
});

test('an answer is said in the words of its option', () => {
  expect(labelOf(asked('arbejde'), 'ansat')).toBe('Jeg er ansat');
  expect(labelOf(asked('fylder'), ['soevn', 'tanker'])).toBe('Søvn, Tanker');
  expect(labelOf(asked('uger-syg'), 8)).toBe('8');
  expect(labelOf(asked('arbejde'), null)).toBe('–');
  expect(labelOf(undefined, 'ukendt')).toBe('ukendt');
});

test('words are read as one of some options, or as none of them', () => {
  const options = [
    { value: 'ja', label: 'Ja, tag det med' },
    { value: 'i-stedet', label: 'Skift til det i stedet' },
    { value: 'nej', label: 'Nej, fortsæt' },
  ];
  const read = [
    'ja tak',
    'skift til det',
    'nej',
    'fortsæt',
    'noget om min hund og min kat og alt muligt andet',
  ];
  expect(read.map((words) => readOption(options, words))).toEqual([
    'ja',
    'i-stedet',
    'nej',
    'nej',
    undefined,
  ]);
  expect(['ingen af dem', 'Ingen.', 'ingen af delene', 'ingen penge'].map(saysNone)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
