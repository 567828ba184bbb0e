import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Option } from '../../../../bot/reply.ts';
import { controls } from '../base.styles.ts';
import { dayFrom, dayInWords } from '../day.ts';
import { options } from '../reply/options.ts';
import type { Scene } from '../scene.ts';
import { styles } from './ask.styles.ts';
import { type Ask, answerOf, tickOf } from './many.ts';

/** A question with its way of answering: buttons, ticks, a number, a day, or the text field of the conversation. */
export class FindVejAsk extends LitElement {
  static override styles = [controls, styles];
  static override properties = {
    ask: { attribute: false },
    scene: { attribute: false },
    error: { state: true },
  };
  declare ask: Ask;
  declare scene: Scene;
  declare error: string | null;

  constructor() {
    super();
    this.error = null;
  }

  override render() {
    const { ask, scene } = this;
    const [first, ...rest] = ask.text.split(/\n{2,}/);
    return html`<div class="bubble">
        <h3 id="question" class="lines" tabindex="-1" data-focus>${first}</h3>
        ${rest.map((part) => html`<p class="lines">${part}</p>`)}
      </div>
      ${scene.isCurrent ? this.#input() : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('error') && this.error) this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  #input(): TemplateResult {
    const { ask, scene } = this;
    switch (ask.question ? ask.input : 'options') {
      case 'many':
        return this.#many(ask.question ?? '');
      case 'number':
        return this.#form(this.#number(), (form) => this.#answerNumber(form));
      case 'date':
        return this.#form(this.#day(), (form) => this.#answerDay(form));
      default:
        return html`${options(ask.options, scene, 'question')}`;
    }
  }

  #form(fields: TemplateResult, answer: (form: FormData) => void, rest = this.ask.options): TemplateResult {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      if (event.currentTarget instanceof HTMLFormElement) answer(new FormData(event.currentTarget));
    };
    return html`<form novalidate @submit=${submit}>
        ${fields}
        ${this.error ? html`<p id="error" class="error" role="alert">${this.error}</p>` : nothing}
        <button class="primary">${this.scene.words.done}</button>
      </form>
      ${options(rest, this.scene, 'question')}`;
  }

  #many(question: string): TemplateResult {
    const ticks = this.ask.options.filter((option) => tickOf(option, question));
    const rest = this.ask.options.filter((option) => !tickOf(option, question));
    const { words } = this.scene;
    return this.#form(
      html`<fieldset aria-labelledby="question" aria-describedby=${this.error ? 'error' : 'hint'}>
        <p id="hint" class="hint">${words.pickSome}</p>
        ${ticks.map((option, at) => html`<label class="tick"><input type="checkbox" name="tick" value=${at} /><span>${option.label}</span></label>`)}
      </fieldset>`,
      (form) => this.#answerMany(form, ticks, question),
      rest,
    );
  }

  #answerMany(form: FormData, ticks: readonly Option[], question: string): void {
    const ticked = form.getAll('tick').flatMap((at) => ticks[Number(at)] ?? []);
    this.error = ticked.length === 0 ? this.scene.words.pickNone : null;
    if (this.error) return;
    const { label, action } = answerOf(ticked, question);
    this.scene.choose(label, action);
  }

  #number(): TemplateResult {
    return html`<label class="field"><span>${this.scene.words.number}</span>
      <input name="number" inputmode="numeric" autocomplete="off" maxlength="9" aria-invalid=${this.error ? 'true' : 'false'}
        aria-describedby=${this.error ? 'error' : nothing} /></label>`;
  }

  #answerNumber(form: FormData): void {
    const text = String(form.get('number')).trim();
    this.error = /^-?\d{1,9}$/.test(text) ? null : this.scene.words.numberWrong;
    if (this.error) return;
    this.scene.choose(text, { kind: 'answer', question: this.ask.question ?? '', value: Number(text) });
  }

  /** Three fields rather than a calendar: they work for everybody, by keyboard, by voice and in any browser. */
  #day(): TemplateResult {
    const { words } = this.scene;
    const field = (name: 'day' | 'month' | 'year', length: number) => html`<label class="field ${name}">
      <span>${words[name]}</span>
      <input name=${name} inputmode="numeric" autocomplete="off" maxlength=${length} aria-invalid=${this.error ? 'true' : 'false'} />
    </label>`;
    return html`<fieldset aria-labelledby="question" aria-describedby=${this.error ? 'error' : 'hint'}>
      <p id="hint" class="hint">${words.dayExample}</p>
      <div class="day-fields">${field('day', 2)} ${field('month', 2)} ${field('year', 4)}</div>
    </fieldset>`;
  }

  #answerDay(form: FormData): void {
    const field = (name: string) => String(form.get(name)).trim();
    const day = dayFrom(field('day'), field('month'), field('year'));
    this.error = day ? null : this.scene.words.dayWrong;
    if (!day) return;
    const label = dayInWords(day, this.scene.language);
    this.scene.choose(label, { kind: 'answer', question: this.ask.question ?? '', value: day });
  }
}
