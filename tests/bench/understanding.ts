import { splitLessons } from '../../adapters/terminal/lessons.ts';
import { loadHeldOutModel } from '../../adapters/terminal/model.ts';
import { createUnderstand } from '../../bot/understand/understand.ts';
import { type HeldLine, measure, ratio, type Share } from './measure.ts';

/** Prints how well citizens' words are understood, on lines the model was not trained on. */
export async function benchUnderstanding(): Promise<void> {
  const held: readonly HeldLine[] = splitLessons().held;
  const measured = measure(createUnderstand(loadHeldOutModel()), held);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say('life situations: first right / right among three');
  for (const [row, { first, three }] of measured.situations)
    say(`  ${row.padEnd(24)}${percent(first)} / ${percent(three)}  of ${first.of}`);
  say('danger found');
  for (const [row, share] of measured.crisis) say(`  ${row.padEnd(24)}${percent(share)}  of ${share.of}`);
  say('danger shown in vain');
  for (const [row, share] of measured.alarms) say(`  ${row.padEnd(24)}${percent(share)}  of ${share.of}`);
  say(`everyday services        ${percent(measured.errandFirst)} / ${percent(measured.errandThree)}`);
  const { precision, recall, f1 } = measured.scope;
  say(
    `out of scope             F1 ${f1.toFixed(2)} (precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)})`,
  );
  say(`language                 ${percent(measured.language)}`);
  say('calibration: said with likelihood from … · how often right');
  for (const [from, share] of [...measured.calibration].sort())
    say(`  ${from.padEnd(6)}${percent(share)}  of ${share.of}`);
  say('confusions');
  for (const [pair, times] of [...measured.confusions].sort((a, b) => b[1] - a[1]).slice(0, 10))
    say(`  ${String(times).padStart(2)} × ${pair}`);
  say(`${Math.round(measured.microsecondsEach)} µs a text`);
}

function percent({ hits, of }: Share): string {
  return `${(100 * ratio(hits, of)).toFixed(1).padStart(5)} %`;
}
