/** What can go wrong with the store as a whole, by a code that callers switch on. */
export type StoreErrorCode =
  | 'store-not-writable'
  | 'store-newer'
  | 'store-not-a-database'
  | 'store-damaged'
  | 'store-full'
  | 'store-busy'
  | 'store-disk-error'
  | 'store-closed'
  | 'conversation-exists';

/** A store that could not do what it was asked; the message is one sentence that says the way out. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
