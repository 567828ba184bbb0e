import { join } from 'node:path';
import restify from 'restify';
import { conversationsIn } from '../../adapters/conversation.ts';
import { DirectLineAdapter } from '../../adapters/directline/adapter.ts';
import { readBody } from '../../adapters/directline/read-body.ts';
import { render } from '../../adapters/directline/render.ts';
import { serve } from '../../adapters/http.ts';
import { openLog } from '../../adapters/log.ts';
import { openStore } from '../../adapters/store/sqlite.ts';
import { realGuide } from '../support/guide.ts';

// One of the two servers of the bench, in a process of its own: `web <folder>` is the real one, `echo` answers
// through the same adapter and restify and keeps nothing. Tells its parent where it is, and how much processor time it
// has used whenever it is asked.
const [kind, folder = '.'] = process.argv.slice(2);
process.send?.(kind === 'web' ? await web() : await echo());
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});

async function web(): Promise<string> {
  const guide = await realGuide();
  const store = await openStore({ path: join(folder, 'bench.sqlite') });
  const conversations = conversationsIn({ store, guide, render, keepDays: 30, now: Date.now });
  const http = await serve({
    port: 0,
    host: '127.0.0.1',
    web: '/nowhere',
    store,
    conversations,
    municipality: guide.graph.municipality,
    tokenSecret: 'a secret for the bench, long enough to sign with',
    origins: [],
    log: openLog('error'),
    now: Date.now,
  });
  return http.url;
}

async function echo(): Promise<string> {
  const server = restify.createServer({ name: '', log: { trace: () => false } as never });
  const adapter = new DirectLineAdapter(async (_id, activities) =>
    activities.map((_, index) => String(index)),
  );
  server.post('/v3/directline/conversations/:id/activities', (request, response, next) => {
    void (async () => {
      const body = await readBody(request);
      if (body.kind !== 'object') throw new Error(body.kind);
      const activity = { ...body.value, conversation: { id: request.params.id }, recipient: { id: 'bot' } };
      await adapter.process(activity as never, async (context) => {
        await context.sendActivity(`echo: ${context.activity.text}`);
      });
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify({ id: `${request.params.id}|0000001` }));
      next(false);
    })();
  });
  await new Promise<void>((resolve) => {
    server.server.listen(0, '127.0.0.1', () => resolve());
  });
  return server.url;
}
