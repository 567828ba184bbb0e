import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

interface Variant {
  readonly bytes: Buffer;
  readonly etag: string;
}

interface Page {
  readonly type: string;
  readonly cacheControl: string;
  readonly plain: Variant;
  readonly br?: Variant;
  readonly gzip?: Variant;
}

/** The files of the built page by the path of their address. */
export type Pages = ReadonlyMap<string, Page>;

/**
 * Reads the built page into memory. What is served is what was there at the start, by exact address: no path of a
 * request ever reaches the file system.
 */
export function readPages(folder: string): Pages {
  const pages = new Map<string, Page>();
  if (!existsSync(folder)) return pages;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const address = file.slice(folder.length).replaceAll('\\', '/');
    const page: Page = {
      type,
      // Files under assets/ carry a hash of their content in their name.
      cacheControl: address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      plain: variant(file),
      ...(existsSync(`${file}.br`) ? { br: variant(`${file}.br`) } : {}),
      ...(existsSync(`${file}.gz`) ? { gzip: variant(`${file}.gz`) } : {}),
    };
    pages.set(address, page);
    if (entry.name === 'index.html') pages.set(address.slice(0, -'index.html'.length), page);
  }
  return pages;
}

function variant(file: string): Variant {
  const bytes = readFileSync(file);
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

/** Answers with one file of the page; false when there is none at this address. */
export function sendPage(pages: Pages, request: IncomingMessage, response: ServerResponse): boolean {
  const page = pages.get((request.url ?? '').split(/[?#]/)[0] ?? '');
  if (page === undefined) return false;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [encoding, chosen] = choose(page, accepted);
  for (const [name, value] of Object.entries(pageHeaders(request))) response.setHeader(name, value);
  response.setHeader('content-type', page.type);
  response.setHeader('cache-control', page.cacheControl);
  response.setHeader('vary', 'Accept-Encoding');
  response.setHeader('etag', chosen.etag);
  if (encoding !== null) response.setHeader('content-encoding', encoding);
  if (request.headers['if-none-match']?.includes(chosen.etag) === true) {
    response.statusCode = 304;
    response.end();
    return true;
  }
  response.statusCode = 200;
  response.setHeader('content-length', chosen.bytes.length);
  response.end(request.method === 'HEAD' ? undefined : chosen.bytes);
  return true;
}

function choose(page: Page, accepted: string): readonly ['br' | 'gzip' | null, Variant] {
  const takes = (name: string) =>
    new RegExp(`(^|,)\\s*${name}\\s*(;\\s*q=(1|0\\.\\d*[1-9]))?\\s*(,|$)`).test(accepted);
  if (page.br !== undefined && takes('br')) return ['br', page.br];
  if (page.gzip !== undefined && takes('gzip')) return ['gzip', page.gzip];
  return [null, page.plain];
}

/**
 * What a browser may do with our page: scripts and styles from here only, none written into the page; nothing sent
 * elsewhere; not told where a citizen went from here. The files may be used on other sites: that is how they embed.
 */
function pageHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  const isSecure = String(request.headers['x-forwarded-proto'] ?? '').startsWith('https');
  return {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'cross-origin',
    // A module script on another site is fetched with CORS; the files are public.
    'access-control-allow-origin': '*',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
