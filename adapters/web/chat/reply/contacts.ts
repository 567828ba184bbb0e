import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../../bot/reply.ts';
import { icons } from '../icons.ts';
import type { Words } from '../words.ts';

/** A number that can be called by pressing it. */
export const phoneLink = (phone: string, words: Words): TemplateResult =>
  html`<a class="phone" href=${`tel:${phone.replace(/[^\d+]/g, '')}`}>${icons.phone}<span
    ><span class="unseen">${words.phone} </span><bdi dir="ltr">${phone}</bdi></span></a>`;

/** People to call: who, the number, when, and what to know. */
export function contacts(list: readonly Contact[], words: Words): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul class="contacts">
    ${list.map(
      ({ name, phone, hours, note }) => html`<li>
        <span class="name">${name}</span>
        ${phone ? phoneLink(phone, words) : nothing}
        ${hours ? html`<span class="hours">${hours}</span>` : nothing}
        ${note ? html`<span class="note">${note}</span>` : nothing}
      </li>`,
    )}
  </ul>`;
}
