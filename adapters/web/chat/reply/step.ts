import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../../bot/message.ts';
import type { PlanStep, PlanWords } from '../../../../bot/reply.ts';
import type { Words } from '../words.ts';
import { contacts } from './contacts.ts';
import { proof, staleMark } from './proof.ts';

export interface StepLook {
  readonly words: Words;
  readonly planWords: PlanWords;
  readonly language: Language;
  /** `brief` keeps what it is, the price and the proof behind a summary; `whole` shows all; `paper` cannot be unfolded. */
  readonly depth: 'brief' | 'whole' | 'paper';
}

/** One step: what to do, why, how, by when, whom to call, and its proof. The heading is the caller's. */
export function stepBody(step: PlanStep, look: StepLook): TemplateResult {
  const { words, planWords, language, depth } = look;
  const line = (label: string, text: string | undefined, name = '') =>
    text ? html`<div class=${name || nothing}><dt>${label}</dt><dd>${text}</dd></div>` : nothing;
  const more = html`
    ${step.what ? html`<p class="what">${step.what}</p>` : nothing}
    <dl class="facts">${line(planWords.cost, step.cost)}</dl>
    ${bring(step, planWords)}`;
  const hasMore = step.what !== '' || step.cost !== undefined || step.bring.length > 0;
  return html`
    ${step.provider ? html`<p class="provider">${step.provider}</p>` : nothing}
    ${step.fits === 'maybe' ? html`<p class="maybe">${planWords.maybe}</p>` : nothing}
    ${staleMark(step.proof)}
    ${depth === 'whole' ? more : nothing}
    <dl class="facts">
      ${line(planWords.why, step.why)} ${line(planWords.how, step.how)}
      ${line(planWords.byWhen, step.byWhen, 'by-when')}
    </dl>
    ${contacts(step.contacts, words)} ${links(step, planWords, depth)}
    ${depth === 'whole' || !hasMore ? nothing : html`<details ?open=${depth === 'paper'}><summary>${planWords.details}</summary>${more}</details>`}
    ${proof(step.proof, planWords, language, depth === 'paper')}`;
}

function bring(step: PlanStep, planWords: PlanWords): TemplateResult | typeof nothing {
  if (step.bring.length === 0) return nothing;
  return html`<p class="bring">${planWords.bring}</p><ul class="plain">${step.bring.map((thing) => html`<li>${thing}</li>`)}</ul>`;
}

function links(
  step: PlanStep,
  planWords: PlanWords,
  depth: StepLook['depth'],
): TemplateResult | typeof nothing {
  const all = [
    { label: planWords.selfService, url: step.selfService },
    { label: planWords.website, url: step.website },
  ].filter(({ url }) => url?.startsWith('https://'));
  if (all.length === 0) return nothing;
  return html`<ul class="links">${all.map(
    ({ label, url }) =>
      html`<li>${depth === 'paper' ? html`${label}: ${url}` : html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}<span class="host"> ${hostOf(url)}</span></a>`}</li>`,
  )}</ul>`;
}

const hostOf = (url = ''): string => url.slice(8).split('/')[0] ?? '';
