import type { Nodes } from './graph.ts';
import type { Kind } from './kinds.ts';
import type { Locate } from './overlay.ts';
import type { Problem } from './problem.ts';
import { contentLanguages } from './translation.ts';

const translated = ['situations', 'needs', 'questions', 'crises'] as const satisfies readonly Kind[];

/** Translations of what is not there, and how much each language still lacks. */
export function untranslated(nodes: Nodes, locate: Locate): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [id, translation] of nodes.translations) {
    for (const kind of translated) {
      for (const target of Object.keys(translation[kind])) {
        if (nodes[kind].has(target)) continue;
        const place = {
          ...locate('translations', id, [kind, target]),
          path: `translations.${id}.${kind}.${target}`,
        };
        const hint = 'remove the translation, or correct its id';
        problems.push({
          severity: 'note',
          code: 'translates-nothing',
          ...place,
          message: `there is no ${target} to translate`,
          hint,
        });
      }
    }
  }
  for (const language of contentLanguages) {
    const own = [...nodes.translations.values()].filter((translation) => translation.language === language);
    if (own.length === 0) continue;
    for (const kind of translated) {
      const missing = [...nodes[kind].keys()].filter(
        (id) => !own.some((translation) => id in translation[kind]),
      );
      if (missing.length === 0) continue;
      const [first] = own;
      const place = {
        ...locate('translations', first?.id ?? '', [kind]),
        path: `translations.${first?.id}.${kind}`,
      };
      const message = `${missing.length} ${kind} are told in Danish only: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' …' : ''}`;
      problems.push({
        severity: 'note',
        code: 'untranslated',
        ...place,
        message,
        hint: `write them in ${language}`,
      });
    }
  }
  return problems;
}
