/** What a request is answered with: a status and a JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The refusals of the web channel. None is 403: on 403 Direct Line clients open further sockets, and every message
 * arrives three times.
 */
const refusals = {
  NoToken: [
    401,
    'Send the token as "Authorization: Bearer …"; get one from POST /v3/directline/tokens/generate.',
  ],
  BadToken: [401, 'The token is expired, forged or for another conversation; get a new one.'],
  UnknownConversation: [404, 'There is no such conversation; it may have been deleted. Start a new one.'],
  BadArgument: [400, 'The request is not as Direct Line 3.0 describes it.'],
  NotJson: [400, 'Send a JSON object.'],
  UnknownMunicipality: [400, 'This server does not answer for that municipality; leave municipality out.'],
  TooLarge: [413, 'A message may be at most 64 kB.'],
  FilesNotAccepted: [415, 'Files are not accepted here; write it in words, or call the municipality.'],
  TooMany: [429, 'Too many at once; wait a moment and send it again.'],
  Failed: [500, 'Something went wrong on the server; try again.'],
  Unavailable: [503, 'The server cannot keep messages at the moment; try again.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;

/** A refusal in Direct Line's shape. `detail` replaces the sentence; it never quotes what was sent. */
export function refuse(code: RefusalCode, detail?: string): Answer {
  const [status, message] = refusals[code];
  return {
    status,
    body: { error: { code, message: detail ?? message } },
    // As a date: at a number directlinejs stumbles over itself and takes the refusal for a lost connection.
    ...(status === 429 ? { headers: { 'retry-after': new Date(Date.now() + 1000).toUTCString() } } : {}),
    // A client that is still sending is not read to the end.
    ...(status === 413 ? { headers: { connection: 'close' } } : {}),
  };
}
