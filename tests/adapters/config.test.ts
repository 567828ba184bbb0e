import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../adapters/config.ts';

const root = join(import.meta.dirname, '..', '..');

test('without any setting there is a default for each', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    config: {
      port: 3978,
      host: '127.0.0.1',
      data: './data',
      municipality: 'rodovre',
      tokenSecret: null,
      keepDays: 30,
      origins: [],
      logLevel: 'info',
    },
  });
});

test('what is given is read, an empty value counts as left out', () => {
  expect(
    readConfig({
      FIND_VEJ_PORT: '0',
      FIND_VEJ_HOST: '0.0.0.0',
      FIND_VEJ_DATA: '/var/lib/find-vej',
      FIND_VEJ_MUNICIPALITY: 'frederiksberg',
      FIND_VEJ_TOKEN_SECRET: 'x'.repeat(32),
      FIND_VEJ_KEEP_DAYS: '7',
      FIND_VEJ_ORIGINS: 'https://www.rk.dk/, https://Intranet.rk.dk:8443 ,',
      FIND_VEJ_LOG: '',
    }),
  ).toEqual({
    config: {
      port: 0,
      host: '0.0.0.0',
      data: '/var/lib/find-vej',
      municipality: 'frederiksberg',
      tokenSecret: 'x'.repeat(32),
      keepDays: 7,
      origins: ['https://www.rk.dk', 'https://intranet.rk.dk:8443'],
      logLevel: 'info',
    },
  });
});

describe('a wrong value is named with its remedy, in one sentence', () => {
  const wrong: readonly (readonly [string, string, string])[] = [
    ['FIND_VEJ_PORT', 'eighty', 'FIND_VEJ_PORT is "eighty": give a whole number from 0 to 65535.'],
    ['FIND_VEJ_PORT', '65536', 'FIND_VEJ_PORT is "65536": give a whole number from 0 to 65535.'],
    ['FIND_VEJ_PORT', '-1', 'FIND_VEJ_PORT is "-1": give a whole number from 0 to 65535.'],
    ['FIND_VEJ_KEEP_DAYS', '0', 'FIND_VEJ_KEEP_DAYS is "0": give a whole number from 1 to 3650.'],
    ['FIND_VEJ_KEEP_DAYS', '1.5', 'FIND_VEJ_KEEP_DAYS is "1.5": give a whole number from 1 to 3650.'],
    [
      'FIND_VEJ_MUNICIPALITY',
      '../etc',
      'FIND_VEJ_MUNICIPALITY is "../etc": give the name of a folder in knowledge/content, such as rodovre.',
    ],
    [
      'FIND_VEJ_ORIGINS',
      'www.rk.dk',
      'FIND_VEJ_ORIGINS is "www.rk.dk": give origins such as https://www.rk.dk, separated by commas, or * for any site.',
    ],
    ['FIND_VEJ_LOG', 'loud', 'FIND_VEJ_LOG is "loud": give fatal, error, warn, info, debug or silent.'],
    [
      'FIND_VEJ_HOST',
      'http://x/',
      'FIND_VEJ_HOST is "http://x/": give a host name or an IP address, such as 127.0.0.1.',
    ],
  ];
  for (const [name, value, sentence] of wrong) {
    test(`${name}=${value}`, () => {
      expect(readConfig({ [name]: value })).toEqual({ problems: [sentence] });
    });
  }

  test('all of them at once', () => {
    const read = readConfig({ FIND_VEJ_PORT: 'x', FIND_VEJ_LOG: 'y', FIND_VEJ_KEEP_DAYS: 'z' });
    expect('problems' in read && read.problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'FIND_VEJ_KEEP_DAYS',
      'FIND_VEJ_LOG',
      'FIND_VEJ_PORT',
    ]);
  });

  test('but a secret is never repeated, not even a wrong one', () => {
    const read = readConfig({ FIND_VEJ_TOKEN_SECRET: 'hunter2' });
    expect(JSON.stringify(read)).not.toContain('hunter2');
    expect('problems' in read && read.problems[0]).toMatch(/^FIND_VEJ_TOKEN_SECRET is too short: .+\.$/);
  });
});

test('.env.example names every setting with its default', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const given = Object.fromEntries(
    [...example.matchAll(/^(FIND_VEJ_\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(readConfig(given)).toEqual(readConfig({}));
  const source = readFileSync(join(root, 'adapters', 'config.ts'), 'utf8');
  const settings = [...source.matchAll(/^ {2}(FIND_VEJ_\w+):/gm)].map(([, name]) => name);
  expect(settings.length).toBeGreaterThan(7);
  expect(Object.keys(given).sort()).toEqual(settings.sort());
});
