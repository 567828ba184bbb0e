import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, call } from '../support/line.ts';
import { openTown, type Town } from '../support/town.ts';
import { FetchRequest } from '../support/xml-http-request.ts';

// Microsoft's own client, unchanged, against a real server. It wants a browser's XMLHttpRequest; sockets are Node's.
Object.assign(globalThis, { XMLHttpRequest: FetchRequest });
const { ConnectionStatus, DirectLine } = await import('botframework-directlinejs');
type Client = InstanceType<typeof DirectLine>;
type Got = {
  id?: string;
  text?: string;
  from?: { role?: string };
  channelData?: { clientActivityID?: string };
};

let town: Town;
let domain: string;
const clients: Client[] = [];
beforeAll(async () => {
  town = await openTown();
  domain = `${town.url}/v3/directline`;
});
afterEach(() => {
  for (const client of clients.splice(0)) {
    try {
      client.end();
    } catch {
      // Ending twice throws; there is nothing more to end.
    }
  }
  FetchRequest.loses = () => false;
  FetchRequest.asked = [];
});
afterAll(() => town.close());

/** A client with everything it received and the states it went through. */
async function connect(options: Record<string, unknown> = {}, at = domain) {
  const { body } = await call('POST', `${at}/tokens/generate`);
  // `random` makes it come back after 3 seconds, the least it waits.
  const client = new DirectLine({
    domain: at,
    token: body.token,
    random: () => 0,
    timeout: 1000,
    ...options,
  } as never);
  clients.push(client);
  const got: Got[] = [];
  const states: number[] = [];
  client.activity$.subscribe(
    (activity) => got.push(activity as Got),
    () => undefined,
  );
  client.connectionStatus$.subscribe(
    (state) => states.push(state),
    () => undefined,
  );
  await expect.poll(() => got.length, { timeout: 20_000 }).toBeGreaterThan(0);
  return { client, got, states, id: body.conversationId as string };
}

function post(client: Client, text: string, key: string): Promise<string> {
  const activity = { type: 'message', from: { id: 'me' }, text, channelData: { clientActivityID: key } };
  return new Promise((resolve, reject) => {
    client.postActivity(activity as never).subscribe(resolve, reject);
  });
}

const keyed = (got: readonly Got[], key: string) =>
  got.filter((one) => one.channelData?.clientActivityID === key);
const twice = (got: readonly Got[]) => got.length - new Set(got.map(({ id }) => id)).size;

