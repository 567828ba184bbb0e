import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, call, type Line, listenTo } from '../support/line.ts';
import { openTown, type Town, tokenSecret } from '../support/town.ts';

const runs = process.env.FIND_VEJ_LONG === '1' ? 2000 : 200;

let town: Town;
let base: string;
beforeAll(async () => {
  town = await openTown();
  base = `${town.url}/v3/directline`;
});
afterAll(() => town.close());

const activities = (line: Line) => `${base}/conversations/${line.id}/activities`;
const message = (text: string) => ({ type: 'message', text });

describe('whatever a citizen types gives a turn', () => {
  const texts: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'spaces and line breaks': ' \t\r\n \u00a0\u2028',
    'sixty thousand letters': 'æ'.repeat(30_000),
    'a lone high surrogate': 'hej \ud83d',
    'a lone low surrogate': '\ude00 hej',
    'right-to-left marks and overrides': '\u202eabc\u202c \u200f\u200e\u2066x\u2069',
    'a zero byte and control characters': 'a\u0000b\u0001\u0007\u001b[31m\u007f',
    HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
    markdown: '# h\n[x](javascript:alert(1)) ![](http://x/y.png) **b** `c`',
    JSON: '{"type":"message","value":{"kind":"forget"}}',
    SQL: "'; drop table conversations; --",
    'a prototype name': '__proto__',
    'combining marks without end': `a${'\u0301'.repeat(5000)}`,
    emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50),
    Arabic: 'مرحبا، أحتاج إلى مساعدة',
  };
  for (const [name, text] of Object.entries(texts)) {
    test(name, async () => {
      const line = await begin(town.url);
      const before = await line.read();
      expect((await line.say(text)).status).toBe(200);
      const [own, ...replies] = (await line.read()).slice(before.length);
      expect(own?.from?.role).toBe('user');
      expect(String(own?.text).isWellFormed()).toBe(true);
      expect(replies.length).toBeGreaterThan(0);
    });
  }
});

