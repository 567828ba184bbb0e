import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type Condition,
  conditionShape,
  type Facts,
  factsRead,
  holds,
  matched,
  type Verdict,
} from '../../knowledge/condition.ts';

const a = { fact: 'bolig', is: 'hus' } as const;
const b = { fact: 'alder', atLeast: 18, below: 30 } as const;
const c = { fact: 'fylder', is: ['penge', 'soevn'] } as const;

describe('a rule is read against what is known', () => {
  test.each<[string, Condition | undefined, Facts, Verdict]>([
    ['no rule holds for everybody', undefined, {}, 'yes'],
    ['the option asked for holds', a, { bolig: 'hus' }, 'yes'],
    ['another option does not', a, { bolig: 'telt' }, 'no'],
    ['nothing answered is not known', a, {}, 'unknown'],
    ['one of several options is enough', c, { fylder: 'soevn' }, 'yes'],
    ['one of several given answers is enough', c, { fylder: ['tanker', 'penge'] }, 'yes'],
    ['none of the given answers is not', c, { fylder: ['tanker'] }, 'no'],
    ['nothing chosen is an answer too', c, { fylder: [] }, 'no'],
    ['the lower bound counts', b, { alder: 18 }, 'yes'],
    ['below the lower bound does not', b, { alder: 17 }, 'no'],
    ['the upper bound is outside', b, { alder: 30 }, 'no'],
    ['just below the upper bound is inside', b, { alder: 29 }, 'yes'],
    ['a word is no number', b, { alder: 'tyve' }, 'no'],
    ['all hold', { all: [a, b] }, { bolig: 'hus', alder: 20 }, 'yes'],
    ['one that fails decides, whatever is not known', { all: [a, b] }, { bolig: 'telt' }, 'no'],
    ['one that is not known leaves it open', { all: [a, b] }, { bolig: 'hus' }, 'unknown'],
    ['one that holds decides, whatever is not known', { any: [a, b] }, { bolig: 'hus' }, 'yes'],
    ['none holds', { any: [a, b] }, { bolig: 'telt', alder: 5 }, 'no'],
    ['none holds yet', { any: [a, b] }, { bolig: 'telt' }, 'unknown'],
    ['the contrary of what holds', { not: a }, { bolig: 'hus' }, 'no'],
    ['the contrary of what does not', { not: a }, { bolig: 'telt' }, 'yes'],
    ['the contrary of what is not known', { not: a }, {}, 'unknown'],
  ])('%s', (_, condition, facts, verdict) => {
    expect(holds(condition, facts)).toBe(verdict);
  });
});

const options = ['x', 'y', 'z'];
const answers: Readonly<Record<string, fc.Arbitrary<Answer>>> = {
  p: fc.constantFrom(...options),
  q: fc.constantFrom(...options),
  several: fc.subarray(options),
  number: fc.integer({ min: 0, max: 6 }),
};
const someFacts = fc.record(answers, { requiredKeys: [] }) as fc.Arbitrary<Facts>;
const allFacts = fc.record(answers) as fc.Arbitrary<Facts>;
const bound = fc.integer({ min: 0, max: 6 });
const { condition: anyCondition } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      fact: fc.constantFrom('p', 'q', 'several'),
      is: fc.oneof(fc.constantFrom(...options), fc.subarray(options, { minLength: 1 })),
    }),
    fc.record({ fact: fc.constant('number'), atLeast: bound }),
    fc.record({ fact: fc.constant('number'), atLeast: bound, below: bound }),
  ),
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    tie('leaf'),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

/** The slow twin: no is 0, not known is a half, yes is 1; all is the least, any the most, not what is left to 1. */
function worth(condition: Condition, facts: Facts): number {
  if ('all' in condition) return Math.min(...condition.all.map((part) => worth(part, facts)));
  if ('any' in condition) return Math.max(...condition.any.map((part) => worth(part, facts)));
  if ('not' in condition) return 1 - worth(condition.not, facts);
  const answer = facts[condition.fact];
  if (answer === undefined) return 0.5;
  if ('is' in condition) {
    const wanted: readonly string[] = [condition.is].flat();
    return [answer].flat().some((one) => wanted.indexOf(String(one)) >= 0) ? 1 : 0;
  }
  const { atLeast = -Infinity, below = Infinity } = condition;
  return Number(answer) >= atLeast && Number(answer) < below ? 1 : 0;
}

