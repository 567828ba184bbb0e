import { describe, expect, test } from 'vitest';
import { type Graph, link } from '../../knowledge/graph.ts';
import { isShown, walk } from '../../knowledge/walk.ts';
import { townGraph } from '../support/town.ts';

const graph = townGraph();
const today = '2026-11-22';
const idsOf = (situations: readonly string[], day = today, from: Graph = graph) =>
  walk(from, situations, day).map(({ offer }) => offer.id);

describe('from a situation, over its needs, to everything that can meet them', () => {
  test('each offer is reached once, with every path that leads to it', () => {
    const ids = idsOf(['paaroerende', 'ensomhed']);
    expect(new Set(ids).size).toBe(ids.length);
    const gaarden = walk(graph, ['paaroerende', 'ensomhed'], today).find(
      ({ offer }) => offer.id === 'lilleby-gaarden',
    );
    expect(gaarden?.paths.map(({ situation, need }) => `${situation} ${need}`)).toEqual([
      'paaroerende tale',
      'paaroerende andre',
      'ensomhed andre',
      'ensomhed tale',
    ]);
  });

  test('what every path says is in the graph', () => {
    for (const { offer, paths } of walk(graph, [...graph.situations.keys()], today)) {
      expect(paths.length).toBeGreaterThan(0);
      for (const { situation, need } of paths) {
        expect(graph.situations.get(situation)?.needs.map((one) => one.need)).toContain(need);
        expect(offer.node.meets).toContain(need);
      }
    }
  });

  test('an offer made for one situation is not reached from another', () => {
    expect(idsOf(['paaroerende'])).toContain('daghjem');
    expect(idsOf(['ensomhed'])).not.toContain('daghjem');
  });

  test('an offer with a time of its own keeps it', () => {
    const step = walk(graph, ['paaroerende'], today).find(({ offer }) => offer.id === 'bed-en-soeskende');
    expect(step?.paths).toEqual([
      { situation: 'paaroerende', need: 'pause', horizon: 'soon', onlyIf: undefined },
    ]);
  });

  test('from nowhere, or from a situation that is not there, nothing is reached', () => {
    expect(idsOf([])).toEqual([]);
    expect(idsOf(['findes-ikke'])).toEqual([]);
  });

  test('the same walk twice is the same, and the order of the situations is kept apart', () => {
    expect(walk(graph, ['ensomhed'], today)).toEqual(walk(graph, ['ensomhed'], today));
    expect(idsOf(['ensomhed', 'paaroerende'])).not.toEqual(idsOf(['paaroerende', 'ensomhed']));
    expect(new Set(idsOf(['ensomhed', 'paaroerende']))).toEqual(new Set(idsOf(['paaroerende', 'ensomhed'])));
  });
});

describe('what holds only for a time is reached only then', () => {
  test.each([
    ['2026-12-31', ['overblik-gammel-lov']],
    ['2027-01-01', ['overblik-ny-lov']],
  ])('on %s', (day, laws) => {
    expect(idsOf(['sygedagpenge'], day).filter((id) => id.startsWith('overblik'))).toEqual(laws);
  });

  test('the first and the last day are days on which it holds', () => {
    const node = { confidence: 'known', validFrom: '2026-03-01', validUntil: '2026-03-03' };
    const days = ['2026-02-28', '2026-03-01', '2026-03-03', '2026-03-04'];
    expect(days.map((day) => isShown(node, day))).toEqual([false, true, true, false]);
  });

  test('what an organisation gives goes when the organisation does', () => {
    const organisation = graph.organisations.get('spisehuset');
    if (organisation === undefined) throw new Error('no Spisehuset');
    const organisations = new Map(graph.organisations).set('spisehuset', {
      ...organisation,
      validUntil: '2026-11-21',
    });
    const later = link('lilleby', { ...graph, organisations });
    expect(idsOf(['ensomhed'], '2026-11-21', later)).toContain('spisefaellesskab');
    expect(idsOf(['ensomhed'], '2026-11-22', later)).not.toContain('spisefaellesskab');
  });
});

test('nothing uncertain is reached, nor what an uncertain organisation gives, nor from an uncertain need', () => {
  expect(idsOf([...graph.situations.keys()])).not.toContain('rygte');
  const unsure = <T extends { id: string }>(nodes: ReadonlyMap<string, T>, id: string) =>
    new Map(
      [...nodes].map(([key, node]) => [
        key,
        key === id ? { ...node, confidence: 'uncertain' as const } : node,
      ]),
    );
  const without = link('lilleby', {
    ...graph,
    organisations: unsure(graph.organisations, 'spisehuset'),
    needs: unsure(graph.needs, 'tale'),
  });
  expect(idsOf(['ensomhed'], today, without)).toEqual(['lilleby-gaarden', 'kaffe-med-naboen']);
  const paths = walk(without, ['ensomhed'], today).flatMap((one) => one.paths);
  expect(paths.map(({ need }) => need)).not.toContain('tale');
});

test('an offer for some only has a rule that says for whom', () => {
  const situation = graph.situations.get('ensomhed');
  if (situation === undefined) throw new Error('no ensomhed');
  const onlyIf = { fact: 'arbejde', is: 'ledig' } as const;
  const needs = situation.needs.map((need) => (need.need === 'andre' ? { ...need, onlyIf } : need));
  const some = link('lilleby', {
    ...graph,
    situations: new Map(graph.situations).set('ensomhed', { ...situation, needs }),
  });
  const rules = new Map(walk(some, ['ensomhed'], today).map(({ offer, condition }) => [offer.id, condition]));
  expect(rules.get('spisefaellesskab')).toEqual(onlyIf);
  // It also meets the need to talk, which everybody here has.
  expect(rules.get('lilleby-gaarden')).toBeUndefined();
});
