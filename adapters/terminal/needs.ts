import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadGraph } from '../../knowledge/load.ts';
import { describe } from '../../knowledge/problem.ts';
import { readConfig } from '../config.ts';
import { StoreError } from '../store/error.ts';
import { openStore } from '../store/sqlite.ts';
import { groupNeeds, listNeeds } from './needs-list.ts';

// `npm run needs` lists what nobody could give, for the programme lead; `--json` gives it to other programs.
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await list();

async function list(): Promise<number> {
  const options = { json: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ options, strict: false });
  const read = readConfig(process.env);
  if ('problems' in read) return complain(read.problems);
  const loaded = loadGraph(read.config.municipality);
  if (loaded.graph === null) return complain(loaded.problems.map(describe));
  try {
    const needs = await needsIn(join(resolve(read.config.data), 'find-vej.sqlite'), read.config.municipality);
    const groups = groupNeeds(needs);
    process.stdout.write(
      values.json === true ? `${JSON.stringify(groups, null, 2)}\n` : `${listNeeds(groups, loaded.graph)}\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof StoreError) return complain([error.message]);
    throw error;
  }
}

async function needsIn(path: string, municipality: string) {
  // Looking makes no database where there is none yet.
  if (!existsSync(path)) return [];
  const store = await openStore({ path });
  try {
    return await store.unmetNeeds(municipality);
  } finally {
    await store.close();
  }
}

function complain(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return 1;
}
