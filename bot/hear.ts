import type { CrisisCard } from '../knowledge/crisis.ts';
import type { Graph } from '../knowledge/graph.ts';
import { inLanguage } from '../knowledge/in-language.ts';
import { act, sayMirror } from './act.ts';
import { exactOption, readAnswer, readOption } from './answer.ts';
import type { Effect } from './effect.ts';
import { goOn, show } from './go-on.ts';
import type { Guide } from './guide.ts';
import { unmetNeed } from './insight/unmet-need.ts';
import { beginning, legible, pieces } from './legible.ts';
import type { Action } from './message.ts';
import type { Outcome, Turn } from './outcome.ts';
import { type Place, type Position, position } from './position.ts';
import { mask } from './privacy/mask.ts';
import type { Option, Reply } from './reply.ts';
import { sayLanguage } from './say/language.ts';
import { sayCrisis, sayPerson, sayStay } from './say/person.ts';
import { listOption, sayPlace } from './say/place.ts';
import { keptWords, mostTellingsKept, type Session } from './session.ts';
import { theirLanguage } from './their-language.ts';
import { toldAnswers } from './told-answers.ts';
import { typedButton } from './typed-button.ts';
import { typedLabel } from './typed-label.ts';
import { command } from './understand/commands.ts';
import { dangerByRule } from './understand/crisis.ts';
import { smallTalk } from './understand/small-talk.ts';
import type { Scored, Understanding } from './understand/understanding.ts';
import { wordsOf } from './understand/words.ts';
import type { Key } from './wording/shape.ts';
import { say } from './wording/wording.ts';

/** From this likelihood on, and this far ahead of the next, one situation is taken as meant and mirrored back. */
const clear = 0.6;
const clearLead = 0.25;
/** From this likelihood on a situation is worth offering to choose from. */
const possible = 0.12;
const mostOffered = 3;

/** Hears typed words: crisis gate, privacy gate, then button, command, answer or telling. */
export function hear(guide: Guide, given: Session, text: string, day: string): Turn {
  const whole = legible(text);
  const raw = beginning(whole);
  const [first = '', ...more] = pieces(whole);
  const understood = more.length === 0 ? guide.understand(raw) : null;
  const here = position(guide.graph, given, day);
  const read = understood === null ? crisisIn(guide, [first, ...more]) : understood.card;
  const button = more.length === 0 ? buttonIn(guide, given, here, raw, read !== null) : null;
  const crisis = button === null || isDangerNamed(raw, given.language) ? read : null;
  const language =
    button === null ? theirLanguage(given, understood ?? guide.understand(first), raw) : given.language;
  const session: Session = { ...given, language, danger: crisis ?? given.danger };
  const masked = mask(raw);
  const before = [
    ...crisisReplies(guide, session, crisis, day),
    ...privacyReplies(session, masked),
    ...(language === given.language ? [] : [sayLanguage(language)]),
  ];
  const words = masked.text.trim();
  const outcome = hearMasked(guide, session, words, {
    inCrisis: crisis !== null,
    day,
    here,
    understanding:
      masked.found.length === 0 && understood !== null ? () => understood : () => guide.understand(words),
  });
  return { ...outcome, replies: [...before, ...outcome.replies], heard: masked.text };
}

/** The button that typed words stand for: one of those on the screen, or a command. In danger "ja" alone is no button. */
function buttonIn(
  { graph }: Guide,
  session: Session,
  here: Position,
  words: string,
  inCrisis: boolean,
): Action | null {
  const { language } = session;
  const read = inCrisis ? exactOption : readOption;
  return (
    typedButton(graph, session, here, words.trim(), read) ??
    typedLabel(language, words) ??
    command(words, language)
  );
}

/** Our own words on a button mean no danger, whatever a model may hear in them; danger that is named still counts. */
function isDangerNamed(words: string, language: Session['language']): boolean {
  return dangerByRule(wordsOf(words), language) !== null;
}

/** What is known of typed words when they are carried on. */
interface Hearing {
  readonly inCrisis: boolean;
  readonly day: string;
  /** Where the citizen stood when the words came; neither language nor danger moves it. */
  readonly here: Position;
  readonly understanding: () => Understanding;
}

