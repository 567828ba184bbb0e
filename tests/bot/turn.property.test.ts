import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, actionShape, languages, type Message, reasons } from '../../bot/message.ts';
import type { Turn } from '../../bot/outcome.ts';
import { mask } from '../../bot/privacy/mask.ts';
import type { Option, Reply } from '../../bot/reply.ts';
import { newSession, type Session, sessionShape } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';
import { anyAnswer } from '../support/any.ts';
import { buttonsOf, noon } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();
const { graph } = guide;
const sequences = process.env.FIND_VEJ_LONG === '1' ? 30_000 : 10_000;

const ids = (nodes: ReadonlyMap<string, unknown>) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...nodes.keys()) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('findes-ikke', '__proto__', 'constructor', 'toString', '%00', '<b>'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }) },
  );
const answer = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...graph.questions.values())
      .chain((question) => fc.tuple(fc.constant(question.id), fc.option(anyAnswer(question)))),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      ids(graph.questions),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.double(),
        fc.array(fc.string({ maxLength: 20 }), { maxLength: 30 }),
        fc.constant(null),
      ),
    ),
  },
);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('situation'), situation: ids(graph.situations) }),
  fc.record({ kind: fc.constant('situation'), situation: ids(graph.situations), add: fc.boolean() }),
  answer.map(([question, value]) => ({ kind: 'answer', question, value })),
  answer.map(([question, value]) => ({ kind: 'answer', question, value })),
  fc.record({
    kind: fc.constantFrom(
      'none',
      'why',
      'continue',
      'plan',
      'more',
      'refine',
      'overview',
      'answers',
      'person',
      'missing',
      'else',
      'restart',
      'forget',
    ),
  }),
  fc.record({ kind: fc.constant('change'), question: ids(graph.questions) }),
  fc.record({ kind: fc.constant('step'), step: fc.oneof(ids(graph.services), ids(graph.ownSteps)) }),
  fc.record({ kind: fc.constant('missing'), need: ids(graph.needs) }),
  fc.record({ kind: fc.constant('reason'), reason: fc.constantFrom(...reasons) }),
  fc.record({ kind: fc.constant('consent'), words: fc.boolean() }),
  fc.record({ kind: fc.constant('language'), language: fc.constantFrom(...languages) }),
) as fc.Arbitrary<Action>;

