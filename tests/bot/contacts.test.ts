import { describe, expect, test } from 'vitest';
import { contactsAt, contactsOf, hoursInWords } from '../../bot/handover/contacts.ts';
import { position } from '../../bot/position.ts';
import { sayCrisis, sayPerson } from '../../bot/say/person.ts';
import { newSession } from '../../bot/session.ts';
import { crisisCards } from '../../knowledge/crisis.ts';
import type { Organisation, Schedule } from '../../knowledge/organisation.ts';
import { today } from '../support/talk.ts';
import { townGraph } from '../support/town.ts';

const graph = townGraph();
const storeby = townGraph('storeby');
const organisation = (id: string): Organisation => {
  const found = graph.organisations.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const contacts = (id: string, day = today) => contactsOf(graph, id, 'da', day);

describe('whom to call', () => {
  test('an organisation with a number of its own', () => {
    expect(contacts('laesesalen')).toMatchObject([{ name: 'Læsesalen', phone: '70 22 22 22' }]);
  });

  test('one without a number is called where it belongs', () => {
    expect(contactsOf(storeby, 'kontaktcenter', 'da', today)).toMatchObject([
      { name: 'Storeby Kommune', phone: '72 72 72 72' },
    ]);
  });

  test('a number nobody is sure of is not shown: the number above it is', () => {
    expect(contacts('visitationen')).toMatchObject([{ name: 'Lilleby Kommune', phone: '70 00 00 00' }]);
  });

  test('one with no number anywhere is called nowhere', () => {
    expect(contacts('maeglerne')).toEqual([]);
    expect(contacts('findes-ikke')).toEqual([]);
  });

  test('organisations that are part of each other are gone round once', () => {
    const circle = { ...graph, organisations: new Map(graph.organisations) };
    circle.organisations.set('maeglerne', { ...organisation('maeglerne'), partOf: 'kontor' });
    circle.organisations.set('kontor', { ...organisation('maeglerne'), id: 'kontor', partOf: 'maeglerne' });
    expect(contactsOf(circle, 'maeglerne', 'da', today)).toEqual([]);
  });

  test('an old number says its year, but a helpline does not: it is called all the same', () => {
    expect(contacts('sygekassen')[0]?.note).toBe('Nummeret er set i 2021.');
    expect(contacts('laesesalen')[0]).not.toHaveProperty('note');
    expect(contacts('samtalelinjen')[0]).not.toHaveProperty('note');
  });
});

describe('opening hours', () => {
  const hours = (id: string, day = today) => hoursInWords(organisation(id).schedule, 'da', day);
  const proof = { source: 'Småland 2026', checkedOn: '2026-05', confidence: 'verified' } as const;
  const weekly = (days: NonNullable<Schedule['weekly']>[number]['days']) =>
    hoursInWords({ weekly: [{ days, opens: '10:00', closes: '12:00' }], ...proof }, 'da', today);

  test('that are not known are said to be unknown', () => {
    expect(hours('maeglerne')).toBe('Åbningstiden kender jeg ikke. Ring og hør.');
  });

  test('that nobody is sure of are said to be unknown', () => {
    const unsure: Schedule = { alwaysOpen: true, ...proof, confidence: 'uncertain' };
    expect(hoursInWords(unsure, 'da', today)).toBe('Åbningstiden kender jeg ikke. Ring og hør.');
  });

  test('that are old are said with their year', () => {
    expect(hours('sygekassen')).toBe('mandag til fredag kl. 09:00–14:00 (set i 2021 – det kan være ændret)');
    expect(hours('spisehuset')).toBe('når lampen er tændt');
    expect(hours('spisehuset', '2028-05-31')).toBe('når lampen er tændt (set i 2026 – det kan være ændret)');
  });

  test('around the clock stay around the clock', () => {
    expect(hours('samtalelinjen')).toBe('Åbent hele døgnet');
  });

  test('on days apart are said as days apart, never as all the days between', () => {
    expect(hours('laesesalen')).toBe(
      'mandag kl. 10:00–12:00, torsdag kl. 10:00–12:00, lørdag kl. 09:00–11:00',
    );
    expect(weekly(['mon', 'tue', 'wed', 'fri'])).toBe(
      'mandag til onsdag kl. 10:00–12:00, fredag kl. 10:00–12:00',
    );
    expect(weekly(['sun'])).toBe('søndag kl. 10:00–12:00');
    expect(weekly(['fri', 'thu', 'sat'])).toBe('torsdag til lørdag kl. 10:00–12:00');
  });
});

describe('a person', () => {
  const say = (from = graph, day = today) =>
    sayPerson(from, newSession('lilleby'), position(from, newSession('lilleby'), day), day);

  test("is the contact centre's number, with its year when it is old", () => {
    expect(say()).toMatchObject({
      kind: 'contact',
      contacts: [
        {
          name: 'Lilleby Kommunes kontaktcenter',
          phone: '71 71 71 71',
          hours: 'Åbningstiden kender jeg ikke. Ring og hør.',
          note: 'Nummeret er set i 2020.',
        },
      ],
    });
  });

  test('or, without one, that no number is known', () => {
    const silent = { ...graph, organisations: new Map<string, Organisation>() };
    expect(say(silent)).toMatchObject({ contacts: [], text: 'Jeg kender ikke et nummer, jeg tør vise.' });
  });
});

test('a crisis card calls several, the most urgent first, however old the numbers are', () => {
  for (const kind of crisisCards) {
    const card = sayCrisis(graph, kind, 'da', '2039-01-01');
    if (card?.kind !== 'crisis') throw new Error(kind);
    expect(card.contacts.map(({ phone }) => phone)).toEqual(['112', '70 44 44 44']);
    expect(card.contacts.filter(({ note }) => note !== undefined)).toEqual([]);
    expect(card.text).not.toBe('');
  }
});

test('an organisation with two numbers is called at both', () => {
  const two = {
    ...organisation('laesesalen'),
    phones: [...organisation('laesesalen').phones, ...organisation('spisehuset').phones],
  };
  expect(contactsAt(two, 'da', today).map(({ phone }) => phone)).toEqual(['70 22 22 22', '70 33 33 33']);
});
