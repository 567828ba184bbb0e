import type { Answer } from '../knowledge/condition.ts';
import type { Question } from '../knowledge/question.ts';
import { isDay } from './calendar.ts';
import { isAnswer } from './facts.ts';

/** An answer as the citizen would say it: the labels of the options, or the number or day itself. */
export function labelOf(question: Question | undefined, answer: Answer | null | undefined): string {
  if (answer === null || answer === undefined) return '–';
  const label = (value: string | number) =>
    question?.options.find((option) => option.value === value)?.label ?? String(value);
  return typeof answer === 'object' ? answer.map(label).join(', ') : label(answer);
}

/** An answer that can be read without its question: a bare yes or no says what it was said to. */
export function answerInWords(question: Question | undefined, answer: Answer | null | undefined): string {
  const label = labelOf(question, answer);
  const isBare =
    question?.options.some(({ value }) => value === 'ja') === true && (answer === 'ja' || answer === 'nej');
  return isBare ? `${question?.text} ${label}` : label;
}

const longestAnswerInWords = 9;
const unsure = new RegExp(
  `^(?:${[
    '(?:jeg |det )?(?:ved|aner) (?:jeg |det )?(?:ikke|ik|ikk)(?: helt| rigtigt| endnu| præcist)?',
    '(?:jeg )?(?:er )?ikke (?:helt )?sikker',
    '(?:det )?vil (?:jeg )?(?:helst )?ikke (?:svare|sige)(?: det)?',
    '(?:jeg )?springe?r? over|måske|maaske',
    "(?:i )?(?:don'?t know|am not sure|'?m not sure)|not sure|skip|maybe",
    '(?:ich )?wei(?:ß|ss) (?:ich |es )?nicht|keine ahnung|nie wiem|не знаю|لا [أا]عرف|bilmiyorum',
  ].join('|')})[.!?]*$`,
  'u',
);
const ends = '(?=$|[\\s,.!])';
const yes = new RegExp(`^(?:(?:ja+|jo|jep|jada|yes|yep|так|evet|نعم)${ends}|tak$)`, 'u');
const no = new RegExp(`^(?:nej+|næ|nope|no|nein|nie|ні|hayır|لا)${ends}`, 'u');
const none = /^(?:nej|ingen(?:ting)?(?: af (?:dem|delene|de her))?|intet|none(?: of (?:them|these))?)$/u;
const denial = / (?:ikke|ikk|ik|ingen|hverken|aldrig|not|no|never|nicht|kein|keine|nie|не|değil|لا|ليس) /u;

/**
 * Reads typed words as the answer to a question. Null is "ved ikke"; undefined means the words are no answer, but
 * something the citizen wants to tell. In doubt they are no answer: a wrong one would never be noticed.
 */
export function readAnswer(question: Question, text: string): Answer | null | undefined {
  const words = normal(text);
  if (words === '' || words.split(' ').length > longestAnswerInWords) return undefined;
  if (unsure.test(words)) return null;
  const answer = read(question, words);
  return answer !== undefined && isAnswer(question, answer) ? answer : undefined;
}

/** Reads typed words as one of several options; undefined when they are none, or could be two. */
export function readOption(options: readonly Choice[], text: string): string | undefined {
  const words = normal(text);
  return words === '' || words.split(' ').length > longestAnswerInWords
    ? undefined
    : oneOption(options, words);
}

/** The option whose words were typed exactly. */
export function exactOption(options: readonly Choice[], text: string): string | undefined {
  const words = normal(text);
  return options.find(({ label }) => normal(label) === words)?.value;
}

/** Whether the words say that none of several options fits. */
export function saysNone(text: string): boolean {
  return none.test(normal(text));
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function read(question: Question, words: string): Answer | undefined {
  switch (question.kind) {
    case 'choice':
      return oneOption(question.options, words);
    case 'choices':
      return someOptions(question.options, words);
    case 'number':
      return oneNumber(words);
    case 'date':
      return readDay(words);
  }
}

function someOptions(options: readonly Choice[], words: string): readonly string[] | undefined {
  const exact = exactOption(options, words);
  if (exact !== undefined) return [exact];
  if (none.test(words)) return [];
  const parts = words.split(/\s*[,;]\s*|\s+(?:og|samt|and|und)\s+/u).map((part) => oneOption(options, part));
  return parts.every((part) => part !== undefined) ? [...new Set(parts)] : undefined;
}

function oneOption(options: readonly Choice[], words: string): string | undefined {
  const exact = exactOption(options, words) ?? options.find(({ value }) => value === words)?.value;
  if (exact !== undefined) return exact;
  const isOffered = (value: string) => options.some((option) => option.value === value);
  const said = spaced(words);
  if (isOffered('ja') && yes.test(words)) return denial.test(said) ? undefined : 'ja';
  if (isOffered('nej') && no.test(words)) return 'nej';
  // What is denied is another thing than what is said: "ikke ansat" is no "ansat".
  const alike = options
    .map(({ value, label }) => ({ value, label: spaced(normal(label)) }))
    .filter(({ label }) => denial.test(label) === denial.test(said));
  const held = alike.filter(({ value, label }) => said.includes(label) || said.includes(spaced(value)));
  if (held.length > 0) return held.length === 1 ? held[0]?.value : undefined;
  // Part of a label will do where it names one alone, but "4 uger" is not "under 4 uger".
  if (words.length < 4 || /\p{Nd}/u.test(words)) return undefined;
  const holding = alike.filter(({ label }) => label.includes(said));
  return holding.length === 1 ? holding[0]?.value : undefined;
}

function oneNumber(words: string): number | undefined {
  const numbers = words.match(/(?<![\p{L}\p{Nd}])-?\d+(?:\.\d{3})*(?:,\d+)?/gu) ?? [];
  const [only] = numbers;
  if (only === undefined || numbers.length > 1 || only.includes(',')) return undefined;
  return Number(only.replaceAll('.', '')) + 0;
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** Days as Danes write them: 3-11-2026, 3/11 2026, 3/11-26, 3. november 2026, 2026-11-03. */
function readDay(words: string): string | undefined {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(words);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const danish = /(?<!\d)(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})(?!\d)/u.exec(words);
  if (danish !== null) return day(danish[3], danish[2], danish[1]);
  const named = /(?<!\d)(\d{1,2})\.? *(?:den )?([a-zæøå]{3})[a-zæøå]*\.? +(\d{4})(?!\d)/u.exec(words);
  if (named === null) return undefined;
  return day(named[3], String(months.indexOf(named[2] ?? '') + 1), named[1]);
}

function day(year = '', month = '', date = ''): string | undefined {
  const century = year.length === 2 ? (Number(year) < 50 ? '20' : '19') : '';
  const text = `${century}${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[»«"”“]/gu, '')
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/\s+/gu, ' ')
    .replace(/[.!]+$/u, '')
    .trim();
}

/** Words with one space around each and nothing else between them. */
function spaced(words: string): string {
  return ` ${words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;
}
