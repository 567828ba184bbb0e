import type { Features } from './features.ts';
import type { Weights } from './train.ts';

/** Reads a text's features against a linear model. */
export interface Linear {
  readonly classes: readonly string[];
  /** The score of each class, in the order of the classes. */
  readonly scores: (features: Features) => Float64Array;
  /** How much each word speaks for one class. */
  readonly because: (features: Features, classAt: number, words: number) => Float64Array;
}

/** Makes a reader of trained weights. */
export function linear(weights: Weights): Linear {
  const { classes, keys, idf, rows, scale, bias } = weights;
  const width = classes.length;
  let size = 4;
  while (size < keys.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let row = 0; row < keys.length; row++) {
    let slot = (keys[row] ?? 0) & (size - 1);
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1);
    slots[slot] = row;
  }
  const find = (key: number): number => {
    let slot = key & (size - 1);
    for (;;) {
      const row = slots[slot] ?? -1;
      if (row === -1 || keys[row] === key) return row;
      slot = (slot + 1) & (size - 1);
    }
  };
  const { starts, columns, values } = sparse(rows, keys.length, width);
  const scores = (features: Features): Float64Array => {
    const sums = new Float64Array(width);
    let norm = 0;
    for (let i = 0; i < features.keys.length; i++) {
      const row = find(features.keys[i] ?? 0);
      if (row === -1) continue;
      const value = (features.weights[i] ?? 1) * (idf[row] ?? 1);
      norm += value * value;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const c = columns[at] as number;
        sums[c] = (sums[c] as number) + value * (values[at] as number);
      }
    }
    const by = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let c = 0; c < width; c++) sums[c] = (sums[c] ?? 0) * by * (scale[c] ?? 1) + (bias[c] ?? 0);
    return sums;
  };
  const because = (features: Features, classAt: number, words: number): Float64Array => {
    const parts = new Float64Array(words);
    for (let i = 0; i < features.keys.length; i++) {
      const row = find(features.keys[i] ?? 0);
      if (row === -1) continue;
      const word = features.words[i] ?? 0;
      const value = (features.weights[i] ?? 1) * (idf[row] ?? 1) * (rows[row * width + classAt] ?? 0);
      parts[word] = (parts[word] ?? 0) + value * (scale[classAt] ?? 1);
    }
    return parts;
  };
  return { classes, scores, because };
}

/** The weights that are not zero, row after row. Nine in ten are zero, and reading them all would be most of the work. */
function sparse(rows: Int8Array, height: number, width: number) {
  let filled = 0;
  for (const weight of rows) if (weight !== 0) filled++;
  const starts = new Uint32Array(height + 1);
  const columns = new Uint16Array(filled);
  const values = new Int8Array(filled);
  let end = 0;
  for (let row = 0; row < height; row++) {
    for (let c = 0; c < width; c++) {
      const weight = rows[row * width + c] ?? 0;
      if (weight === 0) continue;
      columns[end] = c;
      values[end++] = weight;
    }
    starts[row + 1] = end;
  }
  return { starts, columns, values };
}
