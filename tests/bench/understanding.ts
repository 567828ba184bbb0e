import { splitLessons } from '../../adapters/terminal/lessons.ts';
import { loadHeldOutModel } from '../../adapters/terminal/model.ts';
import type { Lessons } from '../../bot/understand/lines.ts';
import { createUnderstand } from '../../bot/understand/understand.ts';
import { type HeldLine, measure, ratio, type Share } from './measure.ts';
import { measurePeers } from './peers.ts';

/** Prints how well citizens' words are understood, on lines the model was not trained on. */
export async function benchUnderstanding(): Promise<void> {
  const { lessons, held }: { lessons: Lessons; held: readonly HeldLine[] } = splitLessons();
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
  say('peers, taught the same Danish lines: first right / right among three · learning · each text');
  for await (const { name, first, three, of, learnMs, millisecondsEach } of measurePeers(
    lessons.lines,
    held,
  )) {
    const shares = `${percent({ hits: first, of })} / ${percent({ hits: three, of })}  of ${of}`;
    say(
      `  ${name.padEnd(24)}${shares} · ${(learnMs / 1000).toFixed(1)} s · ${millisecondsEach.toFixed(2)} ms`,
    );
  }
}

function percent({ hits, of }: Share): string {
  return `${(100 * ratio(hits, of)).toFixed(1).padStart(5)} %`;
}
