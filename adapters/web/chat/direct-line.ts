import type { Activity, ActivitySet } from './line/activity.ts';
import { call, isGone, isOk } from './line/call.ts';
import { type Delivery, Outbox } from './line/outbox.ts';
import { backoffMs, Sleep } from './line/sleep.ts';
import { openStream, type Stream } from './line/stream.ts';
import type { Memory } from './memory.ts';

/** How it stands with the line. `failed` could never open and keeps trying; `ended` is over for good. */
export type Connection = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'failed' | 'ended';

export interface LineListener {
  /** `isHistory` tells what was said before a reload from what is said now. */
  readonly received: (activities: readonly Activity[], isHistory: boolean) => void;
  readonly connection: (state: Connection) => void;
  readonly delivery: (key: string, state: Delivery) => void;
}

export interface LineOptions {
  /** Such as `https://bot.example.org/v3/directline`. */
  readonly base: string;
  readonly municipality: string;
  readonly locale: string;
  readonly memory: Memory;
  readonly listener: LineListener;
}

const refreshEveryMs = 15 * 60_000;
const pollEveryMs = 1_500;
const pollForMs = 45_000;
/** A socket can be dead without knowing: what was acknowledged but does not come back within this gives it away. */
const echoWithinMs = 6_000;

/**
 * A conversation over Direct Line 3.0: opens or resumes it, streams, falls back to polling, comes back by watermark
 * and posts until acknowledged. Lives from `start` to `stop`.
 */
export class DirectLine {
  readonly #options: LineOptions;
  readonly #sleep = new Sleep();
  readonly #outbox: Outbox;
  readonly #unechoed = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  #stream: Stream | null = null;
  #stopped = false;
  #entered = false;
  /** Up to here this page has it; a reload begins from 0, so that everything is shown again. */
  #watermark = 0;
  /** Up to here it had been shown before the reload. */
  #shownBefore = 0;
  #refreshedAt = Date.now();

