import { randomUUID } from 'node:crypto';
import type { Taken } from '../store/store.ts';
import { type Answer, refuse } from './answer.ts';
import { authorise, type Handle } from './channel.ts';
import { activityId, present, readWatermark } from './present.ts';
import { readBody, throwBodyAway } from './read-body.ts';
import { readMessage } from './read-message.ts';

/** How many activities one poll brings at most; the watermark leads to the rest. */
const mostPolled = 100;

/** POST /conversations/{id}/activities: one turn, kept before it is answered. */
export const postActivity: Handle = async (channel, request, conversationId) => {
  const asked = await authorise(channel, request, conversationId);
  if ('refused' in asked) return asked.refused;
  const at = channel.now();
  if (!channel.posts.pass(conversationId, at)) return refuse('TooMany');
  const body = await readBody(request);
  if (body.kind === 'too-large') return refuse('TooLarge');
  if (body.kind !== 'object') return refuse('NotJson');
  const read = readMessage(body.value, asked.claims.user, at);
  if (read.kind === 'refused') return refuse('BadArgument', 'An activity has a type, such as "message".');
  if (read.kind === 'ignored') {
    if (!(await channel.store.exists(conversationId))) return refuse('UnknownConversation');
    return { status: 200, body: { id: `${conversationId}|${randomUUID()}` } };
  }
  const incoming = {
    ...read.incoming,
    channelId: 'directline',
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
  };
  const result: { taken: Taken | null } = { taken: null };
  await channel.adapter.process(incoming, async () => {
    result.taken = await channel.conversations.take(conversationId, read.key, read.incoming, read.message);
  });
  return answerTo(conversationId, result.taken, channel.deleted);
};

function answerTo(
  conversationId: string,
  taken: Taken | null,
  deleted: { add(conversationId: string): void },
): Answer {
  switch (taken?.kind) {
    case 'unknown-conversation':
      return refuse('UnknownConversation');
    case 'repeated':
      return { status: 200, body: { id: activityId(conversationId, taken.incomingSeq) } };
    case 'forgotten':
      deleted.add(conversationId);
      return { status: 200, body: { id: `${conversationId}|${randomUUID()}` } };
    case 'taken':
      return { status: 200, body: { id: activityId(conversationId, taken.activities[0]?.seq ?? 0) } };
    case undefined:
      // A middleware kept the turn to itself.
      return { status: 200, body: { id: `${conversationId}|${randomUUID()}` } };
  }
}

/**
 * GET /conversations/{id}/activities: what came after the watermark. Never limited: one 429 ends polling for good,
 * without a word.
 */
export const getActivities: Handle = async (channel, request, conversationId, query) => {
  const asked = await authorise(channel, request, conversationId);
  if ('refused' in asked) return asked.refused;
  const watermark = readWatermark(query.get('watermark'));
  const stored = await channel.store.after(conversationId, watermark, mostPolled);
  if (stored === null) return refuse('UnknownConversation');
  return { status: 200, body: present(conversationId, stored, watermark) };
};

/** POST /conversations/{id}/upload: files are refused, without writing any of them anywhere. */
export const upload: Handle = async (channel, request, conversationId) => {
  const asked = await authorise(channel, request, conversationId);
  if ('refused' in asked) return asked.refused;
  await throwBodyAway(request);
  return refuse('FilesNotAccepted');
};

/** GET /session/getsessionid: asked for by clients that sign people in; here nobody is. */
export const getSessionId: Handle = async (channel, request) => {
  const asked = await authorise(channel, request);
  if ('refused' in asked) return asked.refused;
  return { status: 200, body: { sessionId: randomUUID() } };
};