function hearMasked(guide: Guide, given: Session, words: string, hearing: Hearing): Outcome {
  const { language } = given;
  const { day } = hearing;
  if (!/[\p{L}\p{N}]/u.test(words))
    return goOn(guide, given, day, { kind: 'say', text: say(language, 'listen.empty') });
  const { here } = hearing;
  const button = buttonIn(guide, given, here, words, hearing.inCrisis);
  if (button !== null) return act(guide, given, button, day);

  const session: Session = { ...given, offered: null };
  const { place } = here;
  const talk = place.kind === 'gap' ? null : smallTalk(words);
  if (talk === 'greeting')
    return goOn(guide, session, day, { kind: 'say', text: say(language, 'listen.greeting') });
  if (talk === 'thanks') return show(session, { kind: 'say', text: say(language, 'listen.thanks') });
  // In danger nothing else goes on: no answer is read out of the words and no gap is counted.
  if (hearing.inCrisis && place.kind === 'gap') return show({ ...session, gap: null }, sayStay(language));
  if (place.kind === 'gap') {
    if (place.stage !== 'need') return notUnderstood(guide, session, here, 'ask.notAnswer', day);
    return goOn(guide, { ...session, gap: { need: null, words: keptWords(words), reason: null } }, day);
  }
  if (place.kind === 'asking' && !hearing.inCrisis) {
    const asked = inLanguage(guide.graph, language).question(place.question.id) ?? place.question;
    const value = readAnswer(asked, words);
    if (value !== undefined)
      return act(guide, session, { kind: 'answer', question: place.question.id, value }, day);
  }
  const next = tell(guide.graph, session, words);
  return here.situations.length > 0 ? hearMore(guide, next, here, hearing) : hearFirst(guide, next, hearing);
}

/** Keeps what was told: the latest few tellings, and what was heard in those that are let go. */
function tell(graph: Graph, session: Session, words: string): Session {
  const told = [...session.told, keptWords(words)];
  if (told.length <= mostTellingsKept) return { ...session, told };
  const answers = { ...toldAnswers(graph, session.told, session.situations), ...session.answers };
  return { ...session, answers, told: told.slice(-mostTellingsKept) };
}

/** Words while no situation is known: one clear one is mirrored, several are offered, else it is asked openly. */
function hearFirst(guide: Guide, session: Session, { inCrisis, day, understanding }: Hearing): Outcome {
  const heard = understanding();
  const { language } = session;
  const { graph } = guide;
  const here = position(graph, session, day);
  const likely = heard.situations.filter(({ id }) => !session.declined.includes(id));
  const [best, second] = likely;
  if (best !== undefined && best.score >= clear && best.score - (second?.score ?? 0) >= clearLead) {
    if (graph.situations.has(best.id)) return takeUp(guide, session, best.id, day);
    if (!inCrisis && session.danger === null) {
      const text = say(language, 'listen.noContentYet');
      return show({ ...session, lost: 0 }, { kind: 'say', text }, sayPerson(graph, session, here, day));
    }
  }
  if (inCrisis) return show(session, sayStay(language));
  const offered = likely
    .filter(({ id, score }) => score >= possible && graph.situations.has(id))
    .slice(0, mostOffered);
  if (offered.length > 0 && heard.scope === 'in') return offer(guide, session, offered);
  const [service] = heard.services;
  if (service !== undefined && service.score >= clear && graph.services.has(service.id)) {
    return act(guide, { ...session, lost: 0 }, { kind: 'step', step: service.id }, day);
  }
  if (session.danger !== null) return stay(guide, session, day);
  if (heard.scope === 'out')
    return show(session, { kind: 'say', text: say(language, 'listen.out'), options: [listOption(session)] });
  return notUnderstood(guide, session, here, 'listen.unsure', day);
}

/** Asks which of the likely situations it is; a single one can be answered with yes or no. */
function offer({ graph }: Guide, session: Session, likely: readonly Scored[]): Outcome {
  const { language } = session;
  const title = (id: string) => inLanguage(graph, language).situation(id)?.title ?? id;
  const [only, ...others] = likely;
  const isOne = only !== undefined && others.length === 0;
  const options = likely.map(
    ({ id }): Option => ({
      label: isOne ? say(language, 'listen.oneYes') : title(id),
      action: { kind: 'situation', situation: id },
    }),
  );
  const none: Option = {
    label: say(language, isOne ? 'listen.notThis' : 'listen.noneOfThese'),
    action: { kind: 'none' },
  };
  const text = isOne
    ? say(language, 'listen.one', { title: title(only.id) })
    : say(language, 'listen.several');
  return show(
    { ...session, lost: 0, offered: isOne ? only.id : null },
    { kind: 'ask', text, input: 'text', options: [...options, none] },
  );
}

