import type { Answer } from '../knowledge/condition.ts';
import type { Question } from '../knowledge/question.ts';
import { isAnswer } from './facts.ts';
import { readDay } from './typed-day.ts';

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
    "(?:i )?(?:really |honestly )?(?:do not|don'?t) (?:really )?know(?: yet)?|(?:i(?: a|')?m )?not (?:really |quite )?sure|no idea|skip(?: it)?|maybe|rather not say|i would rather not(?: say)?",
    'das? wei(?:ß|ss) ich (?:noch |leider )?nicht|(?:ich )?wei(?:ß|ss) (?:ich |es |das )?(?:noch |leider )?nicht|keine ahnung|(?:ich )?bin (?:mir )?nicht sicher|vielleicht|überspringen|möchte ich nicht sagen',
    '(?:ja )?(?:jeszcze )?nie wiem|nie jestem pew(?:ien|na)|nie mam pojęcia|może|trudno powiedzieć|pomiń|wolę nie mówić',
    '(?:я )?(?:ще |поки )?не знаю|(?:я )?не (?:впевнен(?:ий|а)|певен|певна)|може|можливо|важко сказати|пропустити|не хочу казати',
    'لا [أا]عرف|م[اش] ?[بـ]?عرف|مو عارف[ةه]?|مش عارف[ةه]?|لا [أا]دري|ما [أا]دري|لست مت[أا]كد[اًةه]*|غير مت[أا]كد[ةه]?|ربما|يمكن|تخطي|[أا]فضل عدم ال[إا]جابة',
    'bilmiyorum|bilmem|emin değilim|fikrim yok|belki|geç|atla|söylemek istemiyorum',
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
