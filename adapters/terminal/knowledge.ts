import { parseArgs } from 'node:util';
import { kinds } from '../../knowledge/kinds.ts';
import { loadGraph, municipalities } from '../../knowledge/load.ts';
import { describe, type Problem } from '../../knowledge/problem.ts';

const usage = `npm run knowledge -- <what>
  check [municipality …]            reads the content and lists everything that is wrong, with file, line and remedy
  stats [municipality] [--json]     counts the nodes of each kind`;

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
  strict: false,
});
const [what, ...names] = positionals;

if (what === 'check') process.exitCode = checkAll(names.length > 0 ? names : municipalities());
else if (what === 'stats') process.exitCode = stats(names[0] ?? 'rodovre', values.json === true);
else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
}

function checkAll(wanted: readonly string[]): number {
  let failed = 0;
  const told = new Set<string>();
  for (const municipality of wanted) {
    const loaded = loadGraph(municipality);
    const problems: readonly Problem[] = loaded.graph === null ? loaded.problems : loaded.notes;
    for (const problem of problems) {
      const line = `${problem.severity === 'error' ? '✗' : '·'} ${describe(problem)}`;
      if (!told.has(line)) process.stdout.write(`${line}\n`);
      told.add(line);
    }
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    if (errors > 0) failed += 1;
    process.stdout.write(`${municipality}: ${errors} errors, ${problems.length - errors} notes\n`);
  }
  return failed > 0 ? 1 : 0;
}

function stats(municipality: string, json: boolean): number {
  const loaded = loadGraph(municipality);
  if (loaded.graph === null) {
    for (const problem of loaded.problems) process.stderr.write(`${describe(problem)}\n`);
    return 1;
  }
  const { graph } = loaded;
  const counts = Object.fromEntries(kinds.map((kind) => [kind, graph[kind].size]));
  if (json) process.stdout.write(`${JSON.stringify(counts)}\n`);
  else
    for (const [kind, count] of Object.entries(counts))
      process.stdout.write(`${String(count).padStart(5)} ${kind}\n`);
  return 0;
}
