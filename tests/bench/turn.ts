import type { Guide } from '../../bot/guide.ts';
import type { Action, Message } from '../../bot/message.ts';
import { newSession } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';
import { journeys } from '../journeys/journeys.ts';
import { realGuide } from '../support/guide.ts';
import { testTime } from '../support/play.ts';
import { manyCopies } from './many-copies.ts';

const rounds = 120;

/** Times of a turn over whole journeys, in milliseconds: the content as it is, and fifty times as much of it. */
export async function benchTurn(): Promise<void> {
  const guide = await realGuide();
  const wide: Guide = { ...guide, graph: manyCopies(guide.graph, 50) };
  const subjects = [
    { name: 'whole content', guide, budget: 1, times: [] as number[] },
    { name: '50 × the content', guide: wide, budget: 5, times: [] as number[] },
  ];
  for (const { guide: warm } of subjects) for (let round = 0; round < 20; round++) timeJourneys(warm);
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) subject.times.push(...timeJourneys(subject.guide));
  }
  process.stdout.write('one turn computed (ms)        turns      p50      p99      max   budget p99\n');
  for (const { name, times, budget } of subjects) {
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(3).padStart(8);
    process.stdout.write(
      `  ${name.padEnd(24)} ${String(times.length).padStart(8)} ${at(0.5)} ${at(0.99)} ${at(1)}        ≤ ${budget}\n`,
    );
  }
}

/** Each journey once from hello to the full plan and the overview; the time of every turn. */
function timeJourneys(guide: Guide): readonly number[] {
  const times: number[] = [];
  for (const { says } of Object.values(journeys)) {
    let session = newSession(guide.graph.municipality);
    const take = (message: Message) => {
      const started = performance.now();
      const turn = takeTurn(guide, session, message);
      times.push(performance.now() - started);
      session = turn.session;
      return turn;
    };
    const press = (action: Action) => take({ kind: 'action', action, at: testTime });
    take({ kind: 'hello', at: testTime });
    let turn = take({ kind: 'text', text: says, at: testTime });
    for (let count = 0; count < 8; count++) {
      const ask = turn.replies.find((reply) => reply.kind === 'ask');
      const [first] = ask?.kind === 'ask' ? ask.options : [];
      if (first === undefined) break;
      turn = press(first.action);
    }
    press({ kind: 'more' });
    press({ kind: 'overview' });
  }
  return times;
}
