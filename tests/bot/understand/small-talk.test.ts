import { expect, test } from 'vitest';
import { smallTalk } from '../../../bot/understand/small-talk.ts';

test.each([
  'hej',
  'Goddag!',
  'god morgen',
  'er der nogen?',
  'hello there',
  'Dzień dobry',
  'مرحبا',
  'iyi günler',
])('"%s" only greets', (text) => {
  expect(smallTalk(text)).toBe('greeting');
});

test.each(['tak', 'tusind tak for hjælpen', 'thank you very much', 'дякую', 'teşekkürler'])(
  '"%s" only thanks',
  (text) => {
    expect(smallTalk(text)).toBe('thanks');
  },
);

test.each(['', 'hej jeg er syg', 'tak men det hjalp ikke', 'hjælp', 'god dag uden arbejde', 'nej tak'])(
  '"%s" is more, or less, than small talk',
  (text) => {
    expect(smallTalk(text)).not.toBe('greeting');
    if (text !== 'nej tak') expect(smallTalk(text)).toBeNull();
  },
);
