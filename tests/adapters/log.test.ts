import { expect, test } from 'vitest';
import { errorFacts } from '../../adapters/log.ts';

test('an error is logged by name, code and place, never by its message, which may quote a citizen', () => {
  let error: unknown;
  try {
    JSON.parse('mit cpr er 010190-1234');
  } catch (caught) {
    error = caught;
  }
  const facts = errorFacts(Object.assign(error as Error, { code: 'X' }));
  expect(facts).toMatchObject({ name: 'SyntaxError', code: 'X' });
  expect(facts.at).toContainEqual(expect.stringContaining('log.test.ts'));
  expect(JSON.stringify(facts)).not.toMatch(/010190|mit cpr/);
});

test('a message of several lines does not pass for a place', () => {
  const error = new Error('first\n    at 010190-1234\nlast');
  expect(JSON.stringify(errorFacts(error))).not.toContain('010190');
});

test('whatever is thrown can be logged', () => {
  for (const thrown of ['010190-1234', null, undefined, 7, {}]) {
    expect(JSON.stringify(errorFacts(thrown))).not.toContain('010190');
  }
});
