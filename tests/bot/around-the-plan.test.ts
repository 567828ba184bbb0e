import { describe, expect, test } from 'vitest';
import { position } from '../../bot/position.ts';
import { button, buttonsOf, kindsOf, only, saidIn, stepsOf, talk, today } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();
const { graph } = guide;
const labels = (turn: Parameters<typeof buttonsOf>[0]) => buttonsOf(turn).map(({ label }) => label);

describe('the plan', () => {
  const planned = () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt');
    conversation.say('jeg er ansat');
    return { conversation, turn: conversation.press({ kind: 'plan' }) };
  };

  test('shows the first few, and all of them when asked', () => {
    const { conversation, turn } = planned();
    const { hidden } = only(turn, 'plan');
    const more = conversation.press(button(turn, `Vis alle forslag (${hidden} mere)`));
    expect(stepsOf(more).length).toBe(stepsOf(turn).length + hidden);
    expect(only(more, 'plan').hidden).toBe(0);
    expect(labels(more).join()).not.toContain('Vis alle');
  });

  test('can be made more precise by all the questions left', () => {
    const { conversation, turn } = planned();
    const refined = conversation.press(button(turn, 'Gør planen mere præcis'));
    expect(kindsOf(refined)).toEqual(['ask']);
    let last = refined;
    for (let count = 0; count < 10 && kindsOf(last).includes('ask'); count += 1) {
      const { place } = position(graph, conversation.session(), today);
      if (place.kind !== 'asking') break;
      last = conversation.press({ kind: 'answer', question: place.question.id, value: null });
    }
    expect(kindsOf(last)).toEqual(['plan']);
    expect(labels(last)).not.toContain('Gør planen mere præcis');
  });

  test('opens a step whole, and leads back', () => {
    const { conversation } = planned();
    const turn = conversation.press({ kind: 'step', step: 'loen-under-sygdom' });
    expect(only(turn, 'step').step).toMatchObject({
      id: 'loen-under-sygdom',
      fits: 'yes',
      proof: { law: 'Smålands sygelov § 3' },
    });
    expect(kindsOf(conversation.press(button(turn, 'Tilbage til min plan')))).toEqual(['plan']);
  });

  test('says when a step is there no more', () => {
    const { conversation } = planned();
    for (const step of ['sygekassen', 'rygte', 'overblik-ny-lov', 'findes-ikke']) {
      const turn = conversation.press({ kind: 'step', step });
      expect(saidIn(turn)).toContain('Det forslag er der ikke mere');
      expect(kindsOf(turn)).toEqual(['say', 'plan']);
    }
  });

  test('lists the answers, each to be changed', () => {
    const { conversation, turn } = planned();
    const answers = conversation.press(button(turn, 'Ret mine svar'));
    const asked = conversation.press(button(answers, 'Hvad laver du til daglig? Jeg er ansat'));
    expect(only(asked, 'ask').question).toBe('arbejde');
    const changed = conversation.press(button(asked, 'Jeg er ledig'));
    expect(stepsOf(changed).map(({ id }) => id)).toContain('sygekassen');
    expect(changed.session).toMatchObject({ answers: { arbejde: 'ledig' }, changing: null });
  });

  test('says when there are no answers to change', () => {
    const conversation = talk(guide);
    expect(saidIn(conversation.press({ kind: 'answers' }))).toContain('Du har ikke svaret på noget endnu');
  });

  test('has room for another situation beside the first', () => {
    const { conversation } = planned();
    const offer = conversation.say('og jeg er ensom');
    expect(labels(offer)).toEqual(['Ja, tag det med', 'Skift til det i stedet', 'Nej, fortsæt']);
    const both = conversation.press(button(offer, 'Ja, tag det med'));
    expect(both.session.situations).toEqual(['sygedagpenge', 'ensomhed']);
    const instead = planned().conversation;
    expect(
      instead.press(button(instead.say('og jeg er ensom'), 'Skift til det i stedet')).session.situations,
    ).toEqual(['ensomhed']);
  });
});

describe('something is missing', () => {
  const missing = () => {
    const conversation = talk(guide);
    conversation.say('jeg er ensom');
    return { conversation, turn: conversation.press({ kind: 'missing' }) };
  };

  test('is asked for by the needs here, those with fewest offers first', () => {
    const { turn } = missing();
    expect(labels(turn)).toEqual([
      'et kor, der synger min musik',
      'at være sammen med andre',
      'nogen at tale med',
      'Fortryd',
    ]);
  });

  test('is told in buttons: need, reason, consent', () => {
    const { conversation, turn } = missing();
    const reason = conversation.press(button(turn, 'et kor, der synger min musik'));
    expect(labels(reason)).toContain('Der er for lang ventetid');
    const consent = conversation.press(button(reason, 'Der er for lang ventetid'));
    expect(saidIn(consent)).toContain('Må jeg også gemme dine ord');
    const thanks = conversation.press(button(consent, 'Nej, tæl det bare med'));
    expect(thanks.effects).toMatchObject([
      { need: { need: 'ny-musik', reason: 'no_capacity', words: null } },
    ]);
    expect(kindsOf(thanks)).toEqual(['say', 'plan']);
    expect(thanks.session.gap).toBeNull();
  });

  test('is told in words: what, why, and yes', () => {
    const { conversation } = missing();
    conversation.say('et sted med en hund');
    expect(saidIn(conversation.say('det findes ikke'))).toContain('Jeg gemmer så: »et sted med en hund«');
    const thanks = conversation.say('ja, gerne');
    expect(thanks.effects).toMatchObject([
      { need: { need: null, reason: 'no_service', words: 'et sted med en hund' } },
    ]);
  });

  test('is named by the words of its button', () => {
    const { conversation } = missing();
    expect(conversation.say('Nogen at tale med').session.gap).toMatchObject({ need: 'tale', words: null });
  });

  test('asks again for a reason it did not understand, and takes nothing for a telling', () => {
    const { conversation } = missing();
    conversation.say('et sted med en hund');
    const turn = conversation.say('jeg er sygemeldt');
    expect(turn.session).toMatchObject({
      situations: ['ensomhed'],
      gap: { words: 'et sted med en hund', reason: null },
    });
    expect(only(turn, 'ask').text).toContain('Hvad er grunden');
  });

  test('can be left', () => {
    const { conversation, turn } = missing();
    expect(conversation.press(button(turn, 'Fortryd')).session.gap).toBeNull();
    const typed = missing().conversation;
    expect(typed.say('fortryd').session.gap).toBeNull();
    for (const action of [
      { kind: 'person' },
      { kind: 'overview' },
      { kind: 'answers' },
      { kind: 'more' },
    ] as const)
      expect(missing().conversation.press(action).session.gap).toBeNull();
  });
});
