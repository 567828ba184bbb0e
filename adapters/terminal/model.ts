import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { learn, type Model } from '../../bot/understand/learn.ts';
import { createUnderstand } from '../../bot/understand/understand.ts';
import type { Understand } from '../../bot/understand/understanding.ts';
import { lessonsHash, loadLessons, splitLessons } from './lessons.ts';

/** The weights that come with the project, learned from all lessons; their first 16 bytes are the hash of those. */
export const shippedWeights = new URL('../../bot/understand/weights.bin', import.meta.url);
const cacheFolder = new URL('../../.cache/', import.meta.url);
const hashLength = 16;

/** The reader of citizens' words, ready to use. */
export function loadUnderstand(): Understand {
  return createUnderstand(loadModel());
}

/** The learned model: as shipped when the lessons are unchanged, else learned now and kept in the cache. */
export function loadModel(): Model {
  const hash = lessonsHash();
  return (
    readWeights(shippedWeights, hash) ?? cached(`understand-${hash}.bin`, hash, () => learn(loadLessons()))
  );
}

/** A model that has not seen the lines it is to be measured on. */
export function loadHeldOutModel(): Model {
  const hash = lessonsHash();
  return cached(`understand-held-out-${hash}.bin`, hash, () => learn(splitLessons().lessons));
}

/** Learns from all lessons and writes the weights to be shipped. */
export function writeShippedWeights(): void {
  writeWeights(shippedWeights, lessonsHash(), learn(loadLessons()), 9);
}

function cached(name: string, hash: string, make: () => Model): Model {
  const file = new URL(name, cacheFolder);
  const kept = readWeights(file, hash);
  if (kept !== null) return kept;
  const model = make();
  mkdirSync(cacheFolder, { recursive: true });
  // Written aside and renamed, so that another process never reads half of it.
  const fresh = new URL(`${file.href}.${process.pid}`);
  writeWeights(fresh, hash, model, 1);
  renameSync(fresh, file);
  return model;
}

function writeWeights(file: URL, hash: string, model: Model, quality: number): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  writeFileSync(file, Buffer.concat([Buffer.from(hash), brotliCompressSync(serialize(model), { params })]));
}

function readWeights(file: URL, hash: string): Model | null {
  try {
    const bytes = readFileSync(file);
    if (bytes.subarray(0, hashLength).toString() !== hash) return null;
    return deserialize(brotliDecompressSync(bytes.subarray(hashLength))) as Model;
  } catch {
    return null;
  }
}
