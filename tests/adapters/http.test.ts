import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTown, type Town } from './support/town.ts';

const html = '<!doctype html><title>Lilleby</title><script type="module" src="/find-vej.js"></script>';
const script = 'customElements.define("find-vej", class extends HTMLElement {});';

let town: Town;
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'find-vej-'));
  const web = join(root, 'web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  mkdirSync(join(web, 'terms'));
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(web, 'index.html'), html);
  writeFileSync(join(web, 'find-vej.js'), script);
  writeFileSync(join(web, 'find-vej.js.br'), brotliCompressSync(script));
  writeFileSync(join(web, 'find-vej.js.gz'), gzipSync(script));
  writeFileSync(join(web, 'assets', 'page-4f3a.css'), 'body{}');
  writeFileSync(join(web, 'terms', 'index.html'), '<!doctype html>terms');
  writeFileSync(join(web, '.env'), 'SECRET=1');
  town = await openTown({ web });
});
afterAll(() => town.close());

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Gets an address as it stands, neither tidied up nor unpacked. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { hostname, port } = new URL(town.url);
  return new Promise((resolve, reject) => {
    const asked = rawRequest({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the page', () => {
  test('is served with its type, and may run scripts and styles from here only', async () => {
    const { status, headers, body } = await get('/');
    expect([status, headers['content-type'], String(body)]).toEqual([200, 'text/html; charset=utf-8', html]);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers.server).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('says that it wants https for a year, once it is behind it', async () => {
    expect((await get('/')).headers['strict-transport-security']).toBeUndefined();
    const behind = await get('/', { 'x-forwarded-proto': 'https' });
    expect(behind.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('folders have their own page', async () => {
    expect(String((await get('/terms/')).body)).toContain('terms');
    expect(String((await get('/index.html?x=1')).body)).toBe(html);
  });
});

describe('the element', () => {
  test('may be used by any site', async () => {
    const { status, headers } = await get('/find-vej.js');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding',
    });
  });

  test('comes as small as the browser can take it', async () => {
    const br = await get('/find-vej.js', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect([br.headers['content-encoding'], String(brotliDecompressSync(br.body))]).toEqual(['br', script]);
    const gzip = await get('/find-vej.js', { 'accept-encoding': 'gzip' });
    expect([gzip.headers['content-encoding'], String(gunzipSync(gzip.body))]).toEqual(['gzip', script]);
    for (const accepted of ['', 'identity', 'br;q=0', 'brx']) {
      const plain = await get('/find-vej.js', { 'accept-encoding': accepted });
      expect([accepted, plain.headers['content-encoding'], String(plain.body)]).toEqual([
        accepted,
        undefined,
        script,
      ]);
    }
  });

  test('is not sent again to a browser that has it', async () => {
    const first = await get('/find-vej.js', { 'accept-encoding': 'br' });
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await get('/find-vej.js', {
      'accept-encoding': 'br',
      'if-none-match': String(first.headers.etag),
    });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
    const other = await get('/find-vej.js', { 'if-none-match': String(first.headers.etag) });
    expect(other.status).toBe(200);
  });

  test('HEAD gives the headers alone', async () => {
    const { status, headers, body } = await get('/find-vej.js', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(script.length), 0]);
  });

  test('files with a hash in their name are kept for a year', async () => {
    expect((await get('/assets/page-4f3a.css')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
  });
});

test('nothing outside the page can be had, however the address is written', async () => {
  const paths = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/....//secret.txt',
    '//etc/passwd',
    '/etc/passwd',
    '/.env',
    '/find-vej.js%00.txt',
    '/find-vej.js.br',
    '/FIND-VEJ.JS',
    '/assets',
    '/assets/',
    '/__proto__',
    '/constructor',
  ];
  for (const path of paths) {
    const { status, body } = await get(path);
    expect([path, [400, 404].includes(status), /secret|root:/i.test(String(body))]).toEqual([
      path,
      true,
      false,
    ]);
  }
});

test('health: alive always, ready while the store can be read', async () => {
  const own = await openTown();
  const ask = (path: string) => fetch(own.url + path).then(async (got) => [got.status, await got.json()]);
  expect(await ask('/healthz')).toEqual([200, { status: 'alive' }]);
  expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
  await own.store.close();
  expect(await ask('/readyz')).toEqual([503, { status: 'not ready' }]);
  expect(await ask('/healthz')).toEqual([200, { status: 'alive' }]);
  await own.close();
});

test('a page that is not built says how it is built', async () => {
  const own = await openTown();
  const got = await fetch(own.url);
  expect([got.status, await got.text()]).toEqual([503, 'The page is not built yet: run "npm run setup".\n']);
  await own.close();
});

test('a store that fails is told to clients as passing, without a word of what failed', async () => {
  const own = await openTown();
  const granted = (await fetch(`${own.url}/v3/directline/tokens/generate`, { method: 'POST' }).then((got) =>
    got.json(),
  )) as {
    token: string;
  };
  await own.store.close();
  const got = await fetch(`${own.url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${granted.token}` },
    body: '{}',
  });
  expect([got.status, await got.json()]).toEqual([
    503,
    { error: { code: 'Unavailable', message: 'The server cannot keep messages at the moment; try again.' } },
  ]);
  await own.close();
});
