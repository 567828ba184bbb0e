import type { Contact, Option, PlanStep, PlanWords, Reply } from '../../bot/reply.ts';

/** Writes a reply for a terminal: everything it says, without its options. */
export function show(reply: Reply): string {
  switch (reply.kind) {
    case 'say':
    case 'ask':
    case 'forgotten':
      return reply.text;
    case 'plan': {
      const parts = reply.parts.map((part) => {
        const groups = part.groups.map(({ heading, steps }) =>
          [`  ${heading}`, ...steps.map((step) => indent(showStep(step, reply.words), 4))].join('\n'),
        );
        return [`── ${part.heading} ──`, ...groups].join('\n');
      });
      return [`══ ${reply.title} ══`, reply.intro, ...parts].join('\n\n');
    }
    case 'step':
      return [showStep(reply.step, reply.words), reply.step.what].join('\n');
    case 'overview': {
      const lines = reply.lines.map(({ date, when, kind, what, who, proof }) => {
        const mark = kind === 'info' ? '' : ` (${kind === 'duty' ? reply.words.duty : reply.words.right})`;
        const stale = proof.stale === undefined ? '' : ` ${proof.stale}`;
        return `• ${date ?? when}${date === undefined ? '' : ` (${when})`} – ${who}${mark}: ${what} [${proof.source}, ${proof.checkedOn}]${stale}`;
      });
      return [`══ ${reply.title} ══`, reply.intro, ...lines].join('\n');
    }
    case 'crisis':
      return [
        `!! ${reply.title} !!`,
        reply.text,
        ...reply.contacts.map(showContact),
        ...reply.afterwards.map((line) => `  ${line}`),
      ].join('\n');
    case 'contact':
      return [reply.text, ...reply.contacts.map(showContact)].join('\n');
  }
}

/** The options of a reply, if it has any. */
export function optionsOf(reply: Reply | undefined): readonly Option[] {
  return reply !== undefined && 'options' in reply ? (reply.options ?? []) : [];
}

function showStep(step: PlanStep, words: PlanWords): string {
  const { proof } = step;
  const maybe = step.fits === 'maybe' ? ` (${words.maybe})` : '';
  const lines = [
    `• ${step.title}${maybe} – ${step.provider}`,
    `  ${words.why}: ${step.why} ${proof.rule}.`,
    `  ${words.how}: ${step.how}`,
    ...(step.byWhen === undefined ? [] : [`  ${words.byWhen}: ${step.byWhen}`]),
    ...step.contacts.map((contact) => `  ${showContact(contact)}`),
    ...(step.website === undefined ? [] : [`  ${words.website}: ${step.website}`]),
    ...(proof.law === undefined ? [] : [`  ${words.law}: ${proof.law}`]),
    `  ${words.source}: ${proof.source} · ${words.checked}: ${proof.checkedOn}`,
    ...(proof.stale === undefined ? [] : [`  ! ${proof.stale}`]),
  ];
  return lines.join('\n');
}

function showContact({ name, phone, hours, note }: Contact): string {
  return `☎ ${phone ?? ''} ${name} – ${hours}${note === undefined ? '' : ` ${note}`}`;
}

function indent(text: string, width: number): string {
  return text.replace(/^/gm, ' '.repeat(width));
}
