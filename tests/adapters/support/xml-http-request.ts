/** As much of a browser's XMLHttpRequest over fetch as directlinejs uses, and a record of what was asked. */
export class FetchRequest {
  static asked: { readonly method: string; readonly url: string; readonly status: number }[] = [];
  /** Makes answers get lost on their way: true for a request that is carried out but never answered. */
  static loses: (method: string, url: string) => boolean = () => false;

  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  readonly upload = {};
  onreadystatechange: (() => void) | null = null;
  onerror: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  #method = '';
  #url = '';
  #headers = new Headers();
  #answered = new Headers();
  readonly #abort = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string): void {
    void this.#send(body).catch(() => {
      if (!this.#abort.signal.aborted) this.onerror?.call(this);
    });
  }

  async #send(body?: string): Promise<void> {
    const isLost = FetchRequest.loses(this.#method, this.#url);
    const response = await fetch(this.#url, {
      method: this.#method,
      headers: this.#headers,
      signal: this.#abort.signal,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (isLost) throw new Error('lost');
    FetchRequest.asked.push({ method: this.#method, url: this.#url, status: response.status });
    this.status = response.status;
    this.#answered = response.headers;
    this.responseText = text;
    this.response = this.responseType === 'json' && text !== '' ? JSON.parse(text) : text;
    this.readyState = 4;
    this.onreadystatechange?.call(this);
  }
}
