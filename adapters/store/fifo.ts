/** A queue: first in, first out. */
export interface Fifo<T> {
  push(item: T): void;
  /** Undefined when nothing waits. */
  shift(): T | undefined;
  isEmpty(): boolean;
}

/** A queue whose `shift` stays cheap however many wait; an array's own moves all the others. */
export function fifo<T>(): Fifo<T> {
  let arriving: T[] = [];
  let leaving: T[] = [];
  let position = 0;
  return {
    push(item) {
      arriving.push(item);
    },
    shift() {
      if (position === leaving.length) [leaving, arriving, position] = [arriving, [], 0];
      if (position === leaving.length) return undefined;
      const item = leaving[position];
      position += 1;
      return item;
    },
    isEmpty: () => position === leaving.length && arriving.length === 0,
  };
}
