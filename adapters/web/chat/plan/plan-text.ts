import type { Language } from '../../../../bot/message.ts';
import type { PlanStep, PlanWords, Reply } from '../../../../bot/reply.ts';
import { dayInWords } from '../day.ts';

export type Plan = Extract<Reply, { kind: 'plan' }>;

/** The plan as plain text, to be pasted into a letter or a message. */
export function planText(plan: Plan, language: Language): string {
  const parts = plan.parts.flatMap((part) => [
    '',
    part.heading.toUpperCase(),
    ...part.groups.flatMap((group) => [
      '',
      group.heading,
      ...group.steps.flatMap((step) => ['', ...stepLines(step, plan.words, language)]),
    ]),
  ]);
  return [plan.title, '', plan.intro, ...parts].join('\n').trim();
}

function stepLines(step: PlanStep, words: PlanWords, language: Language): readonly string[] {
  const line = (label: string, text: string | undefined) => (text ? [`  ${label}: ${text}`] : []);
  const { proof } = step;
  return [
    `* ${step.title}${step.provider ? ` (${step.provider})` : ''}`,
    ...(step.fits === 'maybe' ? [`  ${words.maybe}`] : []),
    ...(proof.stale ? [`  ${proof.stale}`] : []),
    ...line(words.why, step.why),
    ...line(words.how, step.how),
    ...line(words.byWhen, step.byWhen),
    ...line(words.cost, step.cost),
    ...line(words.bring, step.bring.join(', ')),
    ...step.contacts.map(({ name, phone, hours }) => `  ${[name, phone, hours].filter(Boolean).join(' · ')}`),
    ...line(words.selfService, step.selfService),
    ...line(words.website, step.website),
    ...line(words.law, proof.law),
    `  ${words.source}: ${proof.source} (${words.checked} ${dayInWords(proof.checkedOn, language)})`,
  ];
}
