import { describe, expect, test } from 'vitest';
import { attention, topOfView } from '../../../adapters/web/chat/attention.ts';
import type { Entry } from '../../../adapters/web/chat/transcript.ts';
import type { Reply } from '../../../bot/reply.ts';

const said = (key: string, reply: Reply): Entry => ({ kind: 'said', key, reply, locale: null });
const words = said('words', { kind: 'say', text: 'Jeg hører dig.' });
const question = said('question', { kind: 'ask', text: 'Hvem?', input: 'options', options: [] });
const open = said('open', { kind: 'ask', text: 'Hvad mangler?', input: 'text', options: [] });
const overview = said('overview', {
  kind: 'overview',
  title: '',
  intro: '',
  lines: [],
  words: {} as never,
  options: [],
});
const crisis = said('crisis', {
  kind: 'crisis',
  crisis: 'vold',
  title: '',
  text: '',
  contacts: [],
  afterwards: [],
});

describe('focus', () => {
  test.each([
    ['goes to the first words of an answer that wants pressing', [words, question], false, 'words'],
    ['goes to what is long rather than to the words before it', [words, overview], false, 'overview'],
    ['stays in the field when words are all there is', [words], false, null],
    ['stays in the field when the answer is to be written', [open], false, null],
    ['stays with whoever is already writing', [words, question], true, null],
    ['stays where it is in a crisis, which announces itself', [crisis, question], false, null],
  ] as const)('%s', (_, fresh, isWriting, key) => {
    expect(attention(fresh, isWriting)).toBe(key);
  });
});

describe('the top of the view', () => {
  const own = (key: string): Entry => ({ kind: 'own', key, text: '', delivery: 'sent' });

  test.each([
    ['is left as it is by a welcome', [words, question], [words, question], null],
    ['is what the citizen says, while they say it', [words, own('k')], [own('k')], 'k'],
    ['is what the citizen said when the answer comes', [own('k'), words, question], [words, question], 'k'],
    ['is a crisis before all else', [own('k'), crisis, words], [crisis, words], 'crisis'],
    ['is the news when somebody writes without being asked', [own('k'), words, open], [open], 'open'],
  ] as const)('%s', (_, whole, fresh, key) => {
    const transcript = whole.map((entry) => fresh.find(({ key }) => key === entry.key) ?? entry);
    expect(topOfView(transcript, fresh)).toBe(key);
  });
});