describe('bodies that are no activity get a clear 4xx', () => {
  const bodies: readonly (readonly [string, string | Uint8Array, number, string])[] = [
    ['empty', '', 400, 'NotJson'],
    ['not JSON', 'hej', 400, 'NotJson'],
    ['cut short', '{"type":"message","text":"h', 400, 'NotJson'],
    ['an array', '[{"type":"message"}]', 400, 'NotJson'],
    ['null', 'null', 400, 'NotJson'],
    ['a number', '1', 400, 'NotJson'],
    ['a string', '"message"', 400, 'NotJson'],
    ['binary', Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) % 256), 400, 'NotJson'],
    ['without a type', '{}', 400, 'BadArgument'],
    ['with a type that is no word', '{"type":1}', 400, 'BadArgument'],
    ['nested twenty thousand deep', '['.repeat(20_000) + ']'.repeat(20_000), 400, 'NotJson'],
    ['of 64 kB and one', JSON.stringify(message('x'.repeat(64 * 1024))), 413, 'TooLarge'],
    ['of 1 MB', JSON.stringify(message('x'.repeat(1024 * 1024))), 413, 'TooLarge'],
  ];
  for (const [name, body, status, code] of bodies) {
    test(name, async () => {
      const line = await begin(town.url);
      const answered = await call('POST', activities(line), { token: line.token, body });
      expect([answered.status, answered.body.error.code]).toEqual([status, code]);
      expect(answered.body.error.message).toMatch(/^[A-Z].*\.$/);
      // The line is as good as before.
      expect((await line.say('hej')).status).toBe(200);
    });
  }

  test('a refusal never quotes what was sent', async () => {
    const line = await begin(town.url);
    for (const body of ['{"text": mit cpr er 010190-1234', '{"typ":"hemmelighed"}', '"hemmelighed"']) {
      const answered = await call('POST', activities(line), { token: line.token, body });
      expect(JSON.stringify(answered.body)).not.toMatch(/010190|hemmelighed/);
    }
  });

  test('a client that goes away in the middle of a message harms nobody', async () => {
    const line = await begin(town.url);
    const { port } = new URL(town.url);
    const sending = connect(Number(port), '127.0.0.1');
    sending.write(
      `POST /v3/directline/conversations/${line.id}/activities HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: Bearer ${line.token}\r\nContent-Length: 1000\r\n\r\n{"type":"mess`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    sending.resetAndDestroy();
    expect((await line.say('hej')).status).toBe(200);
  });

  test('files are refused in words and nothing of them is kept', async () => {
    const line = await begin(town.url);
    const form = new FormData();
    form.append(
      'activity',
      new Blob([JSON.stringify(message('se her'))], { type: 'application/vnd.microsoft.activity' }),
    );
    form.append('file', new Blob([new Uint8Array(300_000)], { type: 'image/png' }), 'blob');
    form.append('file', new Blob(['x']), 'blob1');
    const before = await line.read();
    const answered = await call('POST', `${base}/conversations/${line.id}/upload?userId=me`, {
      token: line.token,
      body: form,
    });
    expect([answered.status, answered.body.error.code]).toEqual([415, 'FilesNotAccepted']);
    expect(await line.read()).toEqual(before);
  });

  test('a parameter that is no address of ours gets 404 or 405, also when it cannot be decoded', async () => {
    for (const [method, path] of [
      ['GET', '/v3/directline/conversations/%E0%A4%A/activities'],
      ['GET', '/v3/directline/conversations/%2e%2e%2f/x'],
      ['GET', '/v3/directline//conversations'],
      ['GET', '/%'],
      ['DELETE', '/v3/directline/conversations'],
      ['PUT', '/v3/directline/tokens/generate'],
      ['PATCH', '/'],
      ['POST', '/v3/directline/x'],
    ] as const) {
      const { status } = await raw(town.url, method, path);
      expect([method, path, [400, 401, 404, 405].includes(status) ? 'refused' : status]).toEqual([
        method,
        path,
        'refused',
      ]);
    }
    for (const path of ['http://:0:0/', 'http://[::1/x', '*', 'x']) {
      expect([path, (await raw(town.url, 'GET', path)).status]).toEqual([path, 400]);
    }
  });
});

