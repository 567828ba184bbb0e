import fc from 'fast-check';
import type { Answer } from '../../knowledge/condition.ts';
import type { Question } from '../../knowledge/question.ts';

/** Any day a citizen could mean. */
export const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any answer that a question takes. */
export function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  const values = question.options.map(({ value }) => value);
  switch (question.kind) {
    case 'choice':
      return fc.constantFrom(...values);
    case 'choices':
      return fc.subarray(values);
    case 'number':
      return fc.integer({ min: question.least ?? -1000, max: question.most ?? 1000 });
    case 'date':
      return anyDay;
  }
}
