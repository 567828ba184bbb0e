import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import type { Conversations } from '../conversation.ts';
import { errorFacts, type Log } from '../log.ts';
import { StoreError } from '../store/error.ts';
import type { Store } from '../store/store.ts';
import { DirectLineAdapter } from './adapter.ts';
import { type Answer, refuse } from './answer.ts';
import { generateToken, reconnect, refreshToken, startConversation } from './begin.ts';
import type { Channel, Handle } from './channel.ts';
import { createLimit } from './limit.ts';
import { corsHeaders, isAllowedOrigin, preflightHeaders } from './origin.ts';
import { activityId, readWatermark } from './present.ts';
import { createStreams, type Streams } from './streams.ts';
import { getActivities, getSessionId, postActivity, upload } from './talk.ts';
import { createTokens, tokenLifeSeconds } from './tokens.ts';

export interface DirectLineOptions {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly municipality: string;
  readonly tokenSecret: string;
  readonly origins: readonly string[];
  readonly log: Log;
  readonly now: () => number;
}

export interface DirectLine {
  readonly adapter: DirectLineAdapter;
  readonly streams: Streams;
}

const base = '/v3/directline';
const routes: readonly (readonly ['get' | 'post', string, Handle])[] = [
  ['post', '/tokens/generate', generateToken],
  ['post', '/tokens/refresh', refreshToken],
  ['get', '/session/getsessionid', getSessionId],
  ['post', '/conversations', startConversation],
  ['get', '/conversations/:id', reconnect],
  ['get', '/conversations/:id/activities', getActivities],
  ['post', '/conversations/:id/activities', postActivity],
  ['post', '/conversations/:id/upload', upload],
];
const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/** Puts Direct Line 3.0 on a server: its addresses and its sockets. */
export function mountDirectLine(server: Server, options: DirectLineOptions): DirectLine {
  const { store, conversations, origins, log, now } = options;
  const streams = createStreams(store, log);
  const adapter = new DirectLineAdapter(async (conversationId, activities) => {
    const said = await conversations.say(conversationId, activities);
    return said.kind === 'taken' ? said.activities.map(({ seq }) => activityId(conversationId, seq)) : [];
  });
  const channel: Channel = {
    store,
    conversations,
    adapter,
    tokens: createTokens(options.tokenSecret, now),
    municipality: options.municipality,
    posts: createLimit({ burst: 30, perSecond: 5 }),
    beginnings: createLimit({ burst: 120, perSecond: 2 }),
    deleted: rememberDeleted(now),
    now,
  };
  conversations.listen(streams);

  const answer = async (handle: Handle, request: IncomingMessage, response: ServerResponse, id: string) => {
    const query = new URLSearchParams(request.url?.split('?')[1] ?? '');
    const answered = await handle(channel, request, id, query).catch((error: unknown) => failed(error, log));
    send(response, answered, corsHeaders(origins, request.headers));
  };
  for (const [method, path, handle] of routes) {
    server[method](base + path, (request, response, next) => {
      answer(handle, request, response, String(request.params.id ?? ''))
        .catch((error: unknown) => {
          log.error(errorFacts(error), 'answer could not be sent');
          response.destroy();
        })
        .finally(() => next(false));
    });
  }
  server.opts(`${base}/*`, (request, response, next) => {
    const cors = corsHeaders(origins, request.headers);
    const leave = cors['access-control-allow-origin'] === undefined ? {} : preflightHeaders;
    send(response, { status: 204, body: undefined, headers: leave }, cors);
    next(false);
  });
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(channel, streams, origins, request, socket, head).catch((error: unknown) => {
      log.error(errorFacts(error), 'socket could not be opened');
      refuseUpgrade(socket, '503 Service Unavailable');
    });
  });
  return { adapter, streams };
}

async function upgrade(
  channel: Channel,
  streams: Streams,
  origins: readonly string[],
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const [path, search] = (request.url ?? '').split('?', 2);
  const id = streamPath.exec(path ?? '')?.[1];
  if (id === undefined) return refuseUpgrade(socket, '404 Not Found');
  if (!isAllowedOrigin(origins, request.headers)) return refuseUpgrade(socket, '401 Unauthorized');
  const query = new URLSearchParams(search ?? '');
  const claims = await channel.tokens.verify(query.get('t') ?? '');
  if (claims?.conversationId !== id) return refuseUpgrade(socket, '401 Unauthorized');
  if (!(await channel.store.exists(id))) return refuseUpgrade(socket, '404 Not Found');
  if (socket.destroyed) return;
  streams.server.handleUpgrade(request, socket, head, (opened) => {
    streams.add(opened, id, readWatermark(query.get('watermark')));
  });
}

function refuseUpgrade(socket: Duplex, status: string): void {
  if (socket.destroyed) return;
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function send(response: ServerResponse, answer: Answer, cors: Readonly<Record<string, string>>): void {
  // The client may have gone while we worked.
  if (response.headersSent || response.destroyed) return;
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  if (answer.body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer.body));
}

function failed(error: unknown, log: Log): Answer {
  log.error(errorFacts(error), 'request failed');
  return refuse(error instanceof StoreError ? 'Unavailable' : 'Failed');
}

/** Remembers deleted conversations as long as a token from before may live. */
function rememberDeleted(now: () => number): Channel['deleted'] {
  const until = new Map<string, number>();
  return {
    has: (id) => (until.get(id) ?? 0) > now(),
    add(id) {
      for (const [old, moment] of until) {
        if (moment > now()) break;
        until.delete(old);
      }
      until.set(id, now() + tokenLifeSeconds * 1000);
    },
  };
}
