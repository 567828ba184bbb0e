import { doesNotArise, type Facts, holds, matched } from '../knowledge/condition.ts';
import type { Graph } from '../knowledge/graph.ts';
import { inLanguage } from '../knowledge/in-language.ts';
import type { Horizon } from '../knowledge/situation.ts';
import type { Reached } from '../knowledge/walk.ts';
import { answerInWords } from './answer.ts';
import { yearsSince } from './calendar.ts';
import { contactsOf, oldAfterYears } from './handover/contacts.ts';
import type { Language } from './message.ts';
import type { From, PlanPart, PlanStep } from './reply.ts';
import { say } from './wording/wording.ts';

const horizons: readonly Horizon[] = ['now', 'soon', 'later'];
const origins: readonly From[] = ['municipality', 'partner', 'own'];

/** How many steps a first plan shows, by horizon: few enough for a tired reader. */
const shownAtFirst: Readonly<Record<Horizon, number>> = { now: 4, soon: 3, later: 2 };

/** What the plan is made for. */
export interface Asker {
  readonly graph: Graph;
  readonly facts: Facts;
  readonly language: Language;
  /** Today, YYYY-MM-DD. */
  readonly day: string;
}

/** An offer that may stand in the plan: nothing the citizen answered rules it out. */
export interface Candidate {
  readonly reached: Reached;
  /** The paths that no answer closes, the main reason first. */
  readonly paths: Reached['paths'];
  /** As soon as the soonest of them. */
  readonly horizon: Horizon;
  readonly fits: 'yes' | 'maybe';
  /** Its source is old, and says so. */
  readonly stale: boolean;
  /** It stands behind fresher ones. */
  readonly sinks: boolean;
}

/** The offers nothing rules out, best first within their horizon: sure before possible, fresh before stale. */
export function candidates(
  asker: Pick<Asker, 'graph' | 'facts' | 'day'>,
  reached: readonly Reached[],
): readonly Candidate[] {
  const open: Candidate[] = [];
  for (const one of reached) {
    const verdict = holds(one.condition, asker.facts);
    if (verdict === 'no') continue;
    // What one's own world can do does not age, and a helpline is worth a call at any age.
    const isOld = yearsSince(one.offer.node.checkedOn, asker.day) >= oldAfterYears;
    const stale = isOld && one.offer.kind === 'service';
    const isHelpline =
      one.offer.kind === 'service' &&
      asker.graph.organisations.get(one.offer.node.provider)?.kind === 'helpline';
    const paths = one.paths.filter(({ onlyIf, sure }) => {
      const arises = holds(onlyIf, asker.facts);
      return sure === true ? arises === 'yes' : arises !== 'no';
    });
    if (paths.length === 0) continue;
    const horizon = horizons.find((when) => paths.some((path) => path.horizon === when)) ?? 'later';
    open.push({
      reached: one,
      paths,
      horizon,
      fits: verdict === 'yes' ? 'yes' : 'maybe',
      stale,
      sinks: stale && !isHelpline,
    });
  }
  // A rule that matched says more about this person than an offer for everybody; what meets most needs comes first then.
  const rank = ({ reached: { condition }, paths, fits, sinks }: Candidate) =>
    (fits === 'yes' ? (condition === undefined ? 4 : 0) : 8) +
    (sinks ? 3 : 0) -
    Math.min(paths.length, 5) / 2;
  return open
    .map((candidate, index) => ({ candidate, index, rank: rank(candidate) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ candidate }) => candidate);
}

/** The first few of each horizon, with room kept for partners and for the citizen's own world. */
export function firstFew(all: readonly Candidate[], graph: Graph): readonly Candidate[] {
  const from = ({ reached }: Candidate) => originOf(reached, graph);
  const shown = new Set<From>();
  return horizons.flatMap((horizon) => {
    const here = all.filter((one) => one.horizon === horizon);
    const room = shownAtFirst[horizon];
    // Where there is not room for one of each, those that have had no step yet come first.
    const inTurn = [...origins].sort((a, b) => Number(shown.has(a)) - Number(shown.has(b)));
    const oneOfEach = inTurn.flatMap((origin) => here.find((one) => from(one) === origin) ?? []);
    const chosen = new Set([...oneOfEach.slice(0, room), ...here]);
    const kept = new Set([...chosen].slice(0, room));
    for (const one of kept) shown.add(from(one));
    return here.filter((one) => kept.has(one));
  });
}

