import type { Contact, OverviewLine, PlanStep, PlanWords, Reply, StepProof } from '../../bot/reply.ts';

/**
 * A reply as markdown that carries everything it says: for Direct Line clients which do not know our own replies.
 * Every word is escaped, since any of them may come from what a citizen wrote.
 */
export function markdownOf(reply: Reply): string {
  switch (reply.kind) {
    case 'say':
    case 'ask':
    case 'forgotten':
      return escapeMarkdown(reply.text);
    case 'contact':
      return paragraphs([escapeMarkdown(reply.text), bullets(reply.contacts.map(contactLine))]);
    case 'crisis':
      return paragraphs([
        `**${inline(reply.title)}**`,
        escapeMarkdown(reply.text),
        bullets(reply.contacts.map(contactLine)),
        ...reply.afterwards.map(escapeMarkdown),
      ]);
    case 'step':
      return paragraphs([`**${inline(reply.step.title)}**`, stepDetails(reply.step, reply.words)]);
    case 'overview':
      return paragraphs([
        heading(2, reply.title),
        escapeMarkdown(reply.intro),
        bullets(reply.lines.map((line) => overviewLine(line, reply.words))),
      ]);
    case 'plan':
      return paragraphs([
        heading(2, reply.title),
        escapeMarkdown(reply.intro),
        ...reply.parts.flatMap((part) => [
          heading(3, part.heading),
          ...part.groups.flatMap((group) => [
            heading(4, group.heading),
            ...group.steps.flatMap((step) => [`**${inline(step.title)}**`, stepDetails(step, reply.words)]),
          ]),
        ]),
      ]);
  }
}

function stepDetails(step: PlanStep, words: PlanWords): string {
  return paragraphs([
    inline(step.provider) + (step.fits === 'maybe' ? ` (${inline(words.maybe)})` : ''),
    escapeMarkdown(step.what),
    bullets([
      labelled(words.why, step.why),
      labelled(words.how, step.how),
      labelled(words.byWhen, step.byWhen),
      labelled(words.cost, step.cost),
      labelled(words.bring, step.bring.length > 0 ? step.bring.join(', ') : undefined),
      ...step.contacts.map(contactLine),
      link(words.website, step.website),
      link(words.selfService, step.selfService),
      labelled(words.proof, [...step.proof.path, step.proof.rule].filter((part) => part !== '').join(' → ')),
      ...proofLines(step.proof, words),
    ]),
  ]);
}

function overviewLine(line: OverviewLine, words: PlanWords): string {
  const kind = line.kind === 'duty' ? words.duty : line.kind === 'right' ? words.right : '';
  const when = line.date === undefined ? line.when : `${line.when} (${line.date})`;
  const about = [kind, line.who].filter((part) => part !== '').join(', ');
  const sources = proofLines(line.proof, words).join(' · ');
  return `**${inline(when)}:** ${inline(line.what)}${about === '' ? '' : ` (${inline(about)})`}. ${sources}`;
}

function proofLines(proof: Omit<StepProof, 'path' | 'rule'>, words: PlanWords): readonly string[] {
  return [
    `${inline(words.source)}: ${inline(proof.source)}. ${inline(words.checked)}: ${inline(proof.checkedOn)}`,
    ...(proof.law === undefined ? [] : [labelled(words.law, proof.law) ?? '']),
    ...(proof.stale === undefined ? [] : [inline(proof.stale)]),
  ];
}

function contactLine(contact: Contact): string {
  const phone = contact.phone === undefined ? '' : `: **${inline(contact.phone)}**`;
  const rest = [contact.hours, contact.note].filter((part) => part !== undefined && part !== '');
  return `${inline(contact.name)}${phone}${rest.length === 0 ? '' : `. ${inline(rest.join('. '))}`}`;
}

function labelled(label: string, text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : `**${inline(label)}:** ${inline(text)}`;
}

function link(label: string, url: string | undefined): string | undefined {
  // Only addresses from the content come here, and only https; angle brackets end the address for certain.
  if (url === undefined || !/^https:\/\/[^\s<>]+$/.test(url)) return undefined;
  return `[${inline(label)}](<${url}>)`;
}

function heading(level: number, text: string): string {
  return text === '' ? '' : `${'#'.repeat(level)} ${inline(text)}`;
}

function bullets(lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined && line !== '')
    .map((line) => `- ${line}`)
    .join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Plain words on one line. */
function inline(text: string): string {
  return escapeMarkdown(
    text.includes('\n') || text.includes('\r') ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text,
  );
}

/** Most words hold nothing that markdown could take for markup, and this finds it out in one go. */
const suspicious = /[\\`*_[\]<>~|&$^\r\n]|:\/\/|^[\s#+=:-]|^\d{1,9}[.)]|\s$/;

/**
 * Plain words so that markdown shows them as they are: every character that can begin markup is escaped, and so is
 * what could make a line a heading, a list, a quotation, a rule or a block of code.
 */
export function escapeMarkdown(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*_[\]<>~|&$^]/g, '\\$&')
        .replace(/^([#+=:-])/, '\\$1')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2')
        .replace(/:(?=\/\/)/g, '\\:'),
    )
    .join('\n');
}
