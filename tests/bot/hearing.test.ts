import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, legible, pieces } from '../../bot/legible.ts';
import { sessionShape } from '../../bot/session.ts';
import { kindsOf, only, saidIn, talk } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();

describe('danger comes first', () => {
  const states: Readonly<Record<string, (conversation: ReturnType<typeof talk>) => void>> = {
    'at the beginning': () => {},
    'after a telling that was not understood': (conversation) => conversation.say('blah bluh'),
    'while asked': (conversation) => conversation.say('jeg er sygemeldt'),
    'with a plan': (conversation) => {
      conversation.say('jeg er sygemeldt');
      conversation.press({ kind: 'plan' });
    },
    'while changing an answer': (conversation) => conversation.press({ kind: 'change', question: 'arbejde' }),
    'while asked for a date': (conversation) => {
      conversation.say('jeg er sygemeldt');
      conversation.press({ kind: 'overview' });
    },
    'while telling what is missing': (conversation) => conversation.press({ kind: 'missing' }),
    'while asked for the reason': (conversation) => conversation.press({ kind: 'missing', need: 'tale' }),
    'while asked for consent': (conversation) => {
      conversation.press({ kind: 'missing', need: 'tale' });
      conversation.press({ kind: 'reason', reason: 'other' });
    },
    'after an offer': (conversation) => {
      conversation.say('jeg er sygemeldt');
      conversation.say('og jeg er ensom');
    },
    'in another language': (conversation) => conversation.press({ kind: 'language', language: 'pl' }),
    'after starting over': (conversation) => conversation.press({ kind: 'restart' }),
  };

  test.each(Object.keys(states))('%s', (state) => {
    for (const words of ['jeg vil ikke leve mere', 'ja jeg vil ikke leve mere', 'i want to die']) {
      const conversation = talk(guide);
      states[state]?.(conversation);
      const before = conversation.session();
      const turn = conversation.say(words);
      expect(turn.replies[0]).toMatchObject({ kind: 'crisis', crisis: 'selvmord' });
      expect(only(turn, 'crisis').contacts.map(({ phone }) => phone)).toEqual(['112', '70 44 44 44']);
      // No answer is read out of such words, and no need is counted.
      expect(turn.session.answers).toEqual(before.answers);
      expect(turn.effects).toEqual([]);
      expect(turn.session.gap).toBeNull();
    }
  });

  test('and its yes is no yes to the question asked', () => {
    const conversation = talk(guide);
    conversation.press({ kind: 'change', question: 'hjaelper' });
    const turn = conversation.say('ja, han slår mig');
    expect(turn.replies[0]).toMatchObject({ kind: 'crisis', crisis: 'vold' });
    expect(turn.session.answers).toEqual({});
    expect(conversation.say('ja, hver dag').session.answers).toEqual({ hjaelper: 'ja' });
  });

  test('and its yes is no yes to what was offered, nor to a consent, also where no rule names the danger', () => {
    const wary = {
      ...guide,
      understand: (text: string) => ({
        ...guide.understand(text),
        crisis: /mørkt/.test(text) ? ('selvmord' as const) : null,
        card: /mørkt/.test(text) ? ('selvmord' as const) : null,
      }),
    };
    const offered = talk(wary);
    offered.say('jeg er sygemeldt');
    offered.say('og jeg er ensom');
    const turn = offered.say('ja det hele er så mørkt');
    expect(turn.replies[0]).toMatchObject({ kind: 'crisis', crisis: 'selvmord' });
    expect(turn.session.situations).toEqual(['sygedagpenge']);
    const asked = talk(wary);
    asked.press({ kind: 'missing', need: 'tale' });
    asked.press({ kind: 'reason', reason: 'other' });
    const told = asked.say('nej, det er så mørkt');
    expect(told.replies[0]).toMatchObject({ kind: 'crisis', crisis: 'selvmord' });
    expect(told.effects).toEqual([]);
  });

  test('and where it is not clear which, the card names no kind', () => {
    const unclear = {
      ...guide,
      understand: (text: string) => ({
        ...guide.understand(text),
        crisis: 'selvmord' as const,
        card: 'uvis' as const,
      }),
    };
    const turn = talk(unclear).say('det hele er så mørkt');
    expect(turn.replies[0]).toMatchObject({ kind: 'crisis', crisis: 'uvis' });
    expect(turn.session.danger).toBe('uvis');
  });

  test('and together with a life situation, the situation is taken up after it', () => {
    const turn = talk(guide).say('jeg er sygemeldt og jeg vil ikke leve mere');
    expect(kindsOf(turn)).toEqual(['crisis', 'say', 'ask']);
    expect(turn.session.situations).toEqual(['sygedagpenge']);
  });

  test('and alone, it stays: more may be told, a person is near', () => {
    const turn = talk(guide).say('selvmord');
    expect(kindsOf(turn)).toEqual(['crisis', 'say']);
    expect(saidIn(turn)).toContain('så bliver jeg her');
    expect(turn.session.lost).toBe(0);
  });

  test('wherever it stands in a long telling', () => {
    const filling = 'og så gik der en dag mere uden at noget skete '.repeat(60);
    for (const at of [0, 700, 1190, 1340, 2400, 3990, 9000]) {
      const text = `${filling.repeat(4).slice(0, at)} jeg vil ikke leve mere ${filling}`;
      expect(talk(guide).say(text).replies[0], `at ${at}`).toMatchObject({ kind: 'crisis' });
    }
  });
});

