import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Action } from '../../../../bot/message.ts';
import { attention, topOfView } from '../attention.ts';
import { controls } from '../base.styles.ts';
import { Conversation } from '../conversation.ts';
import { icons } from '../icons.ts';
import { directionOf, languageNames, languageOf, tagOf } from '../language.ts';
import { clearPrint, layOutForPrint } from '../print/print.ts';
import { escapeCounter, quickExit } from '../quick-exit.ts';
import { replyStyles } from '../reply/reply.styles.ts';
import { stepStyles } from '../reply/step.styles.ts';
import { tokens } from '../tokens.styles.ts';
import { currentFrom, isAwaiting, lastPlan } from '../transcript.ts';
import { da, fetchWords, type Words, wordsIn } from '../words.ts';
import { delayed } from './delayed.ts';
import { openDialog } from './dialog.ts';
import { entry } from './entry.ts';
import { styles } from './find-vej.styles.ts';
import { footStyles } from './foot.styles.ts';
import { emptiness, footer, header, languageMenu, notices } from './frame.ts';
import { reveal } from './reveal.ts';
import { smallStyles } from './small.styles.ts';

const typingAfterMs = 600;
const troubledAfterMs = 1_500;
const doubleClickMs = 700;

/**
 * The citizen's way in: `<find-vej municipality="rodovre">`. Docked behind a launcher, or in the page with `inline`.
 * Tells the page `find-vej-open`, `find-vej-close` and `find-vej-forgotten`, never what is said.
 */
export class FindVej extends LitElement {
  static override styles = [tokens, controls, stepStyles, replyStyles, styles, footStyles, smallStyles];
  static override properties = {
    municipality: { type: String },
    server: { type: String },
    exit: { type: String },
    heading: { type: String },
    phone: { type: String },
    locale: { type: String },
    inline: { type: Boolean, reflect: true },
    open: { type: Boolean, reflect: true },
    theme: { type: String, reflect: true },
    isLarge: { state: true },
    isSlow: { state: true },
    isTroubled: { state: true },
  };
  declare municipality: string;
  declare server: string;
  declare exit: string;
  declare heading: string | null;
  declare phone: string | null;
  declare locale: string | null;
  declare inline: boolean;
  declare open: boolean;
  declare theme: string | null;
  declare isLarge: boolean;
  declare isSlow: boolean;
  declare isTroubled: boolean;

