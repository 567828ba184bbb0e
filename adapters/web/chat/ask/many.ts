import type { Action } from '../../../../bot/message.ts';
import type { Option, Reply } from '../../../../bot/reply.ts';

export type Ask = Extract<Reply, { kind: 'ask' }>;

/** What ticking an option adds to the answer; null when it is a button of its own, such as "ved ikke". */
export function tickOf(option: Option, question: string | undefined): readonly string[] | null {
  const { action, quiet } = option;
  if (quiet || action.kind !== 'answer' || action.question !== question) return null;
  if (typeof action.value === 'string') return [action.value];
  return Array.isArray(action.value) && action.value.length > 0 ? action.value : null;
}

/** The one answer that several ticks make, with its label. */
export function answerOf(
  ticked: readonly Option[],
  question: string,
): { readonly label: string; readonly action: Action } {
  const value = ticked.flatMap((option) => tickOf(option, question) ?? []);
  return {
    label: ticked.map(({ label }) => label).join(', '),
    action: { kind: 'answer', question, value: [...new Set(value)] },
  };
}