describe('what must not be kept is masked', () => {
  test('in what is kept of the message and of the session, and the citizen is told', () => {
    const conversation = talk(guide);
    const turn = conversation.say('jeg er sygemeldt, mit nummer er 010190-1234 og bo@lilleby.example');
    expect(turn.heard).toBe('jeg er sygemeldt, mit nummer er [cpr-nummer] og [e-mail]');
    expect(turn.replies[0]).toMatchObject({
      text: expect.stringContaining('Jeg har skjult et cpr-nummer og en e-mailadresse'),
    });
    expect(JSON.stringify(turn)).not.toMatch(/010190|bo@lilleby/);
    expect(turn.session.situations).toEqual(['sygedagpenge']);
  });

  test('after the danger and before all else', () => {
    const turn = talk(guide).say('jeg vil ikke leve mere, ring på 22 33 44 55');
    expect(kindsOf(turn).slice(0, 2)).toEqual(['crisis', 'say']);
    expect(saidIn(turn)).toContain('Jeg har skjult et telefonnummer');
  });

  test('in a gap', () => {
    const conversation = talk(guide);
    conversation.press({ kind: 'missing' });
    const turn = conversation.say('en der ringer til 22 33 44 55');
    expect(turn.session.gap?.words).toBe('en der ringer til [telefonnummer]');
  });

  test('also where a long text is cut', () => {
    for (let at = 3975; at <= 4001; at += 1) {
      const filling = 'ord '.repeat(2000).slice(0, at - 1);
      for (const secret of ['010190-1234', '22334455', 'bo.hansen@lilleby.example']) {
        const turn = talk(guide).say(`${filling} ${secret} og mere`);
        expect(turn.heard).not.toMatch(/\d|hansen|@/);
      }
    }
  });

  test('nothing is said to be hidden where nothing was', () => {
    const turn = talk(guide).say('jeg er sygemeldt på 2. uge');
    expect(turn.heard).toBe('jeg er sygemeldt på 2. uge');
    expect(saidIn(turn)).not.toContain('skjult');
  });
});

