import { html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../../../../bot/reply.ts';
import { languageNames, tagOf } from '../language.ts';
import type { Scene } from '../scene.ts';

/** Answers as full buttons, what is offered beside them as quiet ones below, languages in a row of their own. */
export function options(
  all: readonly Option[],
  scene: Scene,
  labelledBy?: string,
): TemplateResult | typeof nothing {
  if (!scene.isCurrent || all.length === 0) return nothing;
  const languages = all.filter(({ action }) => action.kind === 'language');
  const others = all.filter(({ action }) => action.kind !== 'language');
  const answers = others.filter(({ quiet }) => !quiet);
  const beside = others.filter(({ quiet }) => quiet);
  return html`<div class="options" role="group" aria-labelledby=${labelledBy ?? nothing}
    aria-label=${labelledBy ? nothing : scene.words.answers}>
    ${answers.length > 0 ? html`<div class="answers">${answers.map((option) => button(option, scene, 'answer'))}</div>` : nothing}
    ${beside.length > 0 ? html`<div class="beside">${beside.map((option) => button(option, scene, 'quiet'))}</div>` : nothing}
    ${languages.length > 0 ? html`<div class="beside">${languages.map((option) => button(option, scene, 'quiet'))}</div>` : nothing}
  </div>`;
}

function button(option: Option, scene: Scene, look: 'answer' | 'quiet'): TemplateResult {
  const { label, action } = option;
  // A language is named in itself, so that it is read aloud as itself.
  const own = action.kind === 'language' && label === languageNames[action.language];
  return html`<button type="button" class=${look} lang=${own ? tagOf(action.language) : nothing}
    @click=${() => scene.choose(label, action)}>${label}</button>`;
}
