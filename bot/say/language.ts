import type { Language } from '../message.ts';
import type { Reply } from '../reply.ts';
import { say } from '../wording/wording.ts';

/** That the guide now answers in another language, with the way back to Danish. */
export function sayLanguage(language: Language): Reply {
  const text = say(language, 'language', { language: say(language, `languages.${language}`) });
  if (language === 'da') return { kind: 'say', text };
  return {
    kind: 'say',
    text,
    options: [{ label: 'Dansk', action: { kind: 'language', language: 'da' }, quiet: true }],
  };
}
