import type { Guide } from '../guide.ts';
import type { Reply } from '../reply.ts';
import type { Session } from '../session.ts';
import { say } from '../wording/wording.ts';

/** The first words: that this is a machine, what it keeps, how to leave. */
export function welcome({ keepDays }: Pick<Guide, 'keepDays'>, { language }: Session): readonly Reply[] {
  return [
    { kind: 'say', text: say(language, 'welcome.hello') },
    {
      kind: 'say',
      text:
        keepDays > 0
          ? say(language, 'welcome.keeps', { days: keepDays })
          : say(language, 'welcome.keepsNothing'),
      options: [{ label: say(language, 'welcome.list'), action: { kind: 'none' }, quiet: true }],
    },
  ];
}
