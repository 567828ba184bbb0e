import { html, type TemplateResult } from 'lit';
import type { Reply } from '../../../../bot/reply.ts';
import type { Scene } from '../scene.ts';
import { contacts } from './contacts.ts';
import { crisis } from './crisis.ts';
import { options } from './options.ts';
import { overview } from './overview.ts';
import { stepBody } from './step.ts';
import { paragraphs } from './text.ts';

/** Renders a reply of any kind. `isHistory` tells what only comes back after a reload. */
export function reply(said: Reply, scene: Scene, isHistory: boolean): TemplateResult {
  switch (said.kind) {
    case 'say':
      return html`<div class="bubble" tabindex="-1" data-focus>${paragraphs(said.text)}</div>${options(said.options ?? [], scene)}`;
    case 'ask':
      return html`<find-vej-ask .ask=${said} .scene=${scene}></find-vej-ask>`;
    case 'plan':
      return html`<find-vej-plan .plan=${said} .scene=${scene}></find-vej-plan>`;
    case 'step':
      return html`<div class="sheet step">
        <h3 tabindex="-1" data-focus>${said.step.title}</h3>
        ${stepBody(said.step, { words: scene.words, planWords: said.words, language: scene.language, depth: 'whole' })}
        ${options(said.options, scene)}
      </div>`;
    case 'overview':
      return overview(said, scene);
    case 'crisis':
      return crisis(said, scene, isHistory);
    case 'contact':
      return html`<div class="bubble" tabindex="-1" data-focus>${paragraphs(said.text)} ${contacts(said.contacts, scene.words)}</div>${options(said.options, scene)}`;
    case 'forgotten':
      return html`<div class="bubble" tabindex="-1" data-focus>${paragraphs(said.text)}</div>`;
  }
}

/** Whether a reply wants to be pressed or read at length, so that focus goes to it rather than staying in the field. */
export function wantsFocus(said: Reply): boolean {
  switch (said.kind) {
    case 'ask':
      return said.input !== 'text';
    case 'say':
    case 'contact':
      return (said.options?.length ?? 0) > 0;
    case 'plan':
    case 'step':
    case 'overview':
      return true;
    case 'crisis':
    case 'forgotten':
      return false;
  }
}