const phrases = [...graph.situations.values()].flatMap((situation) => situation.phrases);
const labels = [...graph.questions.values()].flatMap(({ options }) => options.map(({ label }) => label));
const said = [
  'ja',
  'nej',
  'nej tak',
  'måske',
  'ved ikke',
  'hej',
  'tak',
  'noget andet',
  'ingen af dem',
  'slet min samtale',
  'jeg vil tale med et menneske',
  'noget mangler',
  '8',
  '3. november 2026',
  '2026-02-30',
  '010190-1234',
  'ring på 22 33 44 55',
  'jeg vil ikke leve mere',
  'hvem vinder kampen',
  'samtalelinjen',
  'english please',
  'fortryd',
];
const odd = [
  '\u202eon\u202c',
  '\u0000',
  '\ud800',
  '\udc00x',
  'أنا وحيد',
  '👩‍👩‍👧‍👧',
  '<img src=x onerror=alert(1)>',
  '{"kind":"forget"}',
  '$&',
  '%s%n',
  '\r\n\r\n',
  'a\u0301'.repeat(50),
  '[x](javascript:x)',
];
const word = fc.oneof(
  fc.constantFrom(...phrases),
  fc.constantFrom(...labels),
  fc.constantFrom(...said),
  fc.constantFrom(...odd),
);
const text = fc.oneof(
  { weight: 40, arbitrary: word },
  { weight: 20, arbitrary: fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ')) },
  { weight: 20, arbitrary: fc.string({ unit: 'binary' }) },
  // Any UTF-16 at all, halves of letters among it.
  {
    weight: 20,
    arbitrary: fc
      .array(fc.nat({ max: 0xffff }), { maxLength: 200 })
      .map((units) => String.fromCharCode(...units)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(word, fc.integer({ min: 100, max: 500 }))
      .map(([one, times]) => `${one} `.repeat(times)),
  },
);
const message: fc.Arbitrary<Message> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hello' as const), at: fc.constant(0) }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('text' as const), text, at: fc.constant(0) }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('action' as const), action, at: fc.constant(0) }) },
);
const day = fc.constantFrom('2026-11-22', '2026-12-31', '2027-01-01', '2031-06-01');

/** Every text in a reply that a citizen reads. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** What makes a reply one that no channel could show; null when nothing does. */
function fault(reply: Reply, own: readonly string[]): string | null {
  const options: readonly Option[] = 'options' in reply ? (reply.options ?? []) : [];
  for (const option of options) {
    if (option.label.trim() === '') return 'a button without words';
    if (!actionShape.safeParse(option.action).success)
      return `a button that stands for nothing: ${option.label}`;
  }
  if (reply.kind === 'ask' && reply.input === 'options' && options.length === 0)
    return 'a question nobody can answer';
  if ('text' in reply && reply.text.trim() === '') return 'no words';
  for (const one of textsOf(reply)) {
    // What the citizen wrote is quoted as it is.
    const ours = own.reduce((rest, words) => (words === '' ? rest : rest.replaceAll(words, '')), one);
    if (/\{\{|\}\}|undefined|\[object|NaN/.test(ours)) return `not filled in: ${one}`;
    if (!one.isWellFormed()) return `half a letter: ${one}`;
  }
  const steps =
    reply.kind === 'plan'
      ? reply.parts.flatMap(({ groups }) => groups.flatMap((group) => group.steps))
      : reply.kind === 'step'
        ? [reply.step]
        : [];
  for (const { id, proof } of steps) {
    if (!graph.services.has(id) && !graph.ownSteps.has(id)) return `an invented step: ${id}`;
    if (proof.source === '' || proof.rule === '' || proof.path.includes(''))
      return `a step without proof: ${id}`;
  }
  for (const line of reply.kind === 'overview' ? reply.lines : []) {
    if (line.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(line.date)) return `no day: ${line.date}`;
  }
  return null;
}

/** What is wrong with a turn; null when nothing is. */
function wrong(before: Session, message: Message, turn: Turn): string | null {
  const { session } = turn;
  if (turn.replies.length === 0) return 'no reply';
  const own = [...before.told, ...session.told, before.gap?.words ?? '', session.gap?.words ?? ''];
  for (const reply of turn.replies) {
    const found = fault(reply, own);
    if (found !== null) return found;
  }
  const parsed = sessionShape.safeParse(session);
  if (!parsed.success) return `no session: ${parsed.error.message}`;
  const kept = JSON.stringify(session);
  if (Buffer.byteLength(kept) >= 16_000) return `a session of ${Buffer.byteLength(kept)} bytes`;
  if (session.told.length > 8) return 'more tellings than are kept';
  if (!kept.isWellFormed() || /\\ud[89a-f]/i.test(kept)) return 'half a letter in the session';
  if (!isDeepStrictEqual(JSON.parse(kept), parsed.data))
    return 'a session that is another after a round trip';
  // Taken again from the session as it was kept, it is the same turn.
  if (!isDeepStrictEqual(takeTurn(guide, JSON.parse(JSON.stringify(before)), message), turn))
    return 'another turn from the same inputs';
  if ((turn.heard === null) !== (message.kind !== 'text')) return 'heard without a word, or words not heard';
  if (turn.heard !== null && mask(turn.heard).found.length > 0) return 'heard what should have been masked';
  if (turn.heard?.isWellFormed() === false) return 'half a letter heard';
  if (kept.includes('010190-1234')) return 'a civil registration number kept';
  const isDanger = message.kind === 'text' && guide.understand(message.text.slice(0, 1000)).crisis !== null;
  if (isDanger && turn.replies[0]?.kind !== 'crisis') return 'danger did not come first';
  return null;
}

test(`any sequence of inputs gives turns, the same each time: ${sequences} sequences`, {
  timeout: 600_000,
}, () => {
  let turns = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(message, fc.nat()), { minLength: 1, maxLength: 12 }),
      day,
      (messages, on) => {
        let session = newSession('lilleby');
        let offered: readonly Option[] = [];
        for (const [one, pick] of messages) {
          // Half the actions are a button that is really on the screen.
          const option = pick % 2 === 0 ? offered[pick % Math.max(1, offered.length)] : undefined;
          const pressed =
            one.kind === 'action' && option !== undefined ? { ...one, action: option.action } : one;
          const turn = takeTurn(guide, session, { ...pressed, at: noon(on) });
          expect(wrong(session, { ...pressed, at: noon(on) }, turn)).toBeNull();
          session = turn.session;
          offered = buttonsOf(turn);
          turns += 1;
        }
      },
    ),
    { numRuns: sequences },
  );
  expect(turns).toBeGreaterThan(sequences * 4);
});

test('a megabyte of anything gives a turn too', () => {
  const million = 1_000_000;
  for (const letters of [
    'a',
    'jeg er ensom ',
    '\ud800',
    '\u202e',
    '7',
    ' ',
    '語',
    '010190-1234 ',
    'x@y.dk ',
    '<b>',
    '((((((((',
    '. ',
    'vej ',
    'A1 ',
    '+45',
  ]) {
    const long = letters.repeat(million / letters.length);
    for (const state of [[], ['jeg er sygemeldt'], ['noget mangler']]) {
      let session = newSession('lilleby');
      for (const words of [...state, long]) {
        const heard: Message = { kind: 'text', text: words, at: noon('2026-11-22') };
        const turn = takeTurn(guide, session, heard);
        expect(wrong(session, heard, turn)).toBeNull();
        session = turn.session;
      }
    }
  }
});

test('a time no clock shows gives a turn', () => {
  for (const at of [0, -1, Number.NaN, Infinity, -Infinity, 8.64e15, 1e300, -6e13]) {
    let session = newSession('lilleby');
    for (const words of [
      'jeg er sygemeldt',
      'jeg er ansat',
      'hvad sker der hvornår',
      '2026-01-01',
      'vis planen',
      'noget mangler',
      'en ven',
      'andet',
      'ja',
    ]) {
      const heard: Message = { kind: 'text', text: words, at };
      const turn = takeTurn(guide, session, heard);
      expect(wrong(session, heard, turn)).toBeNull();
      session = turn.session;
    }
  }
});
