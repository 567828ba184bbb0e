import { spawnSync } from 'node:child_process';

// Runs every check of the project in turn and says what it is doing; the tests come last, with their own summary.
const long = process.argv.includes('--long');
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc']],
  ['lint and format', ['biome', 'check', '.']],
  ['unused files, exports and packages', ['knip']],
  ['content', ['node', 'adapters/terminal/knowledge.ts', 'check']],
  // Before the servers of the tests start, which would each find it missing and build it.
  ['page', ['node', 'adapters/web/build.ts']],
  [long ? 'tests, whole' : 'tests', ['vitest', 'run']],
];

const env = { ...process.env, ...(long ? { FIND_VEJ_LONG: '1' } : {}) };
const failed: string[] = [];
for (const [name, [command = '', ...args]] of steps) {
  const started = performance.now();
  process.stdout.write(`\n▸ ${name} …\n`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) failed.push(name);
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name}, ${seconds} s\n`);
}
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