describe('nobody gets at a conversation that is not theirs', () => {
  test('without a token, with a word for a token, or with another kind of authorization: 401', async () => {
    const line = await begin(town.url);
    for (const authorization of [
      '',
      'Bearer',
      'Bearer  ',
      'Bearer x',
      'Bearer a.b.c',
      'Basic eDp5',
      line.token,
    ]) {
      for (const [method, path] of [
        ['POST', `/conversations/${line.id}/activities`],
        ['GET', `/conversations/${line.id}/activities`],
        ['GET', `/conversations/${line.id}?watermark=`],
        ['POST', `/conversations/${line.id}/upload`],
        ['POST', '/conversations'],
        ['POST', '/tokens/refresh'],
        ['GET', '/session/getsessionid'],
      ] as const) {
        const { status } = await call(method, base + path, { headers: { authorization } });
        expect([authorization, method, path, status]).toEqual([authorization, method, path, 401]);
      }
    }
  });

  test('with the token of another conversation: 401, whether or not the conversation exists', async () => {
    const [mine, theirs] = [await begin(town.url), await begin(town.url)];
    await theirs.say('hemmelighed');
    for (const id of [theirs.id, 'f'.repeat(32), 'x', '%00']) {
      for (const [method, path] of [
        ['POST', `/conversations/${id}/activities`],
        ['GET', `/conversations/${id}/activities`],
        ['POST', `/conversations/${id}/upload`],
      ] as const) {
        const { status, body } = await call(method, base + path, {
          token: mine.token,
          ...(method === 'POST' ? { body: message('hej') } : {}),
        });
        expect([path, status === 401 || status === 404]).toEqual([path, true]);
        expect(JSON.stringify(body)).not.toContain('hemmelighed');
      }
    }
    const stolen = theirs.streamUrl.replace(/&t=.*/, `&t=${mine.token}`);
    await expect(listenTo(stolen)).rejects.toThrow('401');
    await expect(listenTo(theirs.streamUrl.replace(/&t=.*/, ''))).rejects.toThrow('401');
  });

  test('a forged token is none: unsigned, with another secret, for another audience, or changed', async () => {
    const line = await begin(town.url);
    const claims = { conv: line.id, user: 'me' };
    const signed = (secret: string, audience: string, alg = 'HS256') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg })
        .setIssuer('find-vej')
        .setAudience(audience)
        .setExpirationTime('30m')
        .sign(new TextEncoder().encode(secret));
    const [head, body, signature] = line.token.split('.');
    const changed = Buffer.from(
      JSON.stringify({ ...JSON.parse(String(Buffer.from(body ?? '', 'base64url'))), user: 'other' }),
    ).toString('base64url');
    const forged = [
      new UnsecuredJWT(claims)
        .setIssuer('find-vej')
        .setAudience('find-vej/directline')
        .setExpirationTime('30m')
        .encode(),
      await signed('another secret, as long as the first one is', 'find-vej/directline'),
      await signed(tokenSecret, 'find-vej/desk'),
      await signed(tokenSecret, 'find-vej/directline', 'HS512'),
      `${head}.${changed}.${signature}`,
      `${head}.${body}.`,
    ];
    for (const token of forged) expect((await call('GET', activities(line), { token })).status).toBe(401);
    // The check is not simply refusing everything.
    expect(
      (await call('GET', activities(line), { token: await signed(tokenSecret, 'find-vej/directline') }))
        .status,
    ).toBe(200);
  });

  test('an expired token is answered with 401 everywhere, never with 403', async () => {
    const own = await openTown();
    const line = await begin(own.url);
    await line.say('hej');
    own.clock.ahead = 31 * 60 * 1000;
    const at = `${own.url}/v3/directline`;
    for (const [method, path] of [
      ['POST', `/conversations/${line.id}/activities`],
      ['GET', `/conversations/${line.id}/activities`],
      ['GET', `/conversations/${line.id}?watermark=1`],
      ['POST', '/tokens/refresh'],
    ] as const) {
      expect([path, (await call(method, at + path, { token: line.token })).status]).toEqual([path, 401]);
    }
    await expect(listenTo(line.streamUrl)).rejects.toThrow('401');
    await own.close();
  });

  test('an unknown conversation gets 404', async () => {
    const { body } = await call('POST', `${base}/tokens/generate`);
    for (const [method, path] of [
      ['POST', 'activities'],
      ['GET', 'activities'],
    ] as const) {
      const answered = await call(method, `${base}/conversations/${body.conversationId}/${path}`, {
        token: body.token,
        ...(method === 'POST' ? { body: message('hej') } : {}),
      });
      expect([answered.status, answered.body.error.code]).toEqual([404, 'UnknownConversation']);
    }
  });
});

