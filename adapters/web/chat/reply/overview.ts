import { html, nothing, type TemplateResult } from 'lit';
import type { OverviewLine, Reply } from '../../../../bot/reply.ts';
import { dayInWords } from '../day.ts';
import type { Scene } from '../scene.ts';
import { options } from './options.ts';
import { proof, staleMark } from './proof.ts';
import { paragraphs } from './text.ts';

type Overview = Extract<Reply, { kind: 'overview' }>;

/** What happens when, as a line of milestones; duties and rights are marked in words. */
export function overview(reply: Overview, scene: Scene): TemplateResult {
  const line = (milestone: OverviewLine) => html`<li class=${`milestone ${milestone.kind}`}>
    <p class="when">${milestone.date ? html`<time datetime=${milestone.date}>${dayInWords(milestone.date, scene.language)}</time> · ` : nothing}${milestone.when}</p>
    <p class="what">${milestone.what}</p>
    <p class="marks">
      ${milestone.kind === 'info' ? nothing : html`<span class="mark">${milestone.kind === 'duty' ? reply.words.duty : reply.words.right}</span>`}
      <span>${milestone.who}</span>
    </p>
    ${staleMark(milestone.proof)} ${proof(milestone.proof, reply.words, scene.language, false)}
  </li>`;
  return html`<div class="sheet">
    <h3 tabindex="-1" data-focus>${reply.title}</h3>
    ${paragraphs(reply.intro)}
    <ol class="milestones">${reply.lines.map(line)}</ol>
    ${options(reply.options, scene)}
  </div>`;
}
