import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which of our folders a folder may import from: one direction, adapters → bot → knowledge. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  knowledge: ['knowledge'],
  bot: ['bot', 'knowledge'],
  adapters: ['adapters', 'bot', 'knowledge'],
  tests: ['tests', 'adapters', 'bot', 'knowledge'],
};

/** Where each package may be imported; a package that is not listed may be imported by tests only. */
const packageHomes: Readonly<Record<string, readonly string[]>> = {
  zod: ['knowledge', 'bot', 'adapters'],
  yaml: ['knowledge/parse.ts'],
  i18next: ['bot/wording'],
  botbuilder: ['adapters/directline', 'adapters/teams', 'adapters/store', 'adapters/conversation.ts'],
  restify: ['adapters'],
  ws: ['adapters/directline'],
  jose: ['adapters/directline', 'adapters/identity'],
  kysely: ['adapters/store'],
  pino: ['adapters/log.ts', 'adapters/http.ts'],
  lit: ['adapters/web'],
  vite: ['adapters/web/build.ts'],
};

/** What Node gives that touches the world; only these places of bot and knowledge may use it. */
const nodeHomes = ['knowledge/load.ts'];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function importsOf(folder: string): readonly Import[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .flatMap((name) => {
      const file = join(folder, name).replaceAll('\\', '/');
      const source = readFileSync(join(root, file), 'utf8');
      const found = source.matchAll(
        /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm,
      );
      return [...found].map(([, type, from, lazy, bare]) => ({
        file,
        from: from ?? lazy ?? bare ?? '',
        typeOnly: type !== undefined,
      }));
    });
}

const own = Object.keys(mayImport).flatMap(importsOf);
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

test('reads the imports it judges', () => {
  expect(own.length).toBeGreaterThan(100);
});

test('folders import in one direction: adapters, then bot, then knowledge', () => {
  const wrong = own
    .filter(({ from }) => from.startsWith('.'))
    .map((one) => ({ ...one, to: normalize(join(dirname(one.file), one.from)).split('/')[0] ?? '' }))
    .filter(({ file, to }) => !mayImport[file.split('/')[0] ?? '']?.includes(to));
  expect(wrong).toEqual([]);
});

test('packages are imported only where they belong', () => {
  const wrong = own.filter(({ file, from, typeOnly }) => {
    if (from.startsWith('.') || from.startsWith('node:') || file.startsWith('tests/')) return false;
    const homes = packageHomes[packageOf(from)] ?? [];
    const isHome = homes.some((home) => file === home || file.startsWith(`${home}/`));
    return !isHome && !(typeOnly && file.startsWith('adapters/'));
  });
  expect(wrong).toEqual([]);
});

test('bot and knowledge touch the world in one place only: reading the content', () => {
  const wrong = own.filter(
    ({ file, from }) =>
      from.startsWith('node:') && /^(bot|knowledge)\//.test(file) && !nodeHomes.includes(file),
  );
  expect(wrong).toEqual([]);
});
