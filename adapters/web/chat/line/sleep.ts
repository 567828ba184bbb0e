/** How long to wait before the n-th further attempt, with jitter: 0.5 s doubling to 15 s. */
export const backoffMs = (attempt: number, random = Math.random()): number =>
  Math.min(15_000, 500 * 2 ** Math.min(attempt, 6)) * (0.6 + 0.4 * random);

/** A sleep that can be cut short: when the net is back, nobody should wait out a backoff. */
export class Sleep {
  #wakers = new Set<() => void>();

  for(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#wakers.add(done);
    });
  }

  wake(): void {
    for (const waker of [...this.#wakers]) waker();
  }
}
