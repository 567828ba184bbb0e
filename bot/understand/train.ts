import type { Features } from './features.ts';

/** A text as the trainer sees it: its features and, for each class, whether it belongs (1), does not (-1) or may (0). */
export interface Example {
  readonly features: Features;
  readonly belongs: Int8Array;
  /** How much the example counts. */
  readonly counts: number;
}

/** A linear model: one row of small integers a feature, one column a class. */
export interface Weights {
  readonly classes: readonly string[];
  /** Feature keys, sorted. */
  readonly keys: Uint32Array;
  /** Inverse document frequency of each key. */
  readonly idf: Float32Array;
  readonly rows: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

export interface Training {
  /** Penalty parameter: larger fits closer. */
  readonly cost: number;
  readonly rounds: number;
  /** Features seen in fewer lines are left out … */
  readonly leastLines: number;
  /** … unless they are of a sort that tells even so. */
  readonly keepsRare: (key: number) => boolean;
}

const usual: Training = { cost: 0.5, rounds: 8, leastLines: 2, keepsRare: () => false };

/** Smaller weights, of 127, tell nothing and take half the room: left out, nothing is read worse (measured). */
const leastWeight = 3;

/** Trains one-against-the-rest support vector machines (squared hinge, dual coordinate descent); the same lines give the same weights. */
export function train(
  classes: readonly string[],
  examples: readonly Example[],
  how: Partial<Training> = {},
): Weights {
  const { cost, rounds, leastLines, keepsRare } = { ...usual, ...how };
  const lines = new Map<number, number>();
  for (const { features } of examples)
    for (const key of features.keys) lines.set(key, (lines.get(key) ?? 0) + 1);
  const keys = Uint32Array.from(
    [...lines].filter(([key, n]) => n >= leastLines || keepsRare(key)).map(([key]) => key),
  ).sort();
  const index = new Map<number, number>();
  for (const [i, key] of keys.entries()) index.set(key, i);
  const idf = Float32Array.from(
    keys,
    (key) => 1 + Math.log((1 + examples.length) / (1 + (lines.get(key) ?? 0))),
  );

  const starts = new Int32Array(examples.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  examples.forEach(({ features }, at) => {
    let norm = 0;
    const begin = columns.length;
    features.keys.forEach((key, i) => {
      const column = index.get(key);
      if (column === undefined) return;
      const value = (features.weights[i] ?? 1) * (idf[column] ?? 1);
      columns.push(column);
      values.push(value);
      norm += value * value;
    });
    const by = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let i = begin; i < values.length; i++) values[i] = (values[i] ?? 0) * by;
    starts[at + 1] = columns.length;
  });
  const column = Int32Array.from(columns);
  const value = Float32Array.from(values);
  const width = classes.length;
  const { w, bias } = descend(examples, width, { starts, column, value }, keys.length, cost, rounds);
  const rows = new Int8Array(w.length);
  const scale = new Float32Array(width);
  for (let at = 0; at < w.length; at++)
    scale[at % width] = Math.max(scale[at % width] ?? 0, Math.abs(w[at] ?? 0));
  for (let c = 0; c < width; c++) scale[c] = (scale[c] ?? 0) / 127 || 1;
  for (let at = 0; at < w.length; at++) {
    const row = Math.round((w[at] ?? 0) / (scale[at % width] ?? 1));
    if (Math.abs(row) >= leastWeight) rows[at] = row;
  }
  return { classes, keys, idf, rows, scale, bias };
}

interface Sparse {
  readonly starts: Int32Array;
  readonly column: Int32Array;
  readonly value: Float32Array;
}

/** All classes go down together: a line's features are read once for all of them, side by side in memory. */
function descend(
  examples: readonly Example[],
  width: number,
  { starts, column, value }: Sparse,
  size: number,
  cost: number,
  rounds: number,
): { w: Float32Array; bias: Float32Array } {
  const w = new Float32Array(size * width);
  const bias = new Float32Array(width);
  const alpha = new Float32Array(examples.length * width);
  const sums = new Float64Array(width);
  const steps = new Float32Array(width);
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(examples.length, round)) {
      const example = examples[at];
      if (example === undefined) continue;
      const begin = starts[at] ?? 0;
      const end = starts[at + 1] ?? 0;
      sums.set(bias);
      for (let i = begin; i < end; i++) {
        const row = (column[i] ?? 0) * width;
        const by = value[i] ?? 0;
        for (let c = 0; c < width; c++) sums[c] = (sums[c] as number) + (w[row + c] as number) * by;
      }
      const slack = 1 / (2 * cost * example.counts);
      let moved = false;
      for (let c = 0; c < width; c++) {
        const y = example.belongs[c] ?? 0;
        const before = alpha[at * width + c] ?? 0;
        const gradient = y * (sums[c] as number) - 1 + before * slack;
        // Every line has length one, and the bias adds one more.
        const after = y === 0 ? 0 : Math.max(0, before - gradient / (2 + slack));
        alpha[at * width + c] = after;
        steps[c] = (after - before) * y;
        if (steps[c] !== 0) moved = true;
      }
      if (!moved) continue;
      for (let i = begin; i < end; i++) {
        const row = (column[i] ?? 0) * width;
        const by = value[i] ?? 0;
        for (let c = 0; c < width; c++) w[row + c] = (w[row + c] as number) + (steps[c] as number) * by;
      }
      for (let c = 0; c < width; c++) bias[c] = (bias[c] as number) + (steps[c] as number);
    }
  }
  return { w, bias };
}

/** A fixed shuffle: lines of one class stand together in the files, and descent learns better from a mix. */
function shuffled(length: number, round: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  let seed = 12345 + round * 7919;
  for (let i = length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = seed % (i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}
