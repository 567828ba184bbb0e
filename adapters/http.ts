import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Request, Response } from 'restify';
import restify from 'restify';
import type { Conversations } from './conversation.ts';
import { type DirectLine, mountDirectLine } from './directline/directline.ts';
import { errorFacts, type Log } from './log.ts';
import { readPages, sendPage } from './static.ts';
import type { Store } from './store/store.ts';

export interface HttpOptions {
  readonly port: number;
  readonly host: string;
  /** Folder of the built page. */
  readonly web: string;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly municipality: string;
  readonly tokenSecret: string;
  readonly origins: readonly string[];
  readonly log: Log;
  readonly now: () => number;
}

/** A server that listens. */
export interface Http {
  /** Where it is, such as http://127.0.0.1:3978. */
  readonly url: string;
  /** Whether the page was built before the start. */
  readonly hasPage: boolean;
  readonly directLine: DirectLine;
  /** Stops listening, lets requests under way finish for `graceMs`, then cuts off whoever is left. */
  close(graceMs: number): Promise<void>;
}

/** Serves the page, the web channel and the health checks. Rejects with Node's error when it cannot listen. */
export async function serve(options: HttpOptions): Promise<Http> {
  const pages = readPages(options.web);
  const server = restify.createServer({
    name: '',
    // restify logs addresses and headers; ours says what may be said.
    log: pino({ level: 'silent' }) as never,
  });
  let isClosing = false;
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 15_000;

  // restify reads the address with url.parse, which throws on an absolute one; nobody sends those to a chat.
  (server as WithFirst).first((request, response) => {
    if (request.url?.startsWith('/') === true) return true;
    plain(response, 400, 'The address must begin with /.');
    return false;
  });
  server.on('restifyError', (_request: Request, response: Response, error: Error, done: () => void) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) options.log.error({ name: error.name }, 'request failed in the server');
    // restify answers a second time, and throws, unless it was asked to answer the first time.
    if (response.headersSent) return;
    const body = { error: { code: codeOf(status), message: sentenceOf(status) } };
    response.sendRaw(status, JSON.stringify(body), jsonHeaders);
    done();
  });

  const directLine = mountDirectLine(server, options);

  server.get('/healthz', (_request, response, next) => {
    json(response, 200, { status: 'alive' });
    next(false);
  });
  server.get('/readyz', (_request, response, next) => {
    void isReady().then((ready) => {
      json(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
      next(false);
    });
  });
  const page: restify.RequestHandler = (request, response, next) => {
    const found = sendPage(pages, request, response);
    if (!found && request.url?.split('?')[0] === '/')
      plain(response, 503, 'The page is not built yet: run "npm run setup".');
    else if (!found) plain(response, 404, 'There is nothing at this address.');
    next(false);
  };
  server.get('/*', page);
  server.head('/*', page);

  async function isReady(): Promise<boolean> {
    return (
      !isClosing &&
      (await options.store.exists('readiness').then(
        () => true,
        () => false,
      ))
    );
  }

  await new Promise<void>((resolve, reject) => {
    // restify passes the server's errors on to itself, where they need somebody who listens.
    let isListening = false;
    server.on('error', (error: Error) => {
      if (isListening) options.log.error(errorFacts(error), 'the server stumbled');
      reject(error);
    });
    server.server.listen(options.port, options.host, () => {
      isListening = true;
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    hasPage: pages.has('/'),
    directLine,
    async close(graceMs) {
      isClosing = true;
      directLine.streams.close();
      const closed = new Promise<void>((resolve) => server.server.close(() => resolve()));
      const node = server.server as import('node:http').Server;
      node.closeIdleConnections();
      const cutOff = setTimeout(() => node.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cutOff);
    },
  };
}

/** The types of restify do not know `first`. */
type WithFirst = restify.Server & {
  first(handler: (request: Request, response: Response) => boolean): void;
};

const jsonHeaders: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

function json(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(jsonHeaders)) response.setHeader(name, value);
  response.end(JSON.stringify(body));
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.end(`${text}\n`);
}

function codeOf(status: number): string {
  return status === 404
    ? 'NotFound'
    : status === 405
      ? 'NotAllowed'
      : status >= 500
        ? 'Failed'
        : 'BadRequest';
}

function sentenceOf(status: number): string {
  if (status === 404) return 'There is nothing at this address.';
  if (status === 405) return 'This address does not take that method.';
  return status >= 500 ? 'Something went wrong on the server; try again.' : 'The request cannot be read.';
}
