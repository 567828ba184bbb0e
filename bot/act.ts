import { inLanguage } from '../knowledge/in-language.ts';
import { walk } from '../knowledge/walk.ts';
import { answerInWords, labelOf } from './answer.ts';
import type { Effect } from './effect.ts';
import { isAnswer } from './facts.ts';
import { goOn, show } from './go-on.ts';
import type { Guide } from './guide.ts';
import { countingKey, unmetNeed } from './insight/unmet-need.ts';
import type { Action } from './message.ts';
import type { Outcome } from './outcome.ts';
import { candidates, planStep } from './plan.ts';
import { type Position, position } from './position.ts';
import type { Option, Reply } from './reply.ts';
import { sayLanguage } from './say/language.ts';
import { dateToAsk, sayOverview } from './say/overview.ts';
import { sayPerson } from './say/person.ts';
import { listOption, sayPlan } from './say/place.ts';
import { backOptions, planWords } from './say/plan-words.ts';
import { askQuestion } from './say/question.ts';
import { welcome } from './say/welcome.ts';
import { newSession, type Session } from './session.ts';
import { toldAnswers } from './told-answers.ts';
import { say } from './wording/wording.ts';

/** Carries out what a button stands for. A button from another day that no longer fits is told so, and nothing is lost. */
export function act(guide: Guide, before: Session, action: Action, day: string): Outcome {
  const { graph } = guide;
  // A button is never misunderstood, and whatever it is, it leaves an offer behind.
  const session: Session = { ...before, lost: 0, offered: null };
  const { language } = session;
  const stale = (): Outcome =>
    goOn(guide, session, day, { kind: 'say', text: say(language, 'listen.unknownButton') });
  const here = position(graph, session, day);
  /** Looking at something else leaves a gap half told; what is written next is no longer about it. */
  const look = (reply: Reply): Outcome => show({ ...session, gap: null }, reply);

  switch (action.kind) {
    case 'situation': {
      const situation = graph.situations.get(action.situation);
      if (situation === undefined) return stale();
      const kept = action.add === true ? session.situations : [];
      const next: Session = {
        ...session,
        situations: [...new Set([...kept, situation.id])],
        asking: 'few',
        changing: null,
        gap: null,
        danger: null,
      };
      return goOn(guide, next, day, sayMirror(guide, next, situation.id));
    }
    case 'none': {
      const offered = before.offered === null ? [] : [before.offered];
      const declined = [...new Set([...session.declined, ...session.situations, ...offered])];
      const next: Session = {
        ...session,
        situations: [],
        declined,
        asking: 'few',
        changing: null,
        gap: null,
      };
      return { session: next, replies: [sayList(guide, next)], effects: [] };
    }
    case 'answer': {
      const question = graph.questions.get(action.question);
      if (question === undefined || (action.value !== null && !isAnswer(question, action.value)))
        return stale();
      const answers = { ...session.answers, [question.id]: action.value };
      const next: Session = { ...session, answers, changing: null, danger: null };
      if (question.kind !== 'date') return goOn(guide, next, day);
      return {
        session: next,
        replies: [sayOverview(guide, next, position(graph, next, day), day)],
        effects: [],
      };
    }
    case 'why': {
      const { place } = here;
      if (place.kind !== 'asking')
        return goOn(guide, session, day, { kind: 'say', text: say(language, 'ask.noQuestion') });
      return goOn(guide, session, day, {
        kind: 'say',
        text: say(language, 'ask.because', {
          why: inLanguage(graph, language).question(place.question.id)?.why ?? place.question.why,
        }),
      });
    }
    case 'change': {
      const question = graph.questions.get(action.question);
      if (question === undefined) return stale();
      const next = { ...session, changing: question.id, gap: null };
      return { session: next, replies: [askQuestion(graph, next, here, question, true)], effects: [] };
    }
    case 'continue':
      return goOn(guide, session, day);
    case 'plan':
      return goOn(guide, { ...session, asking: 'none', changing: null, gap: null }, day);
    case 'refine':
      return goOn(guide, { ...session, asking: 'all', changing: null, gap: null }, day);
    case 'more':
      if (here.situations.length === 0) return goOn(guide, session, day);
      return look(sayPlan(guide, session, here, day, 'all'));
    case 'step': {
      const asker = { graph, facts: here.facts, language, day };
      const everywhere = walk(graph, [...graph.situations.keys()], day);
      const found =
        candidates(asker, here.reached).find(({ reached }) => reached.offer.id === action.step) ??
        candidates(asker, everywhere).find(({ reached }) => reached.offer.id === action.step);
      if (found === undefined)
        return goOn(guide, session, day, { kind: 'say', text: say(language, 'plan.stepGone') });
      const options: Option[] = [
        ...backOptions(session, here),
        { label: say(language, 'plan.missing'), action: { kind: 'missing' }, quiet: true },
        { label: say(language, 'plan.person'), action: { kind: 'person' }, quiet: true },
      ];
      return look({
        kind: 'step',
        step: planStep(asker, found),
        words: planWords(language),
        options,
      });
    }
    case 'overview': {
      const question = dateToAsk(graph, here, day);
      if (question === null) return look(sayOverview(guide, session, here, day));
      const next = { ...session, changing: question.id, gap: null };
      return { session: next, replies: [askQuestion(graph, next, here, question, true)], effects: [] };
    }
    case 'answers':
      return look(sayAnswers(guide, session, here));
    case 'person':
      return look(sayPerson(graph, session, here, day));
    case 'missing': {
      if (action.need !== undefined && !graph.needs.has(action.need)) return stale();
      const next: Session = {
        ...session,
        changing: null,
        gap: { need: action.need ?? null, words: null, reason: null },
      };
      return goOn(guide, next, day);
    }
    case 'reason':
      if (session.gap === null || (session.gap.need === null && session.gap.words === null)) return stale();
      return goOn(guide, { ...session, gap: { ...session.gap, reason: action.reason } }, day);
    case 'consent': {
      const gap = session.gap;
      if (gap === null || gap.reason === null) return stale();
      const [situation = null] = here.situations;
      const told = { ...gap, situation, reason: gap.reason, facts: here.facts, agreed: action.words };
      const key = countingKey(told);
      const isCounted = session.counted.includes(key);
      const next: Session = {
        ...session,
        gap: null,
        asking: 'none',
        counted: isCounted ? session.counted : [...session.counted, key],
      };
      const thanks: Reply = { kind: 'say', text: say(language, isCounted ? 'gap.already' : 'gap.thanks') };
      const effects: Effect[] = isCounted
        ? []
        : [{ kind: 'record-unmet-need', need: unmetNeed(session, day, told) }];
      return { ...goOn(guide, next, day, thanks), effects };
    }
    case 'language':
      return goOn(guide, { ...session, language: action.language }, day, sayLanguage(action.language));
    case 'else': {
      const next: Session = {
        ...session,
        told: [],
        answers: { ...toldAnswers(graph, session.told, session.situations), ...session.answers },
        situations: [],
        declined: [],
        asking: 'few',
        changing: null,
        gap: null,
        danger: null,
      };
      const text = say(language, 'welcome.else');
      return { session: next, replies: [{ kind: 'say', text, options: [listOption(session)] }], effects: [] };
    }
    case 'restart': {
      const next = { ...newSession(session.municipality, language), counted: session.counted };
      return { session: next, replies: welcome(guide, next), effects: [] };
    }
    case 'forget':
      return {
        session: newSession(session.municipality, language),
        replies: [{ kind: 'forgotten', text: say(language, 'forgotten') }],
        effects: [{ kind: 'forget' }],
      };
  }
}