/** Words while a situation is known: another situation is offered beside it, a service is shown, else it goes on. */
function hearMore(
  guide: Guide,
  session: Session,
  here: Position,
  { inCrisis, day, understanding }: Hearing,
): Outcome {
  const heard = understanding();
  const { language } = session;
  const { graph } = guide;
  const [other] = heard.situations.filter(
    ({ id }) => !here.situations.includes(id) && graph.situations.has(id),
  );
  const isSame = heard.situations[0] !== undefined && here.situations.includes(heard.situations[0].id);
  if (other !== undefined && other.score >= clear) {
    const title = inLanguage(graph, language).situation(other.id)?.title ?? other.id;
    const options: Option[] = [
      {
        label: say(language, 'listen.alsoYes'),
        action: { kind: 'situation', situation: other.id, add: true },
      },
      { label: say(language, 'listen.alsoInstead'), action: { kind: 'situation', situation: other.id } },
      { label: say(language, 'listen.alsoNo'), action: { kind: 'continue' } },
    ];
    return show(
      { ...session, lost: 0, offered: other.id },
      { kind: 'ask', text: say(language, 'listen.also', { title }), input: 'options', options },
    );
  }
  if (inCrisis) return show(session, sayStay(language));
  const [service] = heard.services;
  if (service !== undefined && service.score >= clear && graph.services.has(service.id)) {
    return act(guide, { ...session, lost: 0 }, { kind: 'step', step: service.id }, day);
  }
  if (isSame && (heard.situations[0]?.score ?? 0) >= clear) {
    const next = { ...session, lost: 0 };
    return show(
      next,
      { kind: 'say', text: say(language, 'listen.kept') },
      ...sayPlace(guide, next, here, day),
    );
  }
  return notUnderstood(guide, session, here, notAnswered(here.place), day);
}

/** What is said to words that answer nothing: how the question at hand can be answered. */
function notAnswered(place: Place): Key {
  if (place.kind !== 'asking') return 'listen.unsure';
  const { kind } = place.question;
  return kind === 'number' || kind === 'date' ? `ask.${kind}` : 'ask.notAnswer';
}

/** Takes a situation as the one meant, mirrors it back and goes on; what else fits is offered with the plan. */
function takeUp(guide: Guide, session: Session, id: string, day: string): Outcome {
  const next: Session = { ...session, situations: [id], asking: 'few', changing: null, lost: 0 };
  const replies = sayPlace(guide, next, position(guide.graph, next, day), day);
  return show(next, sayMirror(guide, next, id), ...replies);
}

/** Owns up to not understanding; the second time in a row a person is offered, and the fault is counted once. */
function notUnderstood(guide: Guide, session: Session, here: Position, key: Key, day: string): Outcome {
  if (session.danger !== null) return stay(guide, session, day);
  const { language } = session;
  const lost = session.lost + 1;
  const isListening = here.place.kind === 'listening';
  const again = isListening ? [] : sayPlace(guide, session, here, day);
  if (lost < 2) {
    const options = isListening ? [listOption(session)] : [];
    return show({ ...session, lost }, { kind: 'say', text: say(language, key), options }, ...again);
  }
  const isCounted = session.counted.includes('not_understood');
  const counted = isCounted ? session.counted : [...session.counted, 'not_understood'];
  const [situation = null] = here.situations;
  const fault = {
    situation,
    need: null,
    reason: 'not_understood' as const,
    words: null,
    facts: {},
    agreed: false,
  };
  const effects: Effect[] = isCounted
    ? []
    : [{ kind: 'record-unmet-need', need: unmetNeed(session, day, fault) }];
  const person = sayPerson(guide.graph, session, here, day);
  const text: Reply = { kind: 'say', text: say(language, 'listen.lost'), options: [listOption(session)] };
  return { session: { ...session, lost, counted }, replies: [text, person, ...again], effects };
}

/** After danger nobody is sent away: the numbers once more, and that there is time to tell. */
function stay(guide: Guide, session: Session, day: string): Outcome {
  return show(session, ...crisisReplies(guide, session, session.danger, day), sayStay(session.language));
}

/** The danger in a long text, read piece by piece so that no word of it goes unread. */
function crisisIn(guide: Guide, parts: readonly string[]): CrisisCard | null {
  for (const part of parts) {
    const { card } = guide.understand(part);
    if (card !== null) return card;
  }
  return null;
}

function crisisReplies(
  guide: Guide,
  { language }: Session,
  crisis: CrisisCard | null,
  day: string,
): readonly Reply[] {
  const card = crisis === null ? null : sayCrisis(guide.graph, crisis, language, day);
  return card === null ? [] : [card];
}

function privacyReplies({ language }: Session, { found }: ReturnType<typeof mask>): readonly Reply[] {
  if (found.length === 0) return [];
  const names = [...new Set(found)].map((kind) => say(language, `privacy.${kind}`));
  const list = names.join(say(language, 'privacy.and'));
  return [{ kind: 'say', text: say(language, 'privacy.masked', { found: list }) }];
}
