/** Lets `burst` through at once and `perSecond` in the long run, for each key apart. */
export interface Limit {
  /** Whether one more may pass now (epoch milliseconds). */
  pass(key: string, now: number): boolean;
}

/** How many keys are remembered before those that are free again are dropped. */
const mostKeys = 20_000;

/**
 * The generic cell rate algorithm: one number a key, the moment at which its bucket is empty again. Kept in memory
 * only, since it protects this process and a key may be an address, which is never stored.
 */
export function createLimit(options: { readonly burst: number; readonly perSecond: number }): Limit {
  const step = 1000 / options.perSecond;
  const room = step * options.burst;
  const emptyAt = new Map<string, number>();
  return {
    pass(key, now) {
      const next = Math.max(emptyAt.get(key) ?? 0, now) + step;
      if (next - now > room) return false;
      if (emptyAt.size >= mostKeys && !emptyAt.has(key)) forgetFree(emptyAt, now);
      emptyAt.set(key, next);
      return true;
    },
  };
}

function forgetFree(emptyAt: Map<string, number>, now: number): void {
  for (const [key, moment] of emptyAt) if (moment <= now) emptyAt.delete(key);
  // Everybody is busy: rather forget the oldest than grow without end.
  if (emptyAt.size >= mostKeys) {
    for (const key of [...emptyAt.keys()].slice(0, mostKeys / 10)) emptyAt.delete(key);
  }
}
