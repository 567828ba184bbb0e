import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, markdownOf } from '../../../adapters/directline/markdown.ts';
import { dress, render } from '../../../adapters/directline/render.ts';
import type { Contact, PlanStep, PlanWords, Reply } from '../../../bot/reply.ts';

const words: PlanWords = {
  why: 'Hvorfor',
  how: 'Sådan gør du',
  byWhen: 'Senest',
  source: 'Kilde',
  checked: 'Kontrolleret',
  law: 'Lov',
  cost: 'Pris',
  bring: 'Tag med',
  maybe: 'måske noget for dig',
  duty: 'Pligt',
  right: 'Ret',
  proof: 'Derfor står det her',
  website: 'Hjemmeside',
  selfService: 'Selvbetjening',
  details: 'Mere',
};
const contact: Contact = {
  name: 'Lilleby Bolig',
  phone: '12 34 56 78',
  hours: 'Åbningstiden kendes ikke',
  note: 'tryk 2',
};
const step: PlanStep = {
  id: 'vicevaert',
  title: 'Hjælp fra viceværten',
  from: 'municipality',
  provider: 'Lilleby Bolig',
  fits: 'maybe',
  what: 'Viceværten kan låse op.',
  why: 'Du har mistet din nøgle.',
  how: 'Ring og sig din adresse.',
  byWhen: 'inden kl. 22',
  cost: 'gratis',
  bring: ['legitimation', 'lejekontrakt'],
  contacts: [contact],
  website: 'https://lilleby.example/bolig_(ny)',
  selfService: 'https://lilleby.example/noegle',
  proof: {
    path: ['Jeg har mistet min nøgle', 'at komme ind igen'],
    rule: 'du bor til leje',
    source: 'lilleby.example',
    checkedOn: '2026-10',
    law: 'Lejeloven § 1',
    stale: 'Oplysningen er gammel',
  },
};
const options = [
  { label: 'Mere', action: { kind: 'more' } },
  { label: 'Tal med et menneske', action: { kind: 'person' }, quiet: true },
  { label: 'Forfra', action: { kind: 'restart' } },
] as const;
const replies: readonly Reply[] = [
  { kind: 'say', text: 'Jeg hører, at du har mistet din nøgle.' },
  { kind: 'ask', text: 'Bor du til leje?', input: 'options', options },
  { kind: 'step', step, words, options },
  {
    kind: 'plan',
    title: 'Din plan',
    intro: 'Det her kan du gøre.',
    parts: [
      {
        horizon: 'now',
        heading: 'Nu',
        groups: [{ from: 'municipality', heading: 'Fra kommunen', steps: [step] }],
      },
    ],
    words,
    hidden: 2,
    options,
  },
  {
    kind: 'overview',
    title: 'Hvad sker der hvornår',
    intro: 'I rækkefølge.',
    lines: [
      {
        id: 'm',
        when: 'senest 8 dage efter',
        date: '2026-11-30',
        what: 'Send skemaet.',
        kind: 'duty',
        who: 'dig',
        proof: { source: 'borger.dk', checkedOn: '2026-05', law: 'Sygedagpengeloven § 40' },
      },
    ],
    words,
    options: [],
  },
  {
    kind: 'crisis',
    crisis: 'selvmord',
    title: 'Du er ikke alene',
    text: 'Ring nu.',
    contacts: [
      { name: 'Alarmcentralen', phone: '112', hours: 'Altid åbent' },
      { name: 'Livslinien', phone: '70 20 12 01', hours: 'Åbningstiden kendes ikke' },
    ],
    afterwards: ['Bed en ven om at blive hos dig.'],
  },
  { kind: 'contact', text: 'Her er et nummer.', contacts: [contact], options },
  { kind: 'forgotten', text: 'Samtalen er slettet.' },
];

