import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadGraph } from '../../knowledge/load.ts';
import { describe as inOneLine, type Problem } from '../../knowledge/problem.ts';
import { townFolder } from '../support/town.ts';

// Each file here is broken in the way its name says, and its first line is what an editor is to be told of it:
// the code, then the file, the line, the place, what is wrong and what to do.
const brokenFolder = join(import.meta.dirname, 'broken');
const broken = readdirSync(brokenFolder).map((file) => ({
  file,
  told: readFileSync(join(brokenFolder, file), 'utf8').split('\n')[0]?.replace('# ', '') ?? '',
}));

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** The errors of Lilleby when something is put into its folder. */
function errorsWhen(put: (lilleby: string) => void): readonly Problem[] {
  const folder = mkdtempSync(join(tmpdir(), 'broken-'));
  made.push(folder);
  cpSync(townFolder, folder, { recursive: true });
  put(join(folder, 'lilleby'));
  const loaded = loadGraph('lilleby', folder);
  return loaded.graph === null ? loaded.problems.filter(({ severity }) => severity === 'error') : [];
}

const tell = (problems: readonly Problem[]) => problems.map((one) => `${one.code} at ${inOneLine(one)}`);

describe('broken content is told with code, file, line, place, what is wrong and what to do', () => {
  test.each(broken)('$file', ({ file, told }) => {
    const found = errorsWhen((lilleby) => cpSync(join(brokenFolder, file), join(lilleby, file)));
    expect(tell(found)).toContain(told);
    for (const { hint = '' } of found) expect(hint).not.toBe('');
  });
});

test('all that is broken is told in one run, and no graph is given', () => {
  const found = errorsWhen((lilleby) => cpSync(brokenFolder, lilleby, { recursive: true }));
  expect(broken.length).toBeGreaterThan(50);
  // Which ids a hint holds out as likely depends on what else is there.
  const withoutHint = (told: string) => told.split(' → ')[0];
  expect(tell(found).map(withoutHint)).toEqual(
    expect.arrayContaining(broken.map(({ told }) => withoutHint(told))),
  );
});

describe('one fault is told once, not again by all that name it:', () => {
  test.each([
    ['organisations', 'visitationen', 'kind: slot'],
    ['questions', 'uger-syg', 'least: mange'],
    ['questions', 'foerste-sygedag', 'kind: dag'],
    ['needs', 'tale', 'theme: snak'],
    ['situations', 'ensomhed', 'phrases: [hej]'],
  ])('%s %s', (kind, id, change) => {
    const text = `override:\n  ${kind}:\n    - { id: ${id}, ${change} }\n`;
    const found = errorsWhen((lilleby) => writeFileSync(join(lilleby, 'nyt.yaml'), text));
    const named = found.filter(({ code }) => code === 'unknown-reference' || code === 'bad-condition');
    expect(found.map(({ code }) => code)).toContain('bad-shape');
    expect(named).toEqual([]);
  });
});

test('a file with Windows line ends or a byte order mark is read like any other', () => {
  const text = '\uFEFFoverride:\r\n  organisations:\r\n    - id: spisehuset\r\n      navn: x\r\n';
  const found = errorsWhen((lilleby) => writeFileSync(join(lilleby, 'nyt.yaml'), text));
  expect(found).toEqual([expect.objectContaining({ file: 'lilleby/nyt.yaml', line: 4, code: 'bad-shape' })]);
});

test('an empty file and a file of comments are no fault', () => {
  expect(errorsWhen((lilleby) => writeFileSync(join(lilleby, 'nyt.yaml'), ''))).toEqual([]);
  expect(errorsWhen((lilleby) => writeFileSync(join(lilleby, 'nyt.yaml'), '# intet\n'))).toEqual([]);
});

test('a town that is not there is told, with the towns that are', () => {
  for (const name of ['ingenby', 'national', '../lilleby', '__proto__', '']) {
    const problem = { code: 'no-municipality', hint: 'choose one of: lilleby, storeby' };
    expect(loadGraph(name, townFolder)).toEqual({
      graph: null,
      problems: [expect.objectContaining(problem)],
    });
  }
  expect(loadGraph('lilleby', join(townFolder, 'ingen-mappe')).graph).toBeNull();
});