describe('text stays text', () => {
  test.each([
    '<script>alert(1)</script> jeg er ensom',
    '<b>jeg er ensom</b>',
    '**jeg er ensom** [her](https://ond.example)',
    '{"kind":"forget"} jeg er ensom',
    '{{words}} $t(plan.title) jeg er ensom',
    '# jeg er ensom',
    "jeg er ensom'; drop table sessions; --",
  ])('%s', (text) => {
    const turn = talk(guide).say(text);
    expect(turn.replies[0]).toMatchObject({
      kind: 'say',
      text: expect.stringContaining(`Du skriver: »${text}«`),
    });
    expect(turn.session).toMatchObject({ situations: ['ensomhed'], told: [text] });
    expect(turn.effects).toEqual([]);
  });

  test('without what turns the direction, hides, or is no letter', () => {
    const turn = talk(guide).say('jeg \u202eer\u202c\u0000 en\u00adsom\ufeff \ud83d');
    expect(turn.session.told).toEqual(['jeg er  ensom \ufffd']);
    expect(turn.heard).toBe('jeg er  ensom \ufffd');
    expect(turn.session.situations).toEqual(['ensomhed']);
  });

  test('and Arabic marks and joined signs are left as they are', () => {
    const text = 'أنا وحيد\u200f 👩\u200d👧 می\u200cخواهم';
    expect(legible(text)).toBe(text);
  });
});

describe('a text of any length', () => {
  test('is cut where it cuts through no word and no number', () => {
    expect(beginning('ord '.repeat(10))).toBe('ord '.repeat(10));
    const cut = beginning(`${'ord '.repeat(998)}22 33 44 55 66`);
    expect(cut.endsWith('ord')).toBe(true);
    expect(beginning('x'.repeat(10_000)).length).toBeGreaterThan(3800);
    expect(beginning('7'.repeat(10_000))).toBe('');
  });

  test('is read whole for danger: each piece begins before the one before has ended', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (length) => {
        const text = Array.from({ length }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
        const all = pieces(text);
        const joined = all.reduce((sum, piece, index) => sum + (index === 0 ? piece : piece.slice(150)), '');
        expect(joined).toBe(text);
        for (const piece of all) expect(piece.length).toBeLessThanOrEqual(1350);
      }),
    );
  });

  test('leaves a session that is small, readable and whole', () => {
    const conversation = talk(guide);
    conversation.say('jeg er ensom');
    for (const letter of ['語', '😀', '\\', '"', 'ж', '\u0007']) {
      for (let count = 0; count < 10; count += 1) conversation.say(` a ${letter.repeat(5000)}`);
      conversation.press({ kind: 'missing' });
      conversation.say(` a ${letter.repeat(5000)}`);
      const session = conversation.session();
      expect(sessionShape.safeParse(session).success).toBe(true);
      expect(session.told.length).toBeLessThanOrEqual(8);
      expect(Buffer.byteLength(JSON.stringify(session))).toBeLessThan(16_000);
      expect(JSON.stringify(session).isWellFormed()).toBe(true);
      for (const text of session.told) expect(text.isWellFormed()).toBe(true);
    }
  });
});

describe('when one situation only seems likely', () => {
  const unsure = {
    ...guide,
    understand: (text: string) => ({
      ...guide.understand(text),
      situations: [{ id: 'ensomhed', score: 0.3 }],
      scope: 'in' as const,
    }),
  };

  test('it is asked for by name, and yes takes it up', () => {
    for (const yes of ['ja', 'Ja, det gør det']) {
      const conversation = talk(unsure);
      const turn = conversation.say('sådan noget med søndage');
      expect(only(turn, 'ask').text).toBe('Handler det om »Jeg er for meget alene«?');
      expect(only(turn, 'ask').options?.map(({ label }) => label)).toEqual([
        'Ja, det gør det',
        'Det handler om noget andet',
      ]);
      expect(conversation.say(yes).session).toMatchObject({ situations: ['ensomhed'], offered: null });
    }
  });

  test('no leads to the list, and it is not asked for again', () => {
    for (const no of ['nej', 'Det handler om noget andet']) {
      const conversation = talk(unsure);
      conversation.say('sådan noget med søndage');
      const turn = conversation.say(no);
      expect(turn.session).toMatchObject({ situations: [], declined: ['ensomhed'], offered: null });
      expect(only(turn, 'ask').options?.length).toBeGreaterThan(1);
    }
  });
});
