import type { IncomingMessage } from 'node:http';

/** The largest body that is read. */
export const mostBodyBytes = 64 * 1024;
/** A larger body is thrown away up to here, so that the refusal reaches a client that is still sending. */
const mostThrownAwayBytes = 8 * 1024 * 1024;

export type Body =
  | { readonly kind: 'object'; readonly value: object }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-large' }
  /** The client went away before it had sent everything. */
  | { readonly kind: 'gone' };

/** Reads a JSON object of at most 64 kB. Never rejects. */
export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBodyBytes) chunks.push(chunk);
      else if (bytes > mostThrownAwayBytes) {
        request.pause();
        resolve({ kind: 'too-large' });
      } else chunks.length = 0;
    });
    request.on('end', () => resolve(bytes > mostBodyBytes ? { kind: 'too-large' } : parse(chunks)));
    request.on('error', () => resolve({ kind: 'gone' }));
    request.on('close', () => resolve({ kind: 'gone' }));
  });
}

/** Throws a body away; resolves when it has ended or is larger than anybody should send. */
export async function throwBodyAway(request: IncomingMessage): Promise<void> {
  await readBody(request);
}

function parse(chunks: readonly Buffer[]): Body {
  const text = (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? '';
  if (text.trim() === '') return { kind: 'empty' };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { kind: 'object', value };
    return { kind: 'not-json' };
  } catch {
    // The parser's message quotes the text, so it goes nowhere.
    return { kind: 'not-json' };
  }
}
