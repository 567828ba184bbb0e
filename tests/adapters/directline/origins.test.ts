import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressKey, isAllowedOrigin, socketBase } from '../../../adapters/directline/origin.ts';
import { call } from '../support/line.ts';
import { openTown, type Town } from '../support/town.ts';

let town: Town;
let base: string;
beforeAll(async () => {
  town = await openTown({ origins: ['https://www.lilleby.example'] });
  base = `${town.url}/v3/directline`;
});
afterAll(() => town.close());

const preflight = (path: string, origin: string) =>
  call('OPTIONS', base + path, {
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
    },
  });

describe('a site that may embed the chat', () => {
  for (const path of [
    '/tokens/generate',
    '/conversations',
    '/conversations/abc/activities',
    '/session/getsessionid',
  ]) {
    test(`is given leave before ${path}`, async () => {
      const { status, headers } = await preflight(path, 'https://www.lilleby.example');
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('https://www.lilleby.example');
      expect(headers.get('access-control-allow-methods')).toBe('GET,POST,OPTIONS');
      for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
        expect(headers.get('access-control-allow-headers')?.split(',')).toContain(name);
      }
      expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(600);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
      expect(headers.get('vary')).toBe('Origin');
    });
  }

  test('reads answers, refusals among them', async () => {
    const origin = 'https://www.lilleby.example';
    const given = await call('POST', `${base}/tokens/generate`, { headers: { origin } });
    expect(given.headers.get('access-control-allow-origin')).toBe(origin);
    const refused = await call('POST', `${base}/tokens/refresh`, { headers: { origin } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
    expect(refused.headers.get('cache-control')).toBe('no-store');
  });
});

test('another site is given no leave, and its browser keeps answers from it', async () => {
  for (const origin of [
    'https://evil.example',
    'http://www.lilleby.example',
    'https://lilleby.example',
    'null',
  ]) {
    const asked = await preflight('/conversations', origin);
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    expect(asked.headers.get('access-control-allow-headers')).toBeNull();
    const given = await call('POST', `${base}/tokens/generate`, { headers: { origin } });
    expect(given.headers.get('access-control-allow-origin')).toBeNull();
    expect(given.headers.get('vary')).toBe('Origin');
  }
});

test('the own page is always allowed, and so is a program that is no browser', () => {
  const allowed = (origins: readonly string[], headers: Record<string, string>) =>
    isAllowedOrigin(origins, headers);
  expect(allowed([], { origin: 'http://127.0.0.1:3978', host: '127.0.0.1:3978' })).toBe(true);
  expect(allowed([], { origin: 'https://Chat.lilleby.example', host: 'chat.lilleby.example' })).toBe(true);
  expect(allowed([], { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3978' })).toBe(false);
  expect(allowed([], { origin: 'null', host: '127.0.0.1:3978' })).toBe(false);
  expect(allowed([], { host: '127.0.0.1:3978' })).toBe(true);
  expect(allowed(['*'], { origin: 'https://anywhere.example', host: 'x' })).toBe(true);
});

type Asked = Parameters<typeof socketBase>[0];
const asked = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  ({ headers, socket: { remoteAddress, localAddress: '127.0.0.1', localPort: 3978 } }) as unknown as Asked;

test('the socket is where the client found the server, encrypted when the proxy says so', () => {
  expect(socketBase(asked({ host: 'localhost:3978' }))).toBe('ws://localhost:3978');
  expect(socketBase(asked({ host: 'chat.example', 'x-forwarded-proto': 'https' }))).toBe(
    'wss://chat.example',
  );
  expect(socketBase(asked({ host: 'chat.example', 'x-forwarded-proto': 'https,http' }))).toBe(
    'wss://chat.example',
  );
  expect(socketBase(asked({ host: '[::1]:3978' }))).toBe('ws://[::1]:3978');
  expect(socketBase(asked({}))).toBe('ws://127.0.0.1:3978');
  expect(socketBase(asked({ host: 'a b"<script>' }))).toBe('ws://127.0.0.1:3978');
});

test('a beginning is counted on the client, not on the proxy between, and not on a neighbour in its network', () => {
  expect(addressKey(asked({}, '203.0.113.7'))).toBe('203.0.113.7');
  expect(addressKey(asked({}, '::ffff:203.0.113.7'))).toBe('203.0.113.7');
  // From the open net the header is the client's own word.
  expect(addressKey(asked({ 'x-forwarded-for': '1.2.3.4' }, '203.0.113.7'))).toBe('203.0.113.7');
  // The proxy adds the address it saw at the end.
  expect(addressKey(asked({ 'x-forwarded-for': '1.2.3.4, 203.0.113.7' }, '127.0.0.1'))).toBe('203.0.113.7');
  expect(addressKey(asked({ 'x-forwarded-for': '203.0.113.7' }, '10.1.2.3'))).toBe('203.0.113.7');
  // One home or phone has a whole network of IPv6 addresses.
  expect(addressKey(asked({}, '2001:db8:1:2:aaaa::1'))).toBe(addressKey(asked({}, '2001:db8:1:2:bbbb::2')));
  expect(addressKey(asked({}, '2001:db8:1:2::1'))).not.toBe(addressKey(asked({}, '2001:db8:1:3::1')));
  expect(addressKey(asked({}, '127.0.0.1'))).toBeNull();
  expect(addressKey(asked({}, '10.1.2.3'))).toBe('10.1.2.3');
});
