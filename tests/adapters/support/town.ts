import { join } from 'node:path';
import { type Conversations, conversationsIn } from '../../../adapters/conversation.ts';
import { render } from '../../../adapters/directline/render.ts';
import { type Http, serve } from '../../../adapters/http.ts';
import { openLog } from '../../../adapters/log.ts';
import { openStore } from '../../../adapters/store/sqlite.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { loadUnderstand } from '../../../adapters/terminal/model.ts';
import type { Guide } from '../../../bot/guide.ts';
import { loadGraph } from '../../../knowledge/load.ts';
import { describe } from '../../../knowledge/problem.ts';

export const tokenSecret = 'a secret for tests, long enough to sign with';

/** A real server for the small town, on a free port, with a store in memory and a clock that can be put forward. */
export interface Town {
  readonly url: string;
  readonly http: Http;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly clock: { ahead: number };
  close(): Promise<void>;
}

export function lillebyGuide(): Guide {
  const loaded = loadGraph('lilleby', join(import.meta.dirname, 'content'));
  if (loaded.graph === null) throw new Error(loaded.problems.map(describe).join('\n'));
  return { graph: loaded.graph, understand: loadUnderstand(), keepDays: 30 };
}

export async function openTown(
  options: { readonly origins?: readonly string[]; readonly web?: string; readonly path?: string } = {},
): Promise<Town> {
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const guide = lillebyGuide();
  const store = await openStore({ path: options.path ?? ':memory:' });
  const conversations = conversationsIn({ store, guide, render, keepDays: guide.keepDays, now });
  const http = await serve({
    port: 0,
    host: '127.0.0.1',
    web: options.web ?? '/nowhere',
    store,
    conversations,
    municipality: 'lilleby',
    tokenSecret,
    origins: options.origins ?? [],
    log: openLog('error'),
    now,
  });
  return {
    url: http.url,
    http,
    store,
    conversations,
    clock,
    async close() {
      await http.close(100);
      await store.close();
    },
  };
}