/** Lays steps out as now, soon, later × municipality, partner, own world. */
export function layOut(asker: Asker, chosen: readonly Candidate[]): readonly PlanPart[] {
  const { graph, language } = asker;
  return horizons
    .map((horizon) => ({
      horizon,
      heading: say(language, `plan.${horizon}`),
      groups: origins
        .map((from) => ({
          from,
          heading: say(language, `plan.${from}`),
          steps: chosen
            .filter((one) => one.horizon === horizon && originOf(one.reached, graph) === from)
            .map((candidate) => planStep(asker, candidate)),
        }))
        .filter(({ steps }) => steps.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
}

/** One step in words, with its proof. */
export function planStep(asker: Asker, candidate: Candidate): PlanStep {
  const { reached, paths, fits, stale } = candidate;
  const { graph, language, day } = asker;
  const { offer } = reached;
  const told = inLanguage(graph, language);
  const { node } = offer;
  const service = offer.kind === 'service' ? offer.node : undefined;
  const provider = service && graph.organisations.get(service.provider);
  const law = service?.legalBasis;
  const needs = [...new Set(paths.map((path) => told.need(path.need)))];
  const situation = told.situation(paths[0]?.situation ?? '')?.title ?? '';
  const website = provider?.website;
  return {
    id: offer.id,
    title: node.name,
    from: originOf(reached, graph),
    provider: provider?.name ?? say(language, 'plan.ownProvider'),
    fits,
    what: node.what,
    why: say(language, 'plan.why', { needs: needs.slice(0, 3).join(', ') }),
    how: node.how,
    ...(service?.byWhen === undefined ? {} : { byWhen: service.byWhen }),
    ...(service?.cost === undefined ? {} : { cost: service.cost }),
    bring: service?.bring ?? [],
    contacts: provider === undefined ? [] : contactsOf(graph, provider.id, language, day),
    ...(website === undefined || website.confidence === 'uncertain' ? {} : { website: website.url }),
    ...(service?.selfService === undefined ? {} : { selfService: service.selfService }),
    proof: {
      path: [situation, needs[0] ?? ''],
      rule: ruleInWords(asker, candidate),
      source: node.source,
      checkedOn: node.checkedOn,
      ...(law === undefined || law.confidence === 'uncertain'
        ? {}
        : { law: [law.act, law.section].filter(Boolean).join(' ') }),
      ...(stale ? { stale: say(language, 'plan.stale', { year: node.checkedOn.slice(0, 4) }) } : {}),
    },
  };
}

/** The rule that matched what was answered, or that may match, in words. */
function ruleInWords({ graph, facts, language }: Asker, { reached, paths, fits }: Candidate): string {
  const told = inLanguage(graph, language);
  const { node } = reached.offer;
  if (reached.condition === undefined) return say(language, 'plan.ruleAll');
  if (fits === 'maybe' && holds(node.condition, facts) === 'unknown') {
    return say(language, 'plan.ruleMaybe', { relevantIf: node.relevantIf ?? '' });
  }
  if (fits === 'maybe') {
    const need = told.need(paths[0]?.need ?? '');
    return say(language, 'plan.ruleMaybeNeed', { need });
  }
  const answers = matched(reached.condition, facts)
    .filter((fact) => facts[fact] !== doesNotArise)
    .map((fact) => answerInWords(told.question(fact), facts[fact]));
  if (answers.length === 0) return say(language, 'plan.ruleAll');
  return say(language, 'plan.ruleYes', { answers: answers.join(', ') });
}

function originOf({ offer }: Reached, graph: Graph): From {
  if (offer.kind === 'own-step') return 'own';
  const kind = graph.organisations.get(offer.node.provider)?.kind;
  return kind === 'partner' || kind === 'helpline' ? 'partner' : 'municipality';
}
