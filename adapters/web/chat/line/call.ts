/** What a call came to: a status, or 0 when the server could not be reached. */
export interface Outcome {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls the Direct Line server; a lost connection is an outcome, not an error. */
export async function call(
  method: 'GET' | 'POST',
  url: string,
  token: string | null,
  body?: unknown,
): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
      credentials: 'omit',
      cache: 'no-store',
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
  } catch {
    return { status: 0, body: {} };
  }
}

export const isOk = ({ status }: Outcome): boolean => status >= 200 && status < 300;
/** The token or the conversation is no longer known: asking again does not help. */
export const isGone = ({ status }: Outcome): boolean => status === 401 || status === 403 || status === 404;
/** Worth another attempt: no connection, too many at once, or a server that stumbled. */
export const isPassing = ({ status }: Outcome): boolean => status === 0 || status === 429 || status >= 500;