describe('directlinejs over a socket', () => {
  test('gets the welcome, its own message back, and the answer', async () => {
    const { client, got, states } = await connect();
    expect(got[0]?.from?.role).toBe('bot');
    const id = await post(client, 'jeg har mistet min nøgle', 'one');
    await expect.poll(() => keyed(got, 'one').length, { timeout: 20_000 }).toBe(1);
    expect(keyed(got, 'one')[0]?.id).toBe(id);
    await expect.poll(() => got.at(-1)?.from?.role, { timeout: 20_000 }).toBe('bot');
    expect(states.at(-1)).toBe(ConnectionStatus.Online);
  });

  test('comes back after its socket was cut, and has everything once', async () => {
    const { client, got, id } = await connect();
    await post(client, 'hej', 'before');
    town.http.directLine.streams.forgotten(id, []);
    await post(client, 'mens du var væk', 'away');
    await expect.poll(() => keyed(got, 'away').length, { timeout: 20_000 }).toBe(1);
    await post(client, 'og nu', 'back');
    await expect.poll(() => keyed(got, 'back').length, { timeout: 20_000 }).toBe(1);
    expect(twice(got)).toBe(0);
    expect(keyed(got, 'before')).toHaveLength(1);
  });

  test('sends again when the answer to a post was lost, and the message is there once', async () => {
    const { client, got } = await connect();
    let isFirst = true;
    FetchRequest.loses = (method, url) => {
      const lose = isFirst && method === 'POST' && url.endsWith('/activities');
      if (lose) isFirst = false;
      return lose;
    };
    // The client says "retry" and leaves it to the page, which sends the same activity again.
    expect(await post(client, 'hej', 'lost')).toBe('retry');
    expect(await post(client, 'hej', 'lost')).not.toBe('retry');
    await post(client, 'hallo', 'next');
    await expect.poll(() => keyed(got, 'next').length, { timeout: 20_000 }).toBe(1);
    expect(keyed(got, 'lost')).toHaveLength(1);
  });

  test('an expired token on a post opens no further sockets: every message still comes once', async () => {
    const own = await openTown();
    const { client, got, states } = await connect({}, `${own.url}/v3/directline`);
    await post(client, 'hej', 'fresh');
    own.clock.ahead = 31 * 60 * 1000;
    await expect(post(client, 'for sent', 'late')).rejects.toMatchObject({ status: 401 });
    expect(own.http.directLine.streams.count()).toBe(1);
    own.clock.ahead = 0;
    await post(client, 'igen', 'again');
    await expect.poll(() => keyed(got, 'again').length, { timeout: 20_000 }).toBe(1);
    expect(twice(got)).toBe(0);
    expect(states).not.toContain(ConnectionStatus.ExpiredToken);
    await own.close();
  });

  test('too many posts are refused one by one, and the stream lives on', async () => {
    const { client, got } = await connect();
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) => post(client, 'hej', `many-${i}`)),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ reason: { status: 429 } });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await post(client, 'roligt nu', 'calm');
    await expect.poll(() => keyed(got, 'calm').length, { timeout: 20_000 }).toBe(1);
    expect(got.filter(({ text }) => text === 'hej')).toHaveLength(60 - refused.length);
  });

  test('files are refused without hurting the conversation', async () => {
    const { client, got } = await connect();
    const activity = {
      type: 'message',
      from: { id: 'me' },
      attachments: [{ contentType: 'text/plain', contentUrl: `${town.url}/healthz`, name: 'a.txt' }],
    };
    const sent = new Promise((resolve, reject) =>
      client.postActivity(activity as never).subscribe(resolve, reject),
    );
    await expect(sent).rejects.toMatchObject({ status: 415 });
    await post(client, 'så skriver jeg det', 'words');
    await expect.poll(() => keyed(got, 'words').length, { timeout: 20_000 }).toBe(1);
  });

  test('a conversation that was deleted gives its last words and ends', async () => {
    const { client, got } = await connect();
    const activity = { type: 'message', from: { id: 'me' }, text: 'Slet', value: { kind: 'forget' } };
    await new Promise((resolve, reject) => client.postActivity(activity as never).subscribe(resolve, reject));
    await expect
      .poll(
        () =>
          got.some((one) => (one.channelData as { reply?: { kind: string } })?.reply?.kind === 'forgotten'),
        { timeout: 20_000 },
      )
      .toBe(true);
    const reconnects = () =>
      FetchRequest.asked.filter(({ method, status }) => method === 'GET' && status === 404);
    await expect.poll(() => reconnects().length, { timeout: 20_000 }).toBe(1);
    await expect(post(client, 'er du der?', 'gone')).rejects.toMatchObject({ status: 404 });
  });
});

describe('directlinejs polling', () => {
  test('gets everything once, and goes on polling through a burst of posts', async () => {
    const { client, got } = await connect({ webSocket: false, pollingInterval: 200 });
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) => post(client, 'hej', `poll-${i}`)),
    );
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await post(client, 'roligt nu', 'calm');
    await expect.poll(() => keyed(got, 'calm').length, { timeout: 20_000 }).toBe(1);
    expect(twice(got)).toBe(0);
    expect(FetchRequest.asked.filter(({ method, status }) => method === 'GET' && status !== 200)).toEqual([]);
  });

  test('ends when the conversation is deleted', async () => {
    const { client, states, id } = await connect({ webSocket: false, pollingInterval: 200 });
    await town.store.forget(id);
    await expect.poll(() => states.at(-1), { timeout: 20_000 }).toBe(ConnectionStatus.Ended);
    client.activity$.subscribe({ error: () => undefined } as never);
  });
});

test('a page that keeps its conversation comes back to it with a token and a watermark', async () => {
  const line = await begin(town.url);
  await line.say('hej', 'kept');
  const { client, got } = await connect({ token: line.token, conversationId: line.id });
  await expect.poll(() => keyed(got, 'kept').length, { timeout: 20_000 }).toBe(1);
  await post(client, 'jeg er her igen', 'again');
  await expect.poll(() => keyed(got, 'again').length, { timeout: 20_000 }).toBe(1);
});
