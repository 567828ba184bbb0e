import type { Graph } from '../knowledge/graph.ts';
import { inLanguage } from '../knowledge/in-language.ts';
import { exactOption, readOption, saysNone } from './answer.ts';
import { type Action, reasons } from './message.ts';
import type { Position } from './position.ts';
import { needOptions } from './say/needs.ts';
import type { Session } from './session.ts';
import { say } from './wording/wording.ts';

/**
 * The button that typed words stand for where the citizen now is, or null: the words of an option on the screen, or yes
 * and no to what was just offered. Tried before commands, since "noget andet" may be an answer. `read` says how closely
 * words must be those of the option.
 */
export function typedButton(
  graph: Graph,
  session: Session,
  here: Position,
  words: string,
  read: typeof readOption = readOption,
): Action | null {
  const { language, offered } = session;
  const { place } = here;
  if (offered !== null) {
    const answer = offeredAnswer(session, here, words, read);
    if (answer === 'ja') return { kind: 'situation', situation: offered, add: here.situations.length > 0 };
    if (answer === 'i-stedet') return { kind: 'situation', situation: offered };
    if (answer === 'nej') return { kind: here.situations.length > 0 ? 'continue' : 'none' };
  }
  switch (place.kind) {
    case 'asking': {
      const { id, kind } = place.question;
      const { options } = inLanguage(graph, language).question(id) ?? place.question;
      const value = exactOption(options, words);
      if (value !== undefined)
        return { kind: 'answer', question: id, value: kind === 'choices' ? [value] : value };
      const isChoice = kind === 'choice' || kind === 'choices';
      if (!isChoice || !saysNone(words) || options.some((option) => option.value === 'nej')) return null;
      return { kind: 'answer', question: id, value: kind === 'choices' ? [] : null };
    }
    case 'gap':
      return inGap(graph, session, here, place.stage, words, read);
    case 'listening':
    case 'plan':
      return null;
  }
}

/** What typed words say to the situation that is offered: the only one heard, or one beside those known. */
function offeredAnswer(
  { language }: Session,
  here: Position,
  words: string,
  read: typeof readOption,
): string | undefined {
  if (here.situations.length === 0) {
    const answers = [
      { value: 'ja', label: say(language, 'listen.oneYes') },
      { value: 'nej', label: say(language, 'listen.notThis') },
    ];
    return read(answers, words);
  }
  const answers = [
    { value: 'ja', label: say(language, 'listen.alsoYes') },
    { value: 'i-stedet', label: say(language, 'listen.alsoInstead') },
    { value: 'nej', label: say(language, 'listen.alsoNo') },
  ];
  return read(answers, words);
}

function inGap(
  graph: Graph,
  { language }: Session,
  here: Position,
  stage: 'need' | 'reason' | 'consent',
  words: string,
  read: typeof readOption,
): Action | null {
  const cancel = { value: 'fortryd', label: say(language, 'gap.cancel') };
  if (exactOption([cancel], words) !== undefined) return { kind: 'plan' };
  switch (stage) {
    case 'need': {
      const needs = needOptions(graph, here, language);
      return needs.find(({ label }) => exactOption([{ value: label, label }], words))?.action ?? null;
    }
    case 'reason': {
      const labels = reasons.map((value) => ({ value, label: say(language, `gap.reasons.${value}`) }));
      const said = read(labels, words);
      const reason = reasons.find((one) => one === said);
      return reason === undefined ? null : { kind: 'reason', reason };
    }
    case 'consent': {
      const labels = [
        { value: 'ja', label: say(language, 'gap.yes') },
        { value: 'nej', label: say(language, 'gap.no') },
      ];
      const said = read(labels, words);
      return said === undefined ? null : { kind: 'consent', words: said === 'ja' };
    }
  }
}
