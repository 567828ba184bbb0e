import { inLanguage } from '../../knowledge/in-language.ts';
import { answerInWords } from '../answer.ts';
import type { Guide } from '../guide.ts';
import { coarseFacts } from '../insight/unmet-need.ts';
import { reasons } from '../message.ts';
import { candidates, firstFew, layOut } from '../plan.ts';
import type { Position } from '../position.ts';
import type { Option, Reply } from '../reply.ts';
import type { Session } from '../session.ts';
import { say } from '../wording/wording.ts';
import { needOptions } from './needs.ts';
import { planOptions, planWords } from './plan-words.ts';
import { askQuestion } from './question.ts';

/** What the guide says where the citizen now stands. */
export function sayPlace(guide: Guide, session: Session, position: Position, day: string): readonly Reply[] {
  const { language } = session;
  const { place } = position;
  switch (place.kind) {
    case 'listening':
      return [{ kind: 'say', text: say(language, 'listen.open'), options: [listOption(session)] }];
    case 'asking':
      return [askQuestion(guide.graph, session, position, place.question, place.again)];
    case 'gap':
      return [sayGap(guide, session, position, place.stage)];
    case 'plan':
      return [sayPlan(guide, session, position, day, 'few')];
  }
}

/** The plan, with its first few steps or with all of them. */
export function sayPlan(
  guide: Guide,
  session: Session,
  position: Position,
  day: string,
  how: 'few' | 'all',
): Reply {
  const { language } = session;
  const { graph } = guide;
  const asker = { graph, facts: position.facts, language, day };
  const all = candidates(asker, position.reached);
  const shown = how === 'all' ? all : firstFew(all, graph);
  return {
    kind: 'plan',
    title: say(language, 'plan.title'),
    intro: say(language, all.length === 0 ? 'plan.empty' : 'plan.intro'),
    parts: layOut(asker, shown),
    words: planWords(language),
    hidden: all.length - shown.length,
    options: planOptions(guide, session, position, all.length - shown.length),
  };
}

export function listOption({ language }: Session): Option {
  return { label: say(language, 'welcome.list'), action: { kind: 'none' }, quiet: true };
}

function sayGap(
  guide: Guide,
  session: Session,
  position: Position,
  stage: 'need' | 'reason' | 'consent',
): Reply {
  const { language, gap } = session;
  const cancel: Option = { label: say(language, 'gap.cancel'), action: { kind: 'plan' }, quiet: true };
  switch (stage) {
    case 'need':
      return {
        kind: 'ask',
        text: say(language, 'gap.ask'),
        input: 'text',
        options: [...needOptions(guide.graph, position, language), cancel],
      };
    case 'reason': {
      const options = reasons.map(
        (reason): Option => ({
          label: say(language, `gap.reasons.${reason}`),
          action: { kind: 'reason', reason },
        }),
      );
      return {
        kind: 'ask',
        text: say(language, 'gap.reason'),
        input: 'options',
        options: [...options, cancel],
      };
    }
    case 'consent': {
      const words = gap?.words ?? '';
      const answers = coarseFacts(position.facts).map(([id, answer]) =>
        answerInWords(inLanguage(guide.graph, language).question(id), answer),
      );
      const kept = [
        words === '' ? [] : say(language, 'gap.quote', { words }),
        answers.length === 0 ? [] : say(language, 'gap.quoteAnswers', { answers: answers.join('; ') }),
      ];
      const quote = kept.flat().join(' ');
      return {
        kind: 'ask',
        text: say(language, 'gap.consent', { words: quote }).trim(),
        input: 'options',
        options: [
          { label: say(language, 'gap.yes'), action: { kind: 'consent', words: true } },
          { label: say(language, 'gap.no'), action: { kind: 'consent', words: false } },
          cancel,
        ],
      };
    }
  }
}
