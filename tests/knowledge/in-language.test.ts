import { describe, expect, test } from 'vitest';
import { inLanguage } from '../../knowledge/in-language.ts';
import { type Translation, translationShape } from '../../knowledge/translation.ts';
import { talk } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();
const english: Translation = translationShape.parse({
  id: 'engelsk',
  language: 'en',
  situations: {
    ensomhed: { title: 'I am alone', mirror: 'you are alone', meeting: 'It is brave to say so.' },
  },
  needs: { andre: 'to be with others' },
  questions: { fylder: { text: 'What is on your mind?', why: 'Then I know.', options: { soevn: 'Sleep' } } },
  crises: { vold: { name: 'Violence', sayFirst: 'Call 112.' } },
  reviewedBy: [],
  source: 'Småland 2026',
  checkedOn: '2026',
  confidence: 'known',
});
const graph = { ...guide.graph, translations: new Map([['engelsk', english]]) };
const told = inLanguage(graph, 'en');

describe('the content is told in the language of the citizen', () => {
  test('where it has been written', () => {
    expect(told.situation('ensomhed')?.title).toBe('I am alone');
    expect(told.need('andre')).toBe('to be with others');
    expect(told.question('fylder')?.options.map(({ label }) => label)).toEqual([
      'Sleep',
      'Breve og papirer',
      'Tanker',
    ]);
    expect(told.crisis('vold')?.sayFirst).toBe('Call 112.');
  });

  test('and in Danish where it has not', () => {
    expect(told.situation('nabostrid')?.title).toBe('Jeg er uvenner med min nabo');
    expect(told.need('tale')).toBe('nogen at tale med');
    expect(told.question('arbejde')?.text).toBe('Hvad laver du til daglig?');
    expect(told.crisis('selvmord')?.name).toBe('Tanker om selvmord');
    expect(inLanguage(graph, 'da').situation('ensomhed')?.title).toBe('Jeg er for meget alene');
  });

  test('so that of a crisis card nothing is lost', () => {
    const danish = guide.graph.crises.get('vold');
    expect(told.crisis('vold')).toMatchObject({ call: danish?.call, afterwards: danish?.afterwards });
  });

  test('and its answers are read in that language', () => {
    const conversation = talk({ ...guide, graph });
    conversation.press({ kind: 'language', language: 'en' });
    conversation.say('jeg er ensom');
    expect(conversation.say('sleep').session.answers).toEqual({ fylder: ['soevn'] });
  });
});
