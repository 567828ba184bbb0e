import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type Language, languages } from '../../bot/message.ts';
import { refuse } from './answer.ts';
import { authorise, type Channel, type Handle } from './channel.ts';
import { addressKey, socketBase } from './origin.ts';
import { readBody, throwBodyAway } from './read-body.ts';
import { type Claims, tokenLifeSeconds } from './tokens.ts';

const userId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const generateShape = z.object({
  municipality: z.string().optional(),
  locale: z.string().max(100).optional(),
  user: z.union([userId, z.object({ id: userId.optional() })]).optional(),
});
const startShape = z.object({ locale: z.string().max(100).optional().catch(undefined) });

/** POST /tokens/generate: a token for a conversation that begins when the client starts it. Nothing is kept yet. */
export const generateToken: Handle = async (channel, request) => {
  const address = addressKey(request);
  if (address !== null && !channel.beginnings.pass(`token ${address}`, channel.now()))
    return refuse('TooMany');
  const body = await readBody(request);
  if (body.kind === 'too-large') return refuse('TooLarge');
  if (body.kind === 'not-json' || body.kind === 'gone') return refuse('NotJson');
  const read = generateShape.safeParse(body.kind === 'empty' ? {} : body.value);
  if (!read.success) {
    return refuse(
      'BadArgument',
      'municipality and locale are words, user.id is letters, digits, _ or -, 64 at most.',
    );
  }
  const { municipality, locale, user } = read.data;
  if (municipality !== undefined && municipality !== channel.municipality)
    return refuse('UnknownMunicipality');
  const given = typeof user === 'string' ? user : user?.id;
  const claims: Claims = {
    conversationId: randomBytes(16).toString('hex'),
    // Ids that begin with dl_ are taken from a token only, so nobody can post as this user without it.
    user: given ?? `dl_${randomBytes(9).toString('hex')}`,
    ...(locale === undefined ? {} : { language: languageOf(locale) }),
    fresh: true,
  };
  return { status: 200, body: await grant(channel, claims) };
};

/** POST /conversations: opens the token's conversation, with its welcome, or gives back the one that is open. */
export const startConversation: Handle = async (channel, request) => {
  const asked = await authorise(channel, request);
  if ('refused' in asked) return asked.refused;
  const body = await readBody(request);
  if (body.kind === 'too-large') return refuse('TooLarge');
  if (body.kind === 'not-json' || body.kind === 'gone') return refuse('NotJson');
  const { claims } = asked;
  const id = claims.conversationId;
  let opened = false;
  if (claims.fresh === undefined || channel.deleted.has(id)) {
    if (!(await channel.store.exists(id))) return refuse('UnknownConversation');
  } else {
    if (!(await channel.store.exists(id))) {
      const address = addressKey(request);
      if (address !== null && !channel.beginnings.pass(address, channel.now())) return refuse('TooMany');
    }
    const { locale } = startShape.parse(body.kind === 'empty' ? {} : body.value);
    opened = await channel.conversations.openConversation(id, languageOf(claims.language ?? locale ?? 'da'));
  }
  return { status: opened ? 201 : 200, body: await grantStream(channel, request, claims, '-') };
};

/** GET /conversations/{id}: comes back to a conversation, after the watermark. */
export const reconnect: Handle = async (channel, request, conversationId, query) => {
  const asked = await authorise(channel, request, conversationId);
  if ('refused' in asked) return asked.refused;
  if (!(await channel.store.exists(conversationId))) return refuse('UnknownConversation');
  const watermark = query.get('watermark') ?? '';
  return {
    status: 200,
    body: await grantStream(channel, request, asked.claims, /^\d{1,15}$/.test(watermark) ? watermark : '-'),
  };
};

/** POST /tokens/refresh: the same token for another half hour, as long as its conversation is there. */
export const refreshToken: Handle = async (channel, request) => {
  const asked = await authorise(channel, request);
  if ('refused' in asked) return asked.refused;
  await throwBodyAway(request);
  const { claims } = asked;
  const isThere = await channel.store.exists(claims.conversationId);
  if (!isThere && (claims.fresh === undefined || channel.deleted.has(claims.conversationId))) {
    return refuse('UnknownConversation');
  }
  return { status: 200, body: await grant(channel, claims) };
};

async function grant(channel: Channel, claims: Claims) {
  return {
    conversationId: claims.conversationId,
    token: await channel.tokens.sign(claims),
    expires_in: tokenLifeSeconds,
  };
}

async function grantStream(channel: Channel, request: IncomingMessage, claims: Claims, watermark: string) {
  const { fresh: _, ...open } = claims;
  const granted = await grant(channel, open);
  const stream = `/v3/directline/conversations/${claims.conversationId}/stream`;
  const streamUrl = `${socketBase(request)}${stream}?watermark=${watermark}&t=${granted.token}`;
  return { ...granted, streamUrl };
}

/** The language nearest to a locale such as `da-DK`; Danish when there is none. */
export function languageOf(locale: string): Language {
  const wanted = locale.toLowerCase();
  const exact = languages.find((language) => language === wanted);
  return exact ?? languages.find((language) => language === wanted.split(/[-_]/)[0]) ?? 'da';
}