describe('three values keep the laws of logic', () => {
  const check = (law: (condition: Condition, other: Condition, facts: Facts) => void) =>
    fc.assert(
      fc.property(anyCondition, anyCondition, someFacts, (one, other, facts) => {
        law(one, other, facts);
      }),
      { numRuns: 1_000 },
    );

  test('and agree with a slow twin that counts', () => {
    check((condition, _, facts) => {
      const verdicts: Readonly<Record<number, Verdict>> = { 0: 'no', 0.5: 'unknown', 1: 'yes' };
      expect(holds(condition, facts)).toBe(verdicts[worth(condition, facts)]);
    });
  });

  test('twice not is nothing', () => {
    check((condition, _, facts) =>
      expect(holds({ not: { not: condition } }, facts)).toBe(holds(condition, facts)),
    );
  });

  test('not all is some not, and not any is all not', () => {
    check((one, other, facts) => {
      const nots = [{ not: one }, { not: other }];
      expect(holds({ not: { all: [one, other] } }, facts)).toBe(holds({ any: nots }, facts));
      expect(holds({ not: { any: [one, other] } }, facts)).toBe(holds({ all: nots }, facts));
    });
  });

  test('the order of the parts makes no difference', () => {
    check((one, other, facts) => {
      expect(holds({ all: [one, other] }, facts)).toBe(holds({ all: [other, one] }, facts));
      expect(holds({ any: [one, other] }, facts)).toBe(holds({ any: [other, one] }, facts));
    });
  });

  test('what is settled stays settled, whatever is answered later', () => {
    fc.assert(
      fc.property(anyCondition, allFacts, fc.subarray(Object.keys(answers)), (condition, all, known) => {
        const few = Object.fromEntries(Object.entries(all).filter(([fact]) => known.includes(fact)));
        const early = holds(condition, few);
        if (early !== 'unknown') expect(holds(condition, all)).toBe(early);
        expect(holds(condition, all)).not.toBe('unknown');
      }),
      { numRuns: 1_000 },
    );
  });
});

test('a rule is read from the facts it names and no others', () => {
  fc.assert(
    fc.property(anyCondition, someFacts, (condition, facts) => {
      const named = Object.fromEntries(
        Object.entries(facts).filter(([fact]) => factsRead(condition).includes(fact)),
      );
      expect(holds(condition, named)).toBe(holds(condition, facts));
    }),
  );
});

describe('the facts told as proof', () => {
  test('are those that decided, not those that happened to be answered', () => {
    const either: Condition = { any: [a, b] };
    expect(matched(either, { bolig: 'hus', alder: 70 })).toEqual(['bolig']);
    expect(matched(either, { bolig: 'hus', alder: 20 })).toEqual(['bolig', 'alder']);
    expect(matched({ not: { all: [a, b] } }, { bolig: 'hus', alder: 70 })).toEqual(['alder']);
    expect(matched(either, { alder: 70 })).toEqual([]);
    expect(matched(undefined, { alder: 70 })).toEqual([]);
  });

  test('are each told once, and are enough for the rule to hold', () => {
    fc.assert(
      fc.property(anyCondition, someFacts, (condition, facts) => {
        fc.pre(holds(condition, facts) === 'yes');
        const told = matched(condition, facts);
        expect(new Set(told).size).toBe(told.length);
        const proof = Object.fromEntries(told.map((fact) => [fact, facts[fact] as Answer]));
        expect(holds(condition, proof)).toBe('yes');
      }),
      { numRuns: 1_000 },
    );
  });
});

test('every rule that can be made is read back as it was written', () => {
  fc.assert(
    fc.property(anyCondition, (condition) => {
      expect(conditionShape.parse(JSON.parse(JSON.stringify(condition)))).toEqual(condition);
    }),
  );
});

test.each([
  ['a leaf that asks for nothing', { fact: 'alder' }],
  ['two ways of combining in one', { all: [a], any: [b] }],
  ['an empty list', { all: [] }],
  ['code in a word', 'alder > 18'],
  ['an unknown word', { fact: 'alder', over: 18 }],
])('%s is no rule', (_, written) => {
  expect(conditionShape.safeParse(written).success).toBe(false);
});
