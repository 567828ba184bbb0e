type Timer = ReturnType<typeof setTimeout> | undefined;

/** Turns something on after a while and off at once; keeps a running timer, and returns the one to hand in next time. */
export function delayed(timer: Timer, on: boolean, afterMs: number, set: (on: boolean) => void): Timer {
  if (on) return timer ?? setTimeout(() => set(true), afterMs);
  clearTimeout(timer);
  set(false);
  return undefined;
}
