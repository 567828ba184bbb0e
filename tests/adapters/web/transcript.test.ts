import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../adapters/web/chat/line/activity.ts';
import {
  currentFrom,
  delivered,
  isAwaiting,
  posted,
  received,
  type Transcript,
} from '../../../adapters/web/chat/transcript.ts';
import type { Reply } from '../../../bot/reply.ts';

const answer = (id: string, reply: Reply): Activity => ({ id, type: 'message', channelData: { reply } });
const say = (id: string): Activity => answer(id, { kind: 'say', text: id });
const crisis = (id: string): Activity =>
  answer(id, { kind: 'crisis', crisis: 'vold', title: id, text: '', contacts: [], afterwards: [] });
const echo = (key: string, text: string): Activity => ({
  id: `id-${key}`,
  type: 'message',
  text,
  from: { role: 'user' },
  channelData: { clientActivityID: key },
});
const keys = (transcript: Transcript) => transcript.map(({ key }) => key);

describe('the transcript', () => {
  test('shows each activity once, however often it arrives', () => {
    const once = received([], [say('a'), say('b')]);
    expect(received(once, [say('b'), say('a'), say('c')])).toEqual(
      received([], [say('a'), say('b'), say('c')]),
    );
  });

  test('puts the echo in the place of what was typed, with the words the server keeps', () => {
    const typed = posted(received([], [say('a')]), 'k', 'mit nummer er 010203-1234');
    const after = received(typed, [echo('k', 'mit nummer er [cpr]'), say('b')]);
    expect(keys(after)).toEqual(['a', 'k', 'b']);
    expect(after[1]).toMatchObject({ text: 'mit nummer er [cpr]', delivery: 'sent' });
  });

  test('never calls unsent what has come back, though the acknowledgement was lost', () => {
    const back = received(posted([], 'k', 'hej'), [echo('k', 'hej')]);
    expect(delivered(back, 'k', 'waiting')).toEqual(back);
  });

  test('puts a crisis before everything else of its turn, and keeps several in their order', () => {
    const turn = received(posted(received([], [say('old')]), 'k', 'hjælp'), [
      say('a'),
      crisis('c1'),
      crisis('c2'),
    ]);
    expect(keys(turn)).toEqual(['old', 'k', 'c1', 'c2', 'a']);
  });

  test('shows a person’s plain words as said, and leaves out what is no message', () => {
    const typing: Activity = { id: 't', type: 'typing' };
    const person: Activity = { id: 'p', type: 'message', text: 'Hej, jeg hedder Bo', from: { role: 'bot' } };
    expect(received([], [typing, person])).toEqual([
      { kind: 'said', key: 'p', reply: { kind: 'say', text: 'Hej, jeg hedder Bo' }, locale: null },
    ]);
  });

  test('leaves buttons only on what answers the citizen’s last words', () => {
    expect(currentFrom(received([], [say('a')]))).toBe(0);
    expect(currentFrom(received(posted(received([], [say('a')]), 'k', 'x'), [say('b')]))).toBe(2);
  });

  test('awaits an answer from sending until it comes, but not while the net is gone', () => {
    const sent = posted([], 'k', 'hej');
    expect(isAwaiting(sent)).toBe(true);
    expect(isAwaiting(delivered(sent, 'k', 'waiting'))).toBe(false);
    expect(isAwaiting(delivered(sent, 'k', 'failed'))).toBe(false);
    expect(isAwaiting(received(sent, [say('b')]))).toBe(false);
  });
});
