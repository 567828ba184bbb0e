import type { Activity } from './activity.ts';
import { isGone, isOk, isPassing, type Outcome } from './call.ts';
import { backoffMs, type Sleep } from './sleep.ts';

/** `waiting` is kept and sent as soon as the net is back; `failed` needs the citizen to try again. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'failed';

export interface Posting {
  readonly post: (activity: Activity) => Promise<Outcome>;
  readonly delivery: (key: string, state: Delivery) => void;
  /** The conversation does not take messages any longer. */
  readonly gone: () => void;
}

const mostStumbles = 6;
const keyOf = (activity: Activity): string => activity.channelData?.clientActivityID ?? '';

/**
 * Posts what the citizen says, one at a time and in order. A message stays until the server has acknowledged it; the
 * server takes a repeated one once, by its client activity id.
 */
export class Outbox {
  #queue: Activity[] = [];
  #failed = new Map<string, Activity>();
  #draining = false;
  #posting: Posting;
  #sleep: Sleep;

  constructor(posting: Posting, sleep: Sleep) {
    this.#posting = posting;
    this.#sleep = sleep;
  }

  add(activity: Activity): void {
    this.#queue.push(activity);
    this.drain();
  }

  retry(key: string): void {
    const activity = this.#failed.get(key);
    if (!activity) return;
    this.#failed.delete(key);
    this.#posting.delivery(key, 'sending');
    this.add(activity);
  }

  /** Begins to send what waits; call it when a conversation is there. */
  drain(): void {
    if (this.#draining) return;
    this.#draining = true;
    void this.#work().finally(() => {
      this.#draining = false;
    });
  }

  async #work(): Promise<void> {
    for (let stumbles = 0, attempts = 0; this.#queue[0]; ) {
      const activity = this.#queue[0];
      const outcome = await this.#posting.post(activity);
      if (isPassing(outcome) && stumbles < mostStumbles) {
        if (outcome.status !== 0) stumbles += 1;
        attempts += 1;
        this.#posting.delivery(keyOf(activity), 'waiting');
        await this.#sleep.for(backoffMs(attempts));
        continue;
      }
      [stumbles, attempts] = [0, 0];
      this.#queue.shift();
      if (isOk(outcome)) {
        this.#posting.delivery(keyOf(activity), 'sent');
        continue;
      }
      this.#failed.set(keyOf(activity), activity);
      this.#posting.delivery(keyOf(activity), 'failed');
      if (isGone(outcome)) this.#posting.gone();
    }
  }
}
