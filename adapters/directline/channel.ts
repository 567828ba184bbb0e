import type { IncomingMessage } from 'node:http';
import type { Conversations } from '../conversation.ts';
import type { Store } from '../store/store.ts';
import type { DirectLineAdapter } from './adapter.ts';
import { type Answer, refuse } from './answer.ts';
import type { Limit } from './limit.ts';
import type { Claims, Tokens } from './tokens.ts';

/** What the requests of the web channel share. */
export interface Channel {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly adapter: DirectLineAdapter;
  readonly tokens: Tokens;
  readonly municipality: string;
  /** Messages of one conversation. */
  readonly posts: Limit;
  /** Conversations begun from one address. */
  readonly beginnings: Limit;
  /** Deleted not long ago: a token from before must not open the conversation again. */
  readonly deleted: { has(conversationId: string): boolean; add(conversationId: string): void };
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** One request to the web channel; never rejects because of what a client sent. */
export type Handle = (
  channel: Channel,
  request: IncomingMessage,
  conversationId: string,
  query: URLSearchParams,
) => Promise<Answer>;

/** Who asks; a refusal when the token is missing, not ours, or for another conversation than the one in the address. */
export async function authorise(
  channel: Channel,
  request: IncomingMessage,
  conversationId?: string,
): Promise<{ readonly claims: Claims } | { readonly refused: Answer }> {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return { refused: refuse('NoToken') };
  const claims = await channel.tokens.verify(token);
  if (claims === null) return { refused: refuse('BadToken') };
  if (conversationId !== undefined && claims.conversationId !== conversationId) {
    return { refused: refuse('BadToken') };
  }
  return { claims };
}
