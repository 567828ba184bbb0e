import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../../bot/message.ts';
import type { PlanWords, StepProof } from '../../../../bot/reply.ts';
import { dayInWords } from '../day.ts';
import { icons } from '../icons.ts';

type Shown = Omit<StepProof, 'path' | 'rule'> & Partial<Pick<StepProof, 'path' | 'rule'>>;

/** A warning in words that a source is old; it stands in the open, not behind the proof. */
export const staleMark = ({ stale }: Shown): TemplateResult | typeof nothing =>
  stale ? html`<p class="stale">${icons.warn}<span>${stale}</span></p>` : nothing;

/** Why something stands here: the way to it, the rule, the law, the source and the day it was checked. */
export function proof(shown: Shown, words: PlanWords, language: Language, open: boolean): TemplateResult {
  return html`<details class="proof" ?open=${open}>
    <summary>${words.proof}</summary>
    ${
      shown.path && shown.path.length > 0
        ? html`<p class="path">${shown.path.map(
            (place, at) =>
              html`${at > 0 ? html`<span class="arrow" aria-hidden="true"> → </span>` : nothing}<span>${place}</span>`,
          )}</p>`
        : nothing
    }
    ${shown.rule ? html`<p>${shown.rule}</p>` : nothing}
    <dl>
      ${shown.law ? html`<dt>${words.law}</dt><dd>${shown.law}</dd>` : nothing}
      <dt>${words.source}</dt><dd>${shown.source}</dd>
      <dt>${words.checked}</dt><dd>${dayInWords(shown.checkedOn, language)}</dd>
    </dl>
  </details>`;
}
