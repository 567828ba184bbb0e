import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Message } from '../../bot/message.ts';
import type { Option } from '../../bot/reply.ts';
import { newSession } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';
import { loadGraph } from '../../knowledge/load.ts';
import { describe } from '../../knowledge/problem.ts';
import { loadUnderstand } from './model.ts';
import { optionsOf, show } from './show.ts';

// A conversation without a browser: `npm run chat`. Nothing of it is kept. A number picks an option.
const { values } = parseArgs({ options: { municipality: { type: 'string', default: 'rodovre' } } });
const loaded = loadGraph(values.municipality);
if (loaded.graph === null) {
  for (const problem of loaded.problems) process.stderr.write(`${describe(problem)}\n`);
  process.exit(1);
}

const guide = { graph: loaded.graph, understand: await loadUnderstand(), keepDays: 0 };
const terminal = createInterface({
  input: process.stdin,
  output: process.stdout,
  terminal: process.stdin.isTTY,
});
// Whoever reads along may stop: then there is nobody left to talk to.
process.stdout.on('error', () => process.exit(0));
let session = newSession(values.municipality);
let offered: readonly Option[] = [];

function turn(message: Message): void {
  const { replies, session: next } = takeTurn(guide, session, message);
  session = next;
  for (const reply of replies) process.stdout.write(`\n${show(reply)}\n`);
  offered = replies.flatMap(optionsOf);
  offered.forEach(({ label, quiet }, index) => {
    process.stdout.write(`${quiet ? '   ' : ' '}[${index + 1}] ${label}\n`);
  });
  process.stdout.write('\n> ');
}

turn({ kind: 'hello', at: Date.now() });
for await (const line of terminal) {
  const option = /^\s*\d+\s*$/.test(line) ? offered[Number(line) - 1] : undefined;
  if (option === undefined) turn({ kind: 'text', text: line, at: Date.now() });
  else turn({ kind: 'action', action: option.action, at: Date.now() });
}
process.stdout.write('\n');
