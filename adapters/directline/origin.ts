import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Decides which sites may talk to the chat: those listed, `*` for any, and always the server's own. */
export function isAllowedOrigin(origins: readonly string[], headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  // Without an Origin it is not a browser on another site: a server, a tool, or our own page's GET.
  if (origin === undefined) return true;
  if (origins.includes('*') || origins.includes(origin)) return true;
  return host !== undefined && URL.parse(origin)?.host === host.toLowerCase();
}

const allowedHeaders = 'authorization,content-type,x-ms-bot-agent,x-requested-with';

/** The CORS headers of an answer; none for a site that may not embed the chat, so its browser keeps the answer back. */
export function corsHeaders(
  origins: readonly string[],
  headers: IncomingHttpHeaders,
): Readonly<Record<string, string>> {
  const { origin } = headers;
  if (origin === undefined || !isAllowedOrigin(origins, headers)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    // Only `getsessionid` is asked for with credentials, and nothing here reads a cookie.
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after',
  };
}

/** Clients ask leave for every new address, so the leave lasts two hours (Chromium remembers no longer). */
export const preflightHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET,POST,OPTIONS',
  'access-control-allow-headers': allowedHeaders,
  'access-control-max-age': '7200',
};

/** Where the server is for this client, as ws:// or wss://; a proxy in front says so with X-Forwarded-Proto. */
export function socketBase(request: IncomingMessage): string {
  const host = request.headers.host ?? '';
  const forwarded = String(request.headers['x-forwarded-proto'] ?? '')
    .split(',')[0]
    ?.trim();
  const name = /^[A-Za-z0-9.[\]:_-]{1,255}$/.test(host)
    ? host
    : `${request.socket.localAddress}:${request.socket.localPort}`;
  return `${forwarded === 'https' ? 'wss' : 'ws'}://${name}`;
}

/**
 * Whom to count a new conversation on: the client's address, or its network for IPv6. Behind a proxy on this machine
 * or network it is the address the proxy saw. Null for a program on this machine that is no proxy, which is not
 * limited. Never stored, never logged.
 */
export function addressKey(request: IncomingMessage): string | null {
  const direct = plainAddress(request.socket.remoteAddress ?? '');
  if (!isNear(direct)) return networkOf(direct);
  const seen =
    String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  if (seen !== '') return networkOf(plainAddress(seen));
  return isLoopback(direct) ? null : networkOf(direct);
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address === '';
}

function isNear(address: string): boolean {
  return isLoopback(address) || /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd]|fe80:)/i.test(address);
}

function networkOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
