import { html, nothing, type TemplateResult } from 'lit';
import type { Action, Language } from '../../../../bot/message.ts';
import type { Conversation } from '../conversation.ts';
import { icons } from '../icons.ts';
import { languageNames, tagOf } from '../language.ts';
import { phoneLink } from '../reply/contacts.ts';
import type { Words } from '../words.ts';

/** The top: what this is, the way out, and the panel's own buttons where there is a panel. */
export function header(
  words: Words,
  heading: string,
  isLarge: boolean,
  act: { readonly exit: () => void; readonly close?: () => void; readonly resize?: () => void },
): TemplateResult {
  const icon = (label: string, sign: unknown, press: (() => void) | undefined, name: string) =>
    press
      ? html`<button type="button" class=${`icon ${name}`} aria-label=${label} @click=${press}>${sign}</button>`
      : nothing;
  return html`<div class="head">
    <h2 id="title" tabindex="-1">${icons.way}<span>${heading}</span></h2>
    <button type="button" class="exit flips" aria-describedby="exit-hint" @click=${act.exit}>
      ${icons.leave}<span>${words.exit}</span></button>
    <span id="exit-hint" hidden>${words.exitHint}</span>
    ${icon(isLarge ? words.smaller : words.larger, isLarge ? icons.smaller : icons.larger, act.resize, 'size')}
    ${icon(words.close, icons.close, act.close, 'close')}
  </div>`;
}

/** The languages, when the server offers any. */
export function languageMenu(
  words: Words,
  { languages, language }: Conversation,
  choose: (language: Language) => void,
): TemplateResult | typeof nothing {
  if (languages.length === 0) return nothing;
  const pick = (event: Event) => {
    const chosen = languages.find((one) => one === (event.target as HTMLSelectElement).value);
    if (chosen) choose(chosen);
  };
  return html`<div class="bar"><label>${icons.globe}<span class="unseen">${words.language}</span>
    <select @change=${pick}>
      ${languages.map(
        (one) =>
          html`<option value=${one} lang=${tagOf(one)} ?selected=${one === language}>${languageNames[one]}</option>`,
      )}
    </select></label></div>`;
}

/** How it stands with the connection, with the way out of every trouble. */
export function notices(
  words: Words,
  conversation: Conversation,
  isTroubled: boolean,
  act: { readonly retry: () => void; readonly anew: () => void },
): TemplateResult | typeof nothing {
  const retry = html`<button type="button" @click=${act.retry}>${words.retry}</button>`;
  if (conversation.connection === 'ended') {
    return html`<div class="notice"><span>${words.ended}</span><button type="button" @click=${act.anew}>${words.startAnew}</button></div>`;
  }
  if (conversation.connection === 'offline')
    return html`<div class="notice"><span>${words.offline}</span>${retry}</div>`;
  if (isTroubled && conversation.connection === 'reconnecting') {
    return html`<div class="notice"><span>${words.reconnecting}</span>${retry}</div>`;
  }
  return nothing;
}

/** What stands in the middle while there is no conversation to show. */
export function emptiness(
  words: Words,
  conversation: Conversation,
  phone: string | null,
  act: { readonly retry: () => void; readonly anew: () => void },
): TemplateResult | typeof nothing {
  const { transcript, connection, forgotten } = conversation;
  if (forgotten !== null) {
    return html`<div class="centre">${icons.way}<p tabindex="-1" data-forgotten>${forgotten}</p>
      <button type="button" class="primary" @click=${act.anew}>${words.startAnew}</button></div>`;
  }
  if (transcript.length > 0) return nothing;
  if (connection === 'failed' || connection === 'offline') {
    return html`<div class="centre">${icons.warn}<p>${connection === 'failed' ? words.failed : words.offline}</p>
      ${phone ? phoneLink(phone, words) : nothing}
      <button type="button" class="primary" @click=${act.retry}>${words.retry}</button></div>`;
  }
  return html`<div class="centre">${icons.way}<p>${connection === 'online' ? words.empty : words.connecting}</p></div>`;
}

/** The bottom: the field to write in, and what is always possible. */
export function footer(
  words: Words,
  at: { readonly isOver: boolean; readonly hasExample: boolean },
  act: {
    readonly submit: (event: Event) => void;
    readonly key: (event: KeyboardEvent) => void;
    readonly choose: (label: string, action: Action) => void;
  },
): TemplateResult {
  const tool = (label: string, action: Action, mark: TemplateResult | typeof nothing = nothing) =>
    html`<button type="button" class=${action.kind} @click=${() => act.choose(label, action)}>${mark}<span>${label}</span></button>`;
  return html`<div class="foot">
    <form class="composer" @submit=${act.submit}>
      <textarea id="field" rows="1" maxlength="4000" autocomplete="off" placeholder=${at.hasExample ? words.example : ' '} @keydown=${act.key}></textarea>
      <label for="field">${words.write}</label>
      <button class="primary flips"><span>${words.send}</span>${icons.send}</button>
    </form>
    ${
      at.isOver
        ? nothing
        : html`<div class="tools" role="group" aria-label=${words.tools}>
            ${tool(words.person, { kind: 'person' }, html`${icons.person}`)}
            ${tool(words.restart, { kind: 'restart' })} ${tool(words.forget, { kind: 'forget' })}
          </div>`
    }
  </div>`;
}
