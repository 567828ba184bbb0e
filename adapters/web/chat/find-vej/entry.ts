import { html, nothing, type TemplateResult } from 'lit';
import { directionOf, languageOf, tagOf } from '../language.ts';
import { reply } from '../reply/reply.ts';
import type { Scene } from '../scene.ts';
import type { Entry, Own } from '../transcript.ts';
import type { Words } from '../words.ts';

export interface EntryLook {
  readonly scene: Scene;
  /** It only comes back after a reload. */
  readonly isHistory: boolean;
  /** Focus goes to it, so the log does not announce it as well. */
  readonly isFocused: boolean;
  readonly retry: (key: string) => void;
}

/** One entry of the conversation. */
export function entry(one: Entry, look: EntryLook): TemplateResult {
  const { scene, isHistory, isFocused } = look;
  if (one.kind === 'own') return own(one, scene.words, look.retry);
  // What was said before the citizen chose another language keeps its own, and its own way of writing.
  const language = languageOf(one.locale);
  return html`<div class="said" data-key=${one.key} lang=${language ? tagOf(language) : nothing}
    dir=${language ? directionOf(language) : nothing}
    aria-live=${isHistory || isFocused ? 'off' : nothing}>
    <span class="unseen">${scene.words.guide}: </span>${reply(one.reply, scene, isHistory)}
  </div>`;
}

function own({ key, text, delivery }: Own, words: Words, retry: (key: string) => void): TemplateResult {
  return html`<div class="own" data-key=${key} aria-live="off" tabindex="-1">
    <span class="unseen">${words.you}: </span><p class="lines" dir="auto">${text}</p>
    ${delivery === 'waiting' ? html`<p class="state">${words.waiting}</p>` : nothing}
    ${
      delivery === 'failed'
        ? html`<p class="state failed">${words.notSent}
            <button type="button" class="quiet" @click=${() => retry(key)}>${words.retry}</button></p>`
        : nothing
    }
  </div>`;
}
