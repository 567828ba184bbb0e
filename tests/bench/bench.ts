import { benchTurn } from './turn.ts';

/** What can be measured, by name; each prints its own table beside what it is compared with. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  turn: benchTurn,
  store: async () => (await import('./store.ts')).benchStore(),
  web: async () => (await import('./turns.ts')).benchTurns(),
  understanding: async () => (await import('./understanding.ts')).benchUnderstanding(),
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `there is no bench called ${unknown.join(', ')}; choose among ${Object.keys(benches).join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n▸ ${name}\n`);
  await bench();
}
