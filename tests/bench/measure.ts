import type { Line } from '../../bot/understand/lines.ts';
import type { Understand, Understanding } from '../../bot/understand/understanding.ts';
import { errandServices } from './errands.ts';

/** A held-out line with what its writer noted beside it. */
export interface HeldLine extends Line {
  readonly group?: string;
  readonly level?: string;
  readonly errand?: string;
}

/** How many of how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** What was measured, each as hits of lines. */
export interface Measured {
  /** Rows of the table: which lines, the best situation is one of the right ones, the first-named right one among three. */
  readonly situations: ReadonlyMap<string, { readonly first: Share; readonly three: Share }>;
  readonly crisis: ReadonlyMap<string, Share>;
  readonly alarms: ReadonlyMap<string, Share>;
  readonly errandFirst: Share;
  readonly errandThree: Share;
  readonly scope: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly language: Share;
  /** Situations said with a likelihood from … on: said, and right. */
  readonly calibration: ReadonlyMap<string, Share>;
  readonly confusions: ReadonlyMap<string, number>;
  readonly microsecondsEach: number;
}

/** Reads held-out lines and counts. */
export function measure(understand: Understand, held: readonly HeldLine[]): Measured {
  for (const line of held.slice(0, 300)) understand(line.text);
  const started = performance.now();
  const read = held.map((line) => ({ line, got: understand(line.text) }));
  const microsecondsEach = ((performance.now() - started) * 1000) / held.length;
  const counts = counting();
  for (const { line, got } of read) count(counts, line, got);
  const precision = ratio(counts.out.right, counts.out.said);
  const recall = ratio(counts.out.right, counts.out.there);
  return {
    ...counts,
    errandFirst: counts.errand.first,
    errandThree: counts.errand.three,
    scope: { precision, recall, f1: ratio(2 * precision * recall, precision + recall) },
    microsecondsEach,
  };
}

function counting() {
  return {
    situations: new Map<string, { first: Tally; three: Tally }>(),
    crisis: new Map<string, Tally>(),
    alarms: new Map<string, Tally>(),
    calibration: new Map<string, Tally>(),
    confusions: new Map<string, number>(),
    errand: { first: tally(), three: tally() },
    out: { said: 0, there: 0, right: 0 },
    language: tally(),
  };
}

interface Tally {
  hits: number;
  of: number;
}
const tally = (): Tally => ({ hits: 0, of: 0 });
function add(to: Tally, hit: boolean): void {
  to.of++;
  if (hit) to.hits++;
}
function at(map: Map<string, Tally>, key: string): Tally {
  const found = map.get(key) ?? tally();
  map.set(key, found);
  return found;
}

function count(counts: ReturnType<typeof counting>, line: HeldLine, got: Understanding): void {
  const danish = line.lang === 'da';
  const ids = got.situations.map(({ id }) => id);
  add(counts.language, got.lang === line.lang);
  const wanted = line.situations[0];
  if (wanted !== undefined && (line.group === 'situation' || !danish)) {
    const first = line.situations.includes(ids[0] ?? '');
    for (const row of danish ? ['da', `da ${line.level}`] : ['other languages', line.lang]) {
      const tallies = counts.situations.get(row) ?? { first: tally(), three: tally() };
      counts.situations.set(row, tallies);
      add(tallies.first, first);
      add(tallies.three, ids.slice(0, 3).includes(wanted));
    }
    const said = got.situations[0]?.score ?? 0;
    if (danish) add(at(counts.calibration, `${Math.min(9, Math.floor(said * 10)) / 10}`), first);
    if (danish && !first) {
      const pair = `${wanted} read as ${ids[0] ?? 'nothing'}`;
      counts.confusions.set(pair, (counts.confusions.get(pair) ?? 0) + 1);
    }
  }
  if (line.crisis !== null) {
    for (const row of danish ? ['da', `da ${line.crisis}`] : ['other languages'])
      add(at(counts.crisis, row), got.crisis !== null);
  } else add(at(counts.alarms, danish ? `da ${line.group}` : 'other languages'), got.crisis !== null);
  if (line.errand !== undefined) {
    const right = errandServices[line.errand] ?? [line.errand];
    const named = got.services.map(({ id }) => id);
    add(counts.errand.first, right.includes(named[0] ?? ''));
    add(
      counts.errand.three,
      named.slice(0, 3).some((id) => right.includes(id)),
    );
  }
  if (!danish) return;
  if (got.scope === 'out') counts.out.said++;
  if (line.scope === 'out') counts.out.there++;
  if (got.scope === 'out' && line.scope === 'out') counts.out.right++;
}

/** A ratio, 0 when there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
