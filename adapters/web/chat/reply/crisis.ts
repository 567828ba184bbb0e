import { html, nothing, type TemplateResult } from 'lit';
import type { Reply } from '../../../../bot/reply.ts';
import type { Scene } from '../scene.ts';
import { contacts } from './contacts.ts';
import { paragraphs } from './text.ts';

type Crisis = Extract<Reply, { kind: 'crisis' }>;

/** Whom to call, in large numbers. Announced at once, except when it only comes back after a reload. */
export function crisis(reply: Crisis, scene: Scene, isHistory: boolean): TemplateResult {
  return html`<div class="crisis" role=${isHistory ? nothing : 'alert'}>
    <h3 tabindex="-1" data-focus>${reply.title}</h3>
    ${paragraphs(reply.text)} ${contacts(reply.contacts, scene.words)}
    ${reply.afterwards.length > 0 ? html`<ul class="plain">${reply.afterwards.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
  </div>`;
}