/** Mirrors a situation back, with the citizen's own words where they are short enough to quote. */
export function sayMirror(guide: Guide, session: Session, id: string): Reply {
  const { language } = session;
  const situation = inLanguage(guide.graph, language).situation(id);
  const words = session.told.at(-1) ?? '';
  const heard = words !== '' && words.length <= 160 ? `${say(language, 'listen.heard', { words })} ` : '';
  const { mirror = '', meeting = '' } = situation ?? {};
  const also = sayHeard(guide, session);
  return { kind: 'say', text: heard + say(language, 'listen.mirror', { mirror, meeting }) + also };
}

/** What was heard without being asked, so that the citizen can see it and change it. */
function sayHeard({ graph }: Guide, { language, told, situations }: Session): string {
  const { question } = inLanguage(graph, language);
  const labels = Object.entries(toldAnswers(graph, told, situations)).map(([id, answer]) =>
    answerInWords(question(id), answer),
  );
  return labels.length === 0 ? '' : ` ${say(language, 'listen.alsoHeard', { answers: labels.join(', ') })}`;
}

/** Every situation in the citizens' own words, to choose from; those already declined come last. */
function sayList({ graph }: Guide, { language, declined }: Session): Reply {
  const isDeclined = (id: string) => Number(declined.includes(id));
  const options = [...graph.situations.values()]
    .sort((a, b) => isDeclined(a.id) - isDeclined(b.id))
    .map(({ id, title }): Option => {
      const label = inLanguage(graph, language).situation(id)?.title ?? title;
      return { label, action: { kind: 'situation', situation: id } };
    });
  return { kind: 'ask', text: say(language, 'listen.list'), input: 'text', options };
}

/** The answers so far, each a button that asks its question again. */
function sayAnswers({ graph }: Guide, session: Session, here: Position): Reply {
  const { language } = session;
  const options = Object.entries(here.answers).flatMap(([id, answer]): Option[] => {
    const question = inLanguage(graph, language).question(id);
    if (question === undefined) return [];
    const said = answer === null ? say(language, 'ask.skip') : labelOf(question, answer);
    return [{ label: `${question.text} ${said}`, action: { kind: 'change', question: id } }];
  });
  const back = backOptions(session, here);
  if (options.length === 0) {
    const ways = back.length > 0 ? back : [listOption(session)];
    return { kind: 'say', text: say(language, 'plan.noAnswers'), options: ways };
  }
  const text = say(language, 'plan.yourAnswers');
  return { kind: 'ask', text, input: 'options', options: [...options, ...back] };
}
