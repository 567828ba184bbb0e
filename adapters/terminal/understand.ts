import { createExplain } from '../../bot/understand/understand.ts';
import { loadModel } from './model.ts';

// JSON lines in, JSON lines out, in the same order; a line that cannot be read gives an empty understanding and a word on
// stderr, so that the rest still is.
const reasons = process.argv.includes('--explain');
const explain = createExplain(loadModel());

let input = '';
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin) input += chunk;
const lines = input.split('\n');
if (lines.at(-1) === '') lines.pop();
const answers: string[] = [];
lines.forEach((line, at) => {
  const text = textOf(line);
  if (text === null) process.stderr.write(`line ${at + 1}: expected {"text":"…"}\n`);
  const { understanding, because } = explain(text ?? '', reasons);
  const { card: _, ...contract } = understanding;
  answers.push(JSON.stringify({ text: text ?? '', ...contract, ...(reasons ? { because } : {}) }));
});
process.stdout.write(answers.map((answer) => `${answer}\n`).join(''));

function textOf(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('text' in value)) return null;
    return typeof value.text === 'string' ? value.text : null;
  } catch {
    return null;
  }
}
