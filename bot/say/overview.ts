import { holds } from '../../knowledge/condition.ts';
import type { Graph } from '../../knowledge/graph.ts';
import type { Milestone } from '../../knowledge/milestone.ts';
import type { Question } from '../../knowledge/question.ts';
import { isShown } from '../../knowledge/walk.ts';
import { dayInWords, daysAfter, isDay, yearsSince } from '../calendar.ts';
import type { Guide } from '../guide.ts';
import { oldAfterYears } from '../handover/contacts.ts';
import type { Language } from '../message.ts';
import type { Position } from '../position.ts';
import type { OverviewLine, Reply } from '../reply.ts';
import type { Session } from '../session.ts';
import { say } from '../wording/wording.ts';
import { backOptions, planWords } from './plan-words.ts';

/** The milestones of the citizen's situations that may be shown today and that no answer rules out, in order. */
function milestonesOf(graph: Graph, { situations, facts }: Position, day: string): readonly Milestone[] {
  return situations
    .flatMap((id) => graph.milestonesBySituation.get(id) ?? [])
    .filter((milestone) => isShown(milestone, day) && holds(milestone.condition, facts) !== 'no');
}

/** The date that would put days on the overview, while the citizen has not been asked for it. */
export function dateToAsk(graph: Graph, position: Position, day: string): Question | null {
  for (const milestone of milestonesOf(graph, position, day)) {
    const question = graph.questions.get(milestone.from ?? '');
    if (question === undefined || position.answers[question.id] !== undefined) continue;
    if (holds(question.askIf, position.facts) === 'yes') return question;
  }
  return null;
}

/** What happens when: duties and rights along time, with days where the citizen gave a date to count from. */
export function sayOverview(guide: Guide, session: Session, position: Position, day: string): Reply {
  const { language } = session;
  const milestones = milestonesOf(guide.graph, position, day);
  const lines = milestones.map((milestone) => line(milestone, position, language, day));
  const locale = language === 'da-let' ? 'da' : language;
  const dates = new Set(milestones.flatMap(({ from = '' }) => givenDay(position, from) ?? []));
  const intro =
    dates.size > 0
      ? say(language, 'overview.introDated', {
          date: [...dates].map((one) => dayInWords(one, locale)).join(', '),
        })
      : say(language, lines.length === 0 ? 'overview.none' : 'overview.intro');
  return {
    kind: 'overview',
    title: say(language, 'overview.title'),
    intro,
    lines,
    words: planWords(language),
    options: backOptions(session, position),
  };
}

/** The day a citizen gave in answer to a question, when it arises and was answered. */
function givenDay({ facts }: Position, question: string): string | undefined {
  const given = facts[question];
  return typeof given === 'string' && isDay(given) ? given : undefined;
}

function line(milestone: Milestone, position: Position, language: Language, day: string): OverviewLine {
  const from = givenDay(position, milestone.from ?? '');
  const stale = yearsSince(milestone.checkedOn, day) >= oldAfterYears;
  return {
    id: milestone.id,
    when: milestone.when,
    ...(from === undefined ? {} : { date: daysAfter(from, milestone.days ?? 0) }),
    what: milestone.what,
    // "Det skal du" is said of the citizen's own duties only.
    kind: milestone.kind === 'duty' && milestone.who !== 'citizen' ? 'info' : milestone.kind,
    who: say(language, `overview.who.${milestone.who}`),
    proof: {
      source: milestone.source,
      checkedOn: milestone.checkedOn,
      ...(milestone.law === undefined ? {} : { law: milestone.law }),
      ...(stale ? { stale: say(language, 'plan.stale', { year: milestone.checkedOn.slice(0, 4) }) } : {}),
    },
  };
}
