import { html, type TemplateResult } from 'lit';

/** Words as paragraphs and line breaks. Whatever looks like markup is shown as it is written. */
export const paragraphs = (text: string): readonly TemplateResult[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="lines">${part.trim()}</p>`);
