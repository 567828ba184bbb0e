import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../adapters/web/build.ts';

const folder = join(import.meta.dirname, '..', '..', 'dist', 'web');
/** What a citizen on a slow phone waits for: the whole element. */
const budgetBytes = 25_000;

describe('the built page', () => {
  let built: Awaited<ReturnType<typeof buildPage>>;
  beforeAll(async () => {
    built = await buildPage();
  });

  test('holds the element within its budget', () => {
    expect(built.brotliBytes).toBeGreaterThan(5_000);
    expect(built.brotliBytes).toBeLessThanOrEqual(budgetBytes);
    expect(statSync(join(folder, 'find-vej.js.br')).size).toBe(built.brotliBytes);
  });

  test('has a brotli twin of the same content beside every file', () => {
    for (const file of ['index.html', 'find-vej.js', 'page.css', 'mark.svg']) {
      const twin = brotliDecompressSync(readFileSync(join(folder, `${file}.br`)));
      expect(twin.equals(readFileSync(join(folder, file)))).toBe(true);
    }
  });

  test('is one module that fetches nothing but the words of five languages, and the page has no script or style written into it', () => {
    const element = readFileSync(join(folder, 'find-vej.js'), 'utf8');
    const parts = [...element.matchAll(/\bimport\s*\(\s*[`"'](.*?)[`"']/g)].map(([, part]) =>
      part?.slice(0, 12),
    );
    expect(parts.sort()).toEqual(['ar', 'de', 'pl', 'tr', 'uk'].map((language) => `./assets/${language}-`));
    expect(element.match(/\bfrom\s*["']\./g)).toBeNull();
    expect(element.match(/https?:\/\/[\w.]+/g)).toEqual(['https://www.dr.dk']);
    expect(element.includes('process.env')).toBe(false);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|style="/);
  });

  test('is not built again while nothing has changed', async () => {
    expect(existsSync(join(folder, 'built.stamp'))).toBe(true);
    expect((await buildPage()).built).toBe(false);
  });
});