  constructor(options: LineOptions) {
    this.#options = options;
    this.#outbox = new Outbox(
      {
        post: (activity) => this.#post(activity),
        delivery: options.listener.delivery,
        gone: () => this.#end(),
      },
      this.#sleep,
    );
  }

  start(): void {
    addEventListener('online', this.#wake);
    addEventListener('offline', this.#lost);
    document.addEventListener('visibilitychange', this.#wake);
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    removeEventListener('online', this.#wake);
    removeEventListener('offline', this.#lost);
    document.removeEventListener('visibilitychange', this.#wake);
    for (const timer of this.#unechoed.values()) clearTimeout(timer);
    this.#stream?.close();
    this.#sleep.wake();
  }

  send(activity: Activity): void {
    this.#outbox.add(activity);
  }

  /** Tries again now what waits or failed. */
  retry(key?: string): void {
    if (key) this.#outbox.retry(key);
    this.#sleep.wake();
  }

  readonly #wake = () => {
    if (document.visibilityState === 'visible') this.#sleep.wake();
  };

  readonly #lost = () => {
    this.#tell('offline');
    this.#stream?.close();
  };

  #tell(state: Connection): void {
    if (!this.#stopped) this.#options.listener.connection(state);
  }

  #end(): void {
    this.#tell('ended');
    this.stop();
  }

  async #run(): Promise<void> {
    this.#tell('connecting');
    for (let failures = 0, neverOpened = 0; !this.#stopped; ) {
      const entry = await this.#enter();
      if (this.#stopped) return;
      if (entry.kind === 'gone') {
        // Before anything was shown, a lost conversation is no news: a new one is opened in its place.
        if (this.#entered) return this.#end();
        this.#options.memory.clear();
        continue;
      }
      if (entry.kind === 'unreachable') {
        failures += 1;
        this.#tell(this.#trouble(failures));
        await this.#sleep.for(backoffMs(failures));
        continue;
      }
      failures = 0;
      this.#entered = true;
      this.#sleep.wake();
      const wasOpen = await this.#listen(entry.streamUrl);
      if (this.#stopped) return;
      neverOpened = wasOpen ? 0 : neverOpened + 1;
      if (neverOpened >= 2) await this.#poll();
      else {
        this.#tell(this.#trouble(1));
        await this.#sleep.for(backoffMs(neverOpened));
      }
    }
  }

  #trouble(failures: number): Connection {
    if (navigator.onLine === false) return 'offline';
    if (this.#entered) return 'reconnecting';
    return failures > 1 ? 'failed' : 'connecting';
  }

  /** Resumes the conversation this tab has, or opens a new one. */
  async #enter(): Promise<
    { kind: 'stream'; streamUrl: string } | { kind: 'gone' } | { kind: 'unreachable' }
  > {
    const { base, memory, municipality, locale } = this.#options;
    const place = memory.read();
    let outcome = place
      ? await call('GET', `${this.#conversationUrl()}?watermark=${this.#watermark}`, place.token)
      : await call('POST', `${base}/tokens/generate`, null, { municipality, locale });
    if (place && isGone(outcome)) return { kind: 'gone' };
    if (!place && isOk(outcome)) {
      outcome = await call('POST', `${base}/conversations`, String(outcome.body.token), { locale });
    }
    const { conversationId, token, streamUrl } = outcome.body;
    if (!isOk(outcome) || this.#stopped) return { kind: 'unreachable' };
    if (!this.#entered) this.#shownBefore = Number(place?.watermark) || 0;
    memory.keep({
      conversationId: String(conversationId ?? place?.conversationId),
      token: String(token ?? place?.token),
      watermark: place?.watermark ?? '',
      open: memory.read()?.open ?? true,
    });
    this.#refreshedAt = Date.now();
    return { kind: 'stream', streamUrl: String(streamUrl) };
  }

  async #listen(streamUrl: string): Promise<boolean> {
    this.#stream = openStream(streamUrl, {
      opened: () => this.#tell('online'),
      received: (set) => this.#take(set),
    });
    const refresh = setInterval(() => this.#refresh(), 60_000);
    const wasOpen = await this.#stream.closed;
    clearInterval(refresh);
    this.#stream = null;
    return wasOpen;
  }

  /** For nets that let no WebSocket through. Returns after a while, so that the socket gets another chance. */
  async #poll(): Promise<void> {
    const until = Date.now() + pollForMs;
    while (!this.#stopped && Date.now() < until) {
      const place = this.#options.memory.read();
      const outcome = await call(
        'GET',
        `${this.#conversationUrl()}/activities?watermark=${this.#watermark}`,
        place?.token ?? null,
      );
      if (!isOk(outcome)) return;
      this.#tell('online');
      this.#take(outcome.body as unknown as ActivitySet);
      await this.#refresh();
      await this.#sleep.for(pollEveryMs);
    }
  }

  #take({ activities, watermark }: ActivitySet): void {
    if (this.#stopped) return;
    const { memory, listener } = this.#options;
    for (const { channelData } of activities) {
      const key = channelData?.clientActivityID ?? '';
      clearTimeout(this.#unechoed.get(key));
      this.#unechoed.delete(key);
    }
    this.#watermark = Math.max(this.#watermark, Number(watermark) || 0);
    const place = memory.read();
    const isHistory = this.#watermark <= this.#shownBefore;
    if (place && !isHistory) memory.keep({ ...place, watermark: String(this.#watermark) });
    if (activities.length > 0) listener.received(activities, isHistory);
  }

  async #post(activity: Activity): Promise<{ status: number; body: Record<string, unknown> }> {
    const place = this.#options.memory.read();
    if (!place || !this.#entered) return { status: 0, body: {} };
    const key = activity.channelData?.clientActivityID ?? '';
    this.#unechoed.set(key, undefined);
    const outcome = await call('POST', `${this.#conversationUrl()}/activities`, place.token, activity);
    // The echo may be here before the acknowledgement.
    if (isOk(outcome) && this.#unechoed.has(key)) {
      this.#unechoed.set(
        key,
        setTimeout(() => this.#stream?.close(), echoWithinMs),
      );
    }
    return outcome;
  }

  async #refresh(): Promise<void> {
    const { base, memory } = this.#options;
    const place = memory.read();
    if (!place || Date.now() - this.#refreshedAt < refreshEveryMs) return;
    const outcome = await call('POST', `${base}/tokens/refresh`, place.token);
    if (!isOk(outcome) || typeof outcome.body.token !== 'string') return;
    this.#refreshedAt = Date.now();
    const now = memory.read();
    if (now) memory.keep({ ...now, token: outcome.body.token });
  }

  #conversationUrl(): string {
    const id = this.#options.memory.read()?.conversationId ?? '';
    return `${this.#options.base}/conversations/${encodeURIComponent(id)}`;
  }
}
