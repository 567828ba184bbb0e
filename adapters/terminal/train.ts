import { writeShippedWeights } from './model.ts';

// Run after any change to the lines, the concepts or the training code: `node adapters/terminal/train.ts`.
const started = performance.now();
writeShippedWeights();
process.stdout.write(`weights learned and written in ${Math.round(performance.now() - started)} ms\n`);
