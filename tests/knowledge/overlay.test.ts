import { describe, expect, test } from 'vitest';
import { crisisCards } from '../../knowledge/crisis.ts';
import { loadGraph } from '../../knowledge/load.ts';
import { walk } from '../../knowledge/walk.ts';
import { townFolder, townGraph } from '../support/town.ts';

const lilleby = townGraph('lilleby');
const storeby = townGraph('storeby');

describe('a town is laid over the national content', () => {
  test('it adds what only it has', () => {
    expect(lilleby.services.has('lilleby-gaarden')).toBe(true);
    expect(storeby.services.has('lilleby-gaarden')).toBe(false);
  });

  test('it overrides field by field, and keeps the rest', () => {
    const national = lilleby.services.get('spisefaellesskab');
    expect(storeby.services.get('spisefaellesskab')).toEqual({ ...national, name: 'Spis sammen i Storeby' });
    expect(storeby.organisations.get('kommunen')?.phones[0]?.number).toBe('72 72 72 72');
    expect(lilleby.organisations.get('kommunen')?.phones[0]?.number).toBe('70 00 00 00');
  });

  test('it hides what it does not have', () => {
    expect(lilleby.services.has('nabomaegling')).toBe(true);
    expect(storeby.services.has('nabomaegling')).toBe(false);
    const reached = walk(storeby, ['nabostrid'], '2026-11-22').map(({ offer }) => offer.id);
    expect(reached).not.toContain('nabomaegling');
    expect(reached).toContain('kaffe-med-naboen');
  });

  test('two towns loaded side by side do not touch each other', () => {
    expect(lilleby.municipality).toBe('lilleby');
    expect(storeby.municipality).toBe('storeby');
    expect(lilleby.organisations.get('kommunen')?.name).toBe('Lilleby Kommune');
    expect(storeby.organisations.get('kommunen')?.name).toBe('Storeby Kommune');
  });
});

test('a need that nobody meets is allowed, and told to editors as a hole in the map', () => {
  const loaded = loadGraph('lilleby', townFolder);
  expect(loaded.graph === null ? [] : loaded.notes).toEqual([
    expect.objectContaining({ severity: 'note', code: 'hole', message: expect.stringContaining('ny-musik') }),
  ]);
});

test('what is uncertain is no part of what citizens are shown from', () => {
  expect(lilleby.services.has('rygte')).toBe(false);
  expect(lilleby.milestones.has('en-regel-ingen-kender')).toBe(false);
  const everything = [
    lilleby.situations,
    lilleby.needs,
    lilleby.services,
    lilleby.ownSteps,
    lilleby.organisations,
    lilleby.questions,
    lilleby.milestones,
  ];
  const confidences = everything.flatMap((nodes) => [...nodes.values()].map(({ confidence }) => confidence));
  expect(confidences.length).toBeGreaterThan(40);
  expect(confidences).not.toContain('uncertain');
});

test('there is a card for every kind of danger', () => {
  expect([...lilleby.crises.keys()].sort()).toEqual([...crisisCards].sort());
});
