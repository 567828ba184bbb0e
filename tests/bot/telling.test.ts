import { describe, expect, test } from 'vitest';
import { newSession } from '../../bot/session.ts';
import { button, buttonsOf, kindsOf, only, saidIn, talk } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();
const { graph } = guide;
const labels = (turn: Parameters<typeof buttonsOf>[0]) => buttonsOf(turn).map(({ label }) => label);

describe('the welcome', () => {
  test('says that it is a machine, what it keeps and how to leave', () => {
    const said = saidIn(talk(guide).hello());
    expect(said).toContain('Jeg er en maskine, ikke et menneske');
    expect(said).toContain('højst 30 dage');
    expect(said).toContain('slette samtalen');
    expect(said).toContain('tale med et menneske');
    expect(said).toContain('forlade siden hurtigt');
  });

  test('says that nothing is kept where nothing is', () => {
    expect(saidIn(talk({ ...guide, keepDays: 0 }).hello())).toContain('Jeg gemmer ikke noget');
  });

  test('changes nothing, whenever it comes', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt');
    const before = conversation.session();
    expect(conversation.hello().session).toEqual(before);
  });
});

describe('a citizen tells what is the matter', () => {
  test('and is mirrored back in their own words, then asked', () => {
    const turn = talk(guide).say('jeg er sygemeldt');
    expect(kindsOf(turn)).toEqual(['say', 'ask']);
    expect(saidIn(turn)).toContain(
      'Du skriver: »jeg er sygemeldt«. Jeg hører, at du er sygemeldt. Du er mere end din sygemelding.',
    );
    expect(turn.session.situations).toEqual(['sygedagpenge']);
  });

  test('and a long telling is mirrored without being quoted', () => {
    const turn = talk(guide).say(`jeg er sygemeldt ${'og det er svært '.repeat(12)}`);
    expect(saidIn(turn)).toContain('Jeg hører, at du er sygemeldt');
    expect(saidIn(turn)).not.toContain('Du skriver');
  });

  test('and is asked which, when it could be several', () => {
    const conversation = talk(guide);
    const turn = conversation.say('jeg er sygemeldt og jeg er ensom');
    expect(labels(turn)).toEqual([
      'Jeg er syg og får sygedagpenge',
      'Jeg er for meget alene',
      'Ingen af dem',
    ]);
    expect(turn.session.situations).toEqual([]);
    const chosen = conversation.press(button(turn, 'Jeg er for meget alene'));
    expect(chosen.session.situations).toEqual(['ensomhed']);
    expect(saidIn(chosen)).toContain('Jeg hører, at du er mere alene');
  });

  test('and, when it is none of them, chooses from all of them', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt og jeg er ensom');
    const list = conversation.press({ kind: 'none' });
    expect(labels(list)).toEqual([...graph.situations.values()].map(({ title }) => title));
  });

  test('and what was turned down comes last in the list and is not taken up again', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt');
    const list = conversation.press({ kind: 'none' });
    expect(labels(list).at(-1)).toBe('Jeg er syg og får sygedagpenge');
    expect(conversation.say('jeg er sygemeldt').session.situations).toEqual([]);
  });

  test('and is met with an open question when it is not clear', () => {
    const turn = talk(guide).say('noget med noget');
    expect(saidIn(turn)).toContain('ikke sikker på, at jeg forstod rigtigt');
    expect(labels(turn)).toEqual(['Vælg fra en liste']);
    expect(turn.session.lost).toBe(1);
  });

  test('and is told what is no matter for the town', () => {
    const turn = talk(guide).say('hvem vinder kampen');
    expect(saidIn(turn)).toContain('Det kan jeg ikke hjælpe med');
    expect(turn.session.lost).toBe(0);
  });

  test('and is shown a person where there is no content yet', () => {
    const unwritten = {
      ...guide,
      understand: () => ({ ...guide.understand(''), situations: [{ id: 'gaeld-oekonomi', score: 0.9 }] }),
    };
    const turn = talk(unwritten).say('jeg har gæld');
    expect(kindsOf(turn)).toEqual(['say', 'contact']);
    expect(saidIn(turn)).toContain('ikke kan vise vej i endnu');
  });

  test('and is shown the one service asked for by name', () => {
    const turn = talk(guide).say('samtalelinjen');
    expect(only(turn, 'step').step.id).toBe('samtalelinjen');
  });

  test.each(['', '   ', '\n\t', '😢', '…!?', '\u202e', '\u200b'])(
    'and %j, which holds no word, is not held against them',
    (text) => {
      const turn = talk(guide).say(text);
      expect(saidIn(turn)).toContain('Jeg så ikke nogen ord');
      expect(turn.session).toEqual(newSession('lilleby'));
    },
  );
});

describe('twice in a row not understood', () => {
  test('brings a person and is counted once', () => {
    const conversation = talk(guide);
    expect(conversation.say('blah bluh').effects).toEqual([]);
    const second = conversation.say('blih blah');
    expect(kindsOf(second)).toEqual(['say', 'contact']);
    expect(saidIn(second)).toContain('det er min fejl, ikke din');
    expect(second.effects).toMatchObject([{ need: { reason: 'not_understood', words: null, facts: null } }]);
    const third = conversation.say('bloh');
    expect(kindsOf(third)).toEqual(['say', 'contact']);
    expect(third.effects).toEqual([]);
  });

  test('is twice in a row only: a button between begins anew', () => {
    const conversation = talk(guide);
    conversation.say('blah bluh');
    conversation.press({ kind: 'person' });
    expect(kindsOf(conversation.say('blih blah'))).toEqual(['say']);
  });

  test('while a question is asked brings the question back', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt');
    const first = conversation.say('blah bluh');
    expect(saidIn(first)).toContain('Det passer ikke til nogen af svarene');
    expect(only(first, 'ask').question).toBe('arbejde');
    const second = conversation.say('blih blah');
    expect(kindsOf(second)).toEqual(['say', 'contact', 'ask']);
    expect(second.effects).toMatchObject([{ need: { situation: 'sygedagpenge' } }]);
  });
});