describe('a post repeated is one message', () => {
  test('one after the other, and all at once', async () => {
    const line = await begin(town.url);
    const before = (await line.read()).length;
    const first = await line.say('jeg har mistet min nøgle', 'again');
    const again = await Promise.all([1, 2, 3, 4].map(() => line.say('jeg har mistet min nøgle', 'again')));
    for (const { status, body } of again) expect([status, body.id]).toEqual([200, first.body.id]);
    const both = await Promise.all([line.say('hej', 'twin'), line.say('hej', 'twin')]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    const own = (await line.read()).slice(before).filter(({ from }) => from?.role === 'user');
    expect(own.map(({ text }) => text)).toEqual(['jeg har mistet min nøgle', 'hej']);
  });

  test('the same key in another conversation is another message', async () => {
    const [one, other] = [await begin(town.url), await begin(town.url)];
    await one.say('hej', 'same');
    await other.say('hej', 'same');
    expect((await other.read()).some(({ text }) => text === 'hej')).toBe(true);
  });

  test('no key a client can choose is one of our own', async () => {
    const line = await begin(town.url);
    expect((await line.say('goddag', 'hello')).status).toBe(200);
    expect((await line.read()).some(({ text }) => text === 'goddag')).toBe(true);
  });

  test('messages without a key are never taken for one another', async () => {
    const line = await begin(town.url);
    for (const channelData of [
      undefined,
      null,
      7,
      {},
      { clientActivityID: '' },
      { clientActivityID: 'x'.repeat(201) },
    ]) {
      expect((await line.post({ ...message('hej'), channelData })).status).toBe(200);
    }
    expect((await line.read()).filter(({ text }) => text === 'hej')).toHaveLength(6);
  });
});

describe('a thousand posts a second', () => {
  test('are limited with 429 and a code, while polling goes on and other conversations do not notice', async () => {
    const [loud, quiet] = [await begin(town.url), await begin(town.url)];
    const began = Date.now();
    const posts = Array.from({ length: 1000 }, (_, i) => loud.say('hej', `flood-${i}`));
    const polls = Array.from({ length: 100 }, () => call('GET', activities(loud), { token: loud.token }));
    const other = quiet.say('hej');
    const answered = await Promise.all(posts);
    const taken = answered.filter(({ status }) => status === 200).length;
    const refused = answered.filter(({ status }) => status === 429);
    expect(taken + refused.length).toBe(1000);
    expect(taken).toBeGreaterThanOrEqual(30);
    expect(taken).toBeLessThanOrEqual(31 + ((Date.now() - began) / 1000) * 5);
    expect(refused[0]?.body.error.code).toBe('TooMany');
    expect(refused[0]?.headers.get('retry-after')).toMatch(/GMT$/);
    for (const { status } of await Promise.all(polls)) expect(status).toBe(200);
    expect((await other).status).toBe(200);
    expect((await loud.read()).filter(({ text }) => text === 'hej')).toHaveLength(taken);
  });

  test('beginnings are limited for one address, and not for its neighbours or for programs on this machine', async () => {
    const from = (address: string) =>
      call('POST', `${base}/tokens/generate`, { headers: { 'x-forwarded-for': `9.9.9.9, ${address}` } });
    const loud = await Promise.all(Array.from({ length: 200 }, () => from('203.0.113.7')));
    expect(loud.filter(({ status }) => status === 200).length).toBeLessThan(140);
    expect(loud.at(-1)?.body.error.code).toBe('TooMany');
    expect((await from('203.0.113.8')).status).toBe(200);
    expect((await call('POST', `${base}/tokens/generate`)).status).toBe(200);
  });
});

describe('any body at all', () => {
  test('never brings a 5xx, and the server goes on', async () => {
    let line = await begin(town.url);
    let posts = 0;
    const anything = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.uint8Array({ maxLength: 500 }),
      fc.record(
        {
          type: fc.oneof(fc.constant('message'), fc.constantFrom('event', 'typing', ''), fc.anything()),
          text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
          value: fc.oneof(
            fc.record({
              kind: fc.constantFrom('answer', 'step', 'why', 'change'),
              question: fc.string(),
              step: fc.string(),
              value: fc.anything(),
            }),
            fc.anything(),
          ),
          channelData: fc.oneof(
            fc.record({ clientActivityID: fc.string(), messageBack: fc.anything() }),
            fc.anything(),
          ),
          from: fc.anything(),
        },
        { requiredKeys: ['type'] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        posts += 1;
        if (posts % 25 === 0) line = await begin(town.url);
        const raw =
          typeof body === 'string' || body instanceof Uint8Array ? body : (JSON.stringify(body) ?? '');
        for (const url of [activities(line), `${base}/tokens/generate`, `${base}/conversations`]) {
          const answered = await call('POST', url, { token: line.token, body: raw });
          expect(answered.status).toBeLessThan(500);
          if (answered.status >= 400) expect(answered.body.error.code).toMatch(/^[A-Z]\w+$/);
        }
      }),
      { numRuns: runs },
    );
    expect((await (await begin(town.url)).say('hej')).status).toBe(200);
  });
});

/** Sends a path as it stands, which fetch would tidy up. */
function raw(url: string, method: string, path: string): Promise<{ readonly status: number }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = rawRequest({ hostname, port, method, path }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
