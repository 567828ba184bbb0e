import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Action, Language } from '../../../bot/message.ts';
import { type Connection, DirectLine } from './direct-line.ts';
import { languageOf, tagOf } from './language.ts';
import type { Activity } from './line/activity.ts';
import { type Memory, memoryIn } from './memory.ts';
import { delivered, posted, received, type Transcript } from './transcript.ts';

export interface ConversationOptions {
  readonly base: string;
  readonly municipality: string;
  readonly language: Language;
}

/**
 * The one conversation of an element: transcript, connection and language, kept up to date for its host. It asks the
 * host to render on every change and lives as long as the host is on the page.
 */
export class Conversation implements ReactiveController {
  transcript: Transcript = [];
  connection: Connection = 'connecting';
  language: Language = 'da';
  /** Languages the server offers beside this one. */
  languages: readonly Language[] = [];
  /** Keys of entries that were there before a reload; nothing announces them again. */
  history: ReadonlySet<string> = new Set();
  /** The words said after the conversation was deleted. */
  forgotten: string | null = null;
  /** Somebody is writing. */
  isTyping = false;
  #host: ReactiveControllerHost;
  #line: DirectLine | null = null;
  #memory: Memory | null = null;
  #options: ConversationOptions | null = null;
  #isLeaving = false;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#line?.stop();
    this.#line = null;
  }

  get isStarted(): boolean {
    return this.#line !== null;
  }

  /** Nothing more can be said in it: it was deleted, or its time ran out. */
  get isOver(): boolean {
    return this.forgotten !== null || this.connection === 'ended';
  }

  /** Looks whether this tab has a conversation to come back to, and whether its panel stood open. */
  remembered(options: ConversationOptions): { readonly open: boolean } | null {
    this.#configure(options);
    return this.#memory?.read() ?? null;
  }

  /** Opens the conversation or comes back to it; the second call does nothing. */
  start(options: ConversationOptions): void {
    if (this.#line) return;
    this.#configure(options);
    if (!this.#memory) return;
    this.transcript = [];
    this.history = new Set();
    this.forgotten = null;
    this.#isLeaving = false;
    this.connection = 'connecting';
    this.#line = new DirectLine({
      base: options.base,
      municipality: options.municipality,
      locale: this.language,
      memory: this.#memory,
      listener: {
        received: (activities, isHistory) => this.#receive(activities, isHistory),
        connection: (state) => this.#connect(state),
        delivery: (key, state) => {
          this.transcript = delivered(this.transcript, key, state);
          this.#host.requestUpdate();
        },
      },
    });
    this.#line.start();
    this.#host.requestUpdate();
  }

  /** Says something: a text, or a button with its action. */
  say(text: string, action?: Action): void {
    if (this.isOver) this.anew();
    const key = newKey();
    this.#isLeaving = action?.kind === 'forget';
    if (action?.kind === 'language') this.language = action.language;
    this.transcript = posted(this.transcript, key, text);
    this.#line?.send({
      type: 'message',
      text,
      locale: this.language,
      from: { id: 'citizen', role: 'user' },
      ...(action ? { value: action } : {}),
      channelData: { clientActivityID: key },
    });
    this.#host.requestUpdate();
  }

  retry(key?: string): void {
    this.#line?.retry(key);
  }

  /** A new conversation after the old one was deleted or came to its end. */
  anew(): void {
    this.#stop();
    if (this.#options) this.start(this.#options);
  }

  rememberOpen(open: boolean): void {
    const place = this.#memory?.read();
    if (place) this.#memory?.keep({ ...place, open });
  }

  #configure(options: ConversationOptions): void {
    if (this.#options) return;
    this.#options = options;
    this.language = options.language;
    this.#memory = memoryIn(`find-vej:${options.municipality}`);
  }

  #stop(): void {
    this.#line?.stop();
    this.#line = null;
    this.#memory?.clear();
    this.isTyping = false;
  }

  #receive(activities: readonly Activity[], isHistory: boolean): void {
    this.transcript = received(this.transcript, activities);
    if (isHistory) this.history = new Set(this.transcript.map(({ key }) => key));
    for (const { type, locale, value, channelData } of activities) {
      const reply = channelData?.reply;
      this.#typingIs(type === 'typing');
      if (value?.kind === 'language') this.language = value.language;
      // Easy Danish arrives marked as Danish; what the citizen chose stays.
      if (reply && locale !== tagOf(this.language)) this.language = languageOf(locale) ?? this.language;
      if (reply && 'options' in reply) this.#offerLanguages(reply.options ?? []);
      if (reply?.kind === 'forgotten') this.#forget(reply.text);
    }
    this.#host.requestUpdate();
  }

  #typingIs(typing: boolean): void {
    clearTimeout(this.#typing);
    this.isTyping = typing;
    if (!typing) return;
    this.#typing = setTimeout(() => {
      this.isTyping = false;
      this.#host.requestUpdate();
    }, 10_000);
  }

  #offerLanguages(options: readonly { readonly action: Action }[]): void {
    const offered = options.flatMap(({ action }) => (action.kind === 'language' ? [action.language] : []));
    if (offered.length > 0) this.languages = [...new Set([...this.languages, this.language, ...offered])];
  }

  #connect(state: Connection): void {
    // A conversation that is gone right after it was asked to go has been deleted; only the words were lost.
    if (state === 'ended' && this.#isLeaving) this.#forget('');
    else this.connection = state;
    this.#host.requestUpdate();
  }

  #forget(text: string): void {
    this.#stop();
    this.transcript = [];
    this.forgotten = text;
  }
}

/** Unguessable enough to tell messages apart; `randomUUID` is missing on pages without https. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
