import { describe, expect, test } from 'vitest';
import { position } from '../../bot/position.ts';
import { button, buttonsOf, kindsOf, only, saidIn, talk, today } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();
const { graph } = guide;
const labels = (turn: Parameters<typeof buttonsOf>[0]) => buttonsOf(turn).map(({ label }) => label);

describe('questions', () => {
  const asked = () => {
    const conversation = talk(guide);
    return { conversation, turn: conversation.say('jeg er sygemeldt') };
  };

  test('offer every answer, and the ways around it', () => {
    const { turn } = asked();
    expect(only(turn, 'ask')).toMatchObject({
      question: 'arbejde',
      input: 'options',
      text: 'Hvad laver du til daglig?',
    });
    expect(labels(turn)).toEqual([
      'Jeg er ansat',
      'Jeg er ledig',
      'Jeg har mit eget firma',
      'Noget andet',
      'Ved ikke – spring over',
      'Hvorfor spørger du?',
      'Vis planen nu',
      'Det handler om noget andet',
    ]);
  });

  test('are answered by a button or by its words, to the same end', () => {
    const pressed = asked();
    const typed = asked();
    const byButton = pressed.conversation.press(button(pressed.turn, 'Jeg er ansat'));
    const byWords = typed.conversation.say('jeg er ansat');
    expect(byWords.replies).toEqual(byButton.replies);
    expect(byWords.session).toEqual(byButton.session);
  });

  test('whose option has the words of a command are answered by them', () => {
    const { conversation } = asked();
    const turn = conversation.say('Noget andet');
    expect(turn.session.answers).toEqual({ arbejde: 'andet' });
    expect(turn.session.situations).toEqual(['sygedagpenge']);
  });

  test('say why they are asked, and are asked again', () => {
    const { conversation, turn } = asked();
    for (const why of [
      conversation.press(button(turn, 'Hvorfor spørger du?')),
      conversation.say('hvorfor spørger du?'),
    ]) {
      expect(saidIn(why)).toContain('Jeg spørger, fordi: Pengene kommer fra forskellige steder.');
      expect(only(why, 'ask').question).toBe('arbejde');
    }
  });

  test('are not explained where none is asked', () => {
    expect(saidIn(talk(guide).press({ kind: 'why' }))).toContain('Jeg spørger ikke om noget lige nu');
  });

  test('can be skipped, and are not put again', () => {
    const { conversation, turn } = asked();
    const next = conversation.press(button(turn, 'Ved ikke – spring over'));
    expect(next.session.answers).toEqual({ arbejde: null });
    expect(only(next, 'ask').question).not.toBe('arbejde');
    expect(conversation.say('ved ikke').session.answers).toEqual({ arbejde: null, fylder: null });
  });

  test('that take a number or a day say so when they get something else', () => {
    const { conversation } = asked();
    conversation.say('jeg er ansat');
    const number = conversation.say('alt for længe');
    expect(saidIn(number)).toContain('Skriv et tal');
    conversation.press({ kind: 'overview' });
    const day = conversation.say('alt for længe');
    expect(saidIn(day)).toContain('Skriv en dato');
  });

  test('give way to the plan at any time', () => {
    const { conversation, turn } = asked();
    const plan = conversation.press(button(turn, 'Vis planen nu'));
    expect(kindsOf(plan)).toEqual(['plan']);
    expect(plan.session.asking).toBe('none');
    expect(kindsOf(asked().conversation.say('vis planen'))).toEqual(['plan']);
  });

  test('with nothing that fits are answered with nothing', () => {
    const conversation = talk(guide);
    conversation.say('jeg er ensom');
    expect(conversation.say('ingen af dem').session.answers).toEqual({ fylder: [] });
    const other = asked();
    const turn = other.conversation.say('ingen af dem');
    expect(turn.session).toMatchObject({
      answers: { arbejde: null },
      situations: ['sygedagpenge'],
    });
  });
});

describe('an offer of another situation', () => {
  const offered = () => {
    const conversation = talk(guide);
    conversation.say('jeg passer min gamle mor');
    conversation.press({ kind: 'refine' });
    conversation.press({ kind: 'answer', question: 'arbejde', value: null });
    conversation.press({ kind: 'answer', question: 'fylder', value: null });
    conversation.say('og jeg er ensom');
    return conversation;
  };

  test('is answered by yes and no in words, which are no answer to the question before', () => {
    const yes = offered();
    expect(position(graph, yes.session(), today).place).toMatchObject({ question: { id: 'hjaelper' } });
    expect(yes.say('ja').session).toMatchObject({
      situations: ['paaroerende', 'ensomhed'],
      answers: { arbejde: null, fylder: null },
      offered: null,
    });
    const no = offered();
    const turn = no.say('nej tak');
    expect(turn.session).toMatchObject({
      situations: ['paaroerende'],
      answers: { arbejde: null, fylder: null },
      asking: 'all',
    });
    expect(only(turn, 'ask').question).toBe('hjaelper');
  });

  test('turned down leaves the question where it was', () => {
    const conversation = offered();
    const turn = conversation.press({ kind: 'continue' });
    expect(only(turn, 'ask').question).toBe('hjaelper');
    expect(conversation.say('ja').session.answers).toMatchObject({ hjaelper: 'ja' });
  });

  test('is gone with the next thing said', () => {
    const conversation = offered();
    conversation.say('hej');
    expect(conversation.session().offered).toBeNull();
    expect(conversation.say('ja').session.situations).toEqual(['paaroerende']);
  });
});
