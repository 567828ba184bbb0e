import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // The shape is what the test is about.
  // biome-ignore lint/suspicious/noExplicitAny: parsed JSON of a test
  readonly body: any;
}

/** Calls the server as a Direct Line client does; a body that is no string is sent as JSON. */
export async function call(
  method: string,
  url: string,
  options: {
    readonly token?: string | undefined;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Answered> {
  const { body } = options;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      'x-ms-bot-agent': 'DirectLine/3.0 (directlinejs 0.15.8)',
      ...options.headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A conversation as a client holds it. */
export interface Line {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
  /** Posts a message; the key stands in `channelData.clientActivityID`. */
  say(text: string, key?: string): Promise<Answered>;
  post(activity: unknown): Promise<Answered>;
  /** What came after a watermark. */
  read(watermark?: string): Promise<readonly Partial<Activity>[]>;
}

/** Begins a conversation the way directlinejs does: a token, then the conversation. */
export async function begin(url: string, body?: unknown): Promise<Line> {
  const base = `${url}/v3/directline`;
  const granted = await call('POST', `${base}/tokens/generate`, { body });
  const started = await call('POST', `${base}/conversations`, {
    token: granted.body.token,
    body: { user: {} },
  });
  const { conversationId: id, token, streamUrl } = started.body;
  const post = (activity: unknown) =>
    call('POST', `${base}/conversations/${id}/activities`, { token, body: activity });
  return {
    id,
    token,
    streamUrl,
    post,
    say: (text, key = crypto.randomUUID()) =>
      post({ type: 'message', from: { id: 'me' }, text, channelData: { clientActivityID: key } }),
    async read(watermark = '') {
      const all: Partial<Activity>[] = [];
      for (let after = watermark; ; ) {
        const url = `${base}/conversations/${id}/activities?watermark=${after}`;
        const { activities, watermark: next } = (await call('GET', url, { token })).body;
        if (activities.length === 0) return all;
        all.push(...activities);
        after = next;
      }
    },
  };
}

export interface Frame {
  readonly activities: readonly Partial<Activity>[];
  readonly watermark: string;
}

/** A socket of a client, with every frame it got. */
export interface Listening {
  readonly socket: WebSocket;
  readonly frames: Frame[];
  /** All activities so far. */
  activities(): readonly Partial<Activity>[];
  /** Waits until an activity satisfies; fails after twenty seconds. */
  until(found: (activity: Partial<Activity>) => boolean): Promise<Partial<Activity>>;
  readonly closed: Promise<number>;
}

export async function listenTo(streamUrl: string, headers: Record<string, string> = {}): Promise<Listening> {
  const socket = new WebSocket(streamUrl, { headers });
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as Frame);
    for (const check of waiting) check();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  const activities = () => frames.flatMap((frame) => frame.activities);
  return {
    socket,
    frames,
    activities,
    closed,
    until(found) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`not among ${JSON.stringify(activities().map((one) => one.text))}`)),
          20_000,
        );
        const check = () => {
          const one = activities().find(found);
          if (one === undefined) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(one);
        };
        waiting.add(check);
        check();
      });
    },
  };
}