  readonly #conversation = new Conversation(this);
  readonly #isThirdEscape = escapeCounter();
  readonly #narrow = matchMedia('(max-width: 40em)');
  readonly #seen = new Set<string>();
  #wasForgotten = false;
  /** Whether opening came from the citizen now, rather than from a reload: only then focus moves in. */
  #isInvited = false;
  #openedAt = Number.NEGATIVE_INFINITY;
  /** The entry that focus goes or went to, which the log therefore does not announce. */
  #focusKey: string | null = null;
  /** The entry that goes to the top of the view. */
  #top: string | null = null;
  #spoken: Words = da;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #trouble: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.municipality = '';
    this.server = new URL(import.meta.url).origin;
    this.exit = 'https://www.dr.dk/vejret';
    this.heading = this.phone = this.locale = this.theme = null;
    this.inline = this.open = this.isLarge = this.isSlow = this.isTroubled = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved about in the page, it comes back to its conversation.
    if (this.hasUpdated) this.requestUpdate();
    addEventListener('keydown', this.#escape, true);
    addEventListener('beforeprint', this.#beforePrint);
    addEventListener('afterprint', clearPrint);
    this.#narrow.addEventListener('change', this.#reopen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#escape, true);
    removeEventListener('beforeprint', this.#beforePrint);
    removeEventListener('afterprint', clearPrint);
    this.#narrow.removeEventListener('change', this.#reopen);
  }

  /** Opens the panel, as the launcher does. */
  show(): void {
    this.#isInvited = true;
    this.#openedAt = performance.now();
    this.open = true;
  }

  /** Closes the panel; the conversation stays. */
  close(): void {
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const options = {
      base: `${this.server.replace(/\/$/, '')}/v3/directline`,
      municipality: this.municipality,
      language: languageOf(this.locale ?? this.closest<HTMLElement>('[lang]')?.lang) ?? 'da',
    };
    if (!this.hasUpdated && this.#conversation.remembered(options)?.open && !this.inline) this.open = true;
    if ((this.open || this.inline) && !this.#conversation.isOver) this.#conversation.start(options);
    if (changed.has('open') && changed.get('open') !== undefined) {
      this.#conversation.rememberOpen(this.open);
      this.dispatchEvent(
        new Event(this.open ? 'find-vej-open' : 'find-vej-close', { bubbles: true, composed: true }),
      );
    }
    this.#noteNews();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && !this.inline) this.#showDialog(changed.get('open') === true);
    if (this.#top !== null) {
      const key = this.#focusKey;
      void reveal(this.renderRoot, this.#top, key, () => key === this.#focusKey);
      this.#top = null;
    }
    if (this.#conversation.forgotten !== null && !this.#wasForgotten) {
      this.#focus('[data-forgotten]');
      this.dispatchEvent(new Event('find-vej-forgotten', { bubbles: true, composed: true }));
    }
    this.#wasForgotten = this.#conversation.forgotten !== null;
    this.#watchDelays();
  }

  override render() {
    const words = this.#words();
    const lang = tagOf(this.#conversation.language);
    const dir = directionOf(this.#conversation.language);
    if (this.inline) {
      return html`<section class="panel" aria-labelledby="title" lang=${lang} dir=${dir}>${this.#frame(words)}</section>`;
    }
    const launcher = html`<button type="button" class="launcher" aria-haspopup="dialog" aria-expanded=${this.open}
      lang=${lang} dir=${dir} ?hidden=${this.open} @click=${this.show}>${icons.way}<span>${this.heading ?? words.launch}</span></button>`;
    return html`${launcher}<dialog class=${this.isLarge ? 'panel large' : 'panel'} aria-labelledby="title" lang=${lang} dir=${dir}
      @cancel=${this.#cancel}>${this.open || this.#conversation.isStarted ? this.#frame(words) : nothing}</dialog>`;
  }

  /** The words in the citizen's language; the last ones until those have come. */
  #words(): Words {
    const { language } = this.#conversation;
    const words = wordsIn(language);
    if (words === null) void fetchWords(language).then((came) => came && this.requestUpdate());
    this.#spoken = words ?? this.#spoken;
    return this.#spoken;
  }

  #frame(words: Words): TemplateResult {
    const conversation = this.#conversation;
    const { transcript } = conversation;
    const trouble = {
      retry: (key?: string) => conversation.retry(key),
      anew: () => {
        conversation.anew();
        this.#focus('#title');
      },
    };
    const scene = {
      words,
      language: conversation.language,
      choose: (label: string, action?: Action) => this.#say(label, action),
    };
    const from = currentFrom(transcript);
    const plan = lastPlan(transcript);
    return html`<div class="frame" @keydown=${this.#type}>
      ${header(words, this.heading ?? 'Find vej', this.isLarge, {
        exit: () => quickExit(this.exit),
        ...(this.inline ? {} : { close: () => this.close(), resize: () => this.#resize() }),
      })}
      ${languageMenu(words, conversation, (language) =>
        this.#say(languageNames[language], { kind: 'language', language }),
      )}
      <div class="log" role="log" tabindex="0" aria-label=${words.log} aria-relevant="additions">
        ${emptiness(words, conversation, this.phone, trouble)}
        ${repeat(
          transcript,
          ({ key }) => key,
          (one, at) =>
            entry(one, {
              scene: { ...scene, isCurrent: at >= from || (one.kind === 'said' && one.reply === plan) },
              isHistory: conversation.history.has(one.key),
              isFocused: one.key === this.#focusKey,
              retry: trouble.retry,
            }),
        )}
      </div>
      <div class="notices" role="status">
        ${notices(words, conversation, this.isTroubled, trouble)}
        ${this.isSlow ? html`<div class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${words.typing}</div>` : nothing}
      </div>
      ${footer(words, { isOver: conversation.isOver, hasExample: from === 0 && !this.#narrow.matches }, { submit: this.#submit, key: this.#key, choose: (label, action) => this.#tool(label, action) })}
    </div>`;
  }

  #resize(): void {
    this.isLarge = !this.isLarge;
  }

  #say(text: string, action?: Action): void {
    this.#conversation.say(text, action);
  }

  /** The launcher stands where the tools appear: the second half of a double click must not delete anything. */
  #tool(label: string, action: Action): void {
    if (performance.now() - this.#openedAt > doubleClickMs) this.#say(label, action);
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    const field = this.#field();
    const text = field?.value.trim() ?? '';
    if (field && text !== '') {
      field.value = '';
      this.#say(text);
    }
    field?.focus();
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#submit(event);
  };

  /** Whoever goes on writing when focus has gone to an answer writes in the field, not into nothing. */
  readonly #type = (event: KeyboardEvent) => {
    const [target] = event.composedPath();
    const isOnText = target instanceof Element && target.matches('[tabindex="-1"], .log');
    const isLetter =
      event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isOnText && isLetter) this.#field()?.focus();
  };

  #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** Sees what is new, and decides where focus and the view go. */
  #noteNews(): void {
    const { transcript, history } = this.#conversation;
    const fresh = transcript.filter(({ key }) => !this.#seen.has(key));
    if (fresh.length === 0) return;
    for (const { key } of fresh) this.#seen.add(key);
    this.#top = topOfView(transcript, fresh);
    const news = fresh.filter(({ key }) => !history.has(key));
    const focused = this.shadowRoot?.activeElement;
    const isElsewhere = !focused && document.activeElement !== document.body;
    const hasSpoken = transcript.some(({ kind }) => kind === 'own');
    const isWriting = (this.#field()?.value ?? '') !== '';
    // A pressed button is gone with its question, so focus goes to what was said with it until the answer is here.
    const pressed = focused?.id === 'field' ? undefined : news.find(({ kind }) => kind === 'own');
    const answer = hasSpoken && !isElsewhere ? attention(news, isWriting) : null;
    this.#focusKey = answer ?? pressed?.key ?? null;
  }

  #showDialog(wasOpen: boolean): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || dialog.open === this.open) return;
    if (this.open) openDialog(dialog, this.#narrow.matches, this.#isInvited);
    else dialog.close();
    if (this.open && this.#isInvited) this.#focus('#title');
    if (!this.open && wasOpen) this.#focus('.launcher');
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #reopen = () => {
    this.requestUpdate();
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog?.open) openDialog(dialog, this.#narrow.matches, true);
  };

  readonly #cancel = (event: Event) => {
    event.preventDefault();
    this.close();
  };

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.#conversation.isStarted) return;
    if (this.#isThirdEscape(event.timeStamp)) return quickExit(this.exit);
    if (this.open && !event.defaultPrevented) this.close();
  };

  readonly #beforePrint = () => {
    const { transcript, language } = this.#conversation;
    const plan = this.open || this.inline ? lastPlan(transcript) : null;
    // Whoever prints the page while a plan stands open wants the plan.
    if (plan && !document.querySelector('find-vej-print')) layOutForPrint(plan, this.#words(), language);
  };

  /** Short waits and short losses pass unmentioned. */
  #watchDelays(): void {
    const { transcript, isTyping, connection } = this.#conversation;
    const isAwaited = isTyping || (isAwaiting(transcript) && connection === 'online');
    this.#slow = delayed(this.#slow, isAwaited, typingAfterMs, (on) => {
      this.isSlow = on;
    });
    this.#trouble = delayed(this.#trouble, connection === 'reconnecting', troubledAfterMs, (on) => {
      this.isTroubled = on;
    });
  }
}