/** What a reader of the markdown sees, without the markup. */
function seen(markdown: string): string {
  return micromark(markdown)
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Every word a reply shows: texts of any depth, without ids, kinds and the words that stand on buttons. */
function wordsIn(value: unknown, name = ''): readonly string[] {
  const silent = ['kind', 'id', 'from', 'fits', 'horizon', 'input', 'crisis', 'options', 'words', 'hidden'];
  if (silent.includes(name)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => wordsIn(part, key));
}

describe('every kind of reply', () => {
  for (const reply of replies) {
    test(`${reply.kind} says in markdown everything it says`, () => {
      const [activity] = render([reply], 'da').map(dress);
      const html = micromark(activity?.text ?? '');
      const shown = seen(activity?.text ?? '');
      for (const one of wordsIn(reply)) {
        if (one.startsWith('https://')) expect(html).toContain(`href="${one}"`);
        else expect(shown).toContain(one);
      }
      expect(activity).toMatchObject({ type: 'message', textFormat: 'markdown', channelData: { reply } });
    });
  }

  test('a plan names why, how, by when and the source, in the words of its language', () => {
    const shown = seen(markdownOf(replies[3] as Reply));
    for (const label of [words.why, words.how, words.byWhen, words.source, words.checked, words.maybe]) {
      expect(shown).toContain(label);
    }
  });
});

test('what is kept of a reply is the reply; words and buttons are derived when it is delivered', () => {
  for (const reply of replies) {
    const [kept] = JSON.parse(JSON.stringify(render([reply], 'da')));
    expect(kept).toEqual({
      type: 'message',
      from: { id: 'find-vej', name: 'Find Vej', role: 'bot' },
      locale: 'da',
      channelData: { reply: JSON.parse(JSON.stringify(reply)) },
    });
    expect(dress(kept)).toEqual(JSON.parse(JSON.stringify(render([reply], 'da').map(dress)[0])));
  }
});

test('a reply that another version kept in another shape stops nothing', () => {
  for (const reply of [{ kind: 'poem', text: 'x' }, { kind: 'plan' }, { kind: 'step', step: null }, []]) {
    const kept = { type: 'message', channelData: { reply } } as Parameters<typeof dress>[0];
    expect(typeof dress(kept).text).toBe('string');
  }
});

test('what somebody says in words of their own stays as it is', () => {
  const said = { type: 'message', text: '*hej*', channelData: { clientActivityID: 'x' } };
  expect(dress(said)).toBe(said);
});

test('the buttons of a turn stand on its last message, the quiet ones of a reply last', () => {
  const [first, last] = render(
    [
      { kind: 'ask', text: 'a', input: 'options', options },
      { kind: 'say', text: 'b', options: [{ label: 'Slet', action: { kind: 'forget' } }] },
    ],
    'da-let',
  ).map(dress);
  expect(first?.suggestedActions).toBeUndefined();
  expect(last?.suggestedActions?.actions.map(({ title }) => title)).toEqual([
    'Mere',
    'Forfra',
    'Tal med et menneske',
    'Slet',
  ]);
  expect(last?.suggestedActions?.actions[0]).toEqual({
    type: 'messageBack',
    title: 'Mere',
    text: 'Mere',
    displayText: 'Mere',
    value: { kind: 'more' },
  });
  expect(last?.locale).toBe('da');
});

describe('what came from a citizen', () => {
  const tricks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[klik](javascript:alert(1))',
    '![x](https://evil.example/y.png)',
    '[x]: https://evil.example',
    '# Overskrift',
    'Titel\n===',
    'Titel\n---',
    '- liste',
    '1. liste',
    '> citat',
    '    kode',
    '```\nkode\n```',
    '**fed** _kursiv_ ~~x~~ `kode`',
    '&lt;b&gt; &amp; &#60;',
    '<https://evil.example>',
    'a | b\n--|--\n1 | 2',
    '\\*x\\*',
    '***',
    '+ x',
  ];
  for (const text of tricks) {
    test(`is shown as it was written: ${JSON.stringify(text)}`, () => {
      const html = micromark(escapeMarkdown(text), { allowDangerousHtml: true });
      expect(html.match(/<(?!\/?p>)[^>]*>/g)).toBeNull();
      expect(seen(escapeMarkdown(text)).replace(/\s+/g, ' ').trim()).toBe(text.replace(/\s+/g, ' ').trim());
    });
  }

  test('never becomes markup, whatever it is', () => {
    const unit = fc.constantFrom(...'ab1.)( \n\t*_`~<>[]!#-+=|&;:/\\"\'{}$^@x'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const html = micromark(escapeMarkdown(text), { allowDangerousHtml: true });
        expect(html.match(/<(?!\/?p>)[^>]*>/g)).toBeNull();
        expect(seen(escapeMarkdown(text)).replace(/\s+/g, ' ').trim()).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 3000 },
    );
  });

  test('stays escaped inside a plan', () => {
    const tricky = { ...step, title: '**x**\n# y', why: '<b>z</b>', website: 'javascript:alert(1)' };
    const html = micromark(markdownOf({ kind: 'step', step: tricky, words, options: [] }), {
      allowDangerousHtml: true,
    });
    expect(html).not.toMatch(/<b>|<h1>|javascript:/);
  });
});
