/** What is needed to come back to a conversation after a reload. */
export interface Place {
  readonly conversationId: string;
  readonly token: string;
  /** The last activity the citizen has been shown. */
  readonly watermark: string;
  /** Whether the panel stood open. */
  readonly open: boolean;
}

/** Keeps the place for this tab alone, and only as long as it lives. */
export interface Memory {
  read(): Place | null;
  keep(place: Place): void;
  clear(): void;
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'conversationId' in value &&
  typeof value.conversationId === 'string' &&
  'token' in value &&
  typeof value.token === 'string';

/** A memory in the tab's sessionStorage; where that is forbidden, the conversation lives as long as the page. */
export function memoryIn(key: string): Memory {
  let here: Place | null = null;
  const attempt = <T>(use: (storage: Storage) => T): T | null => {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  };
  return {
    read() {
      if (here) return here;
      const kept: unknown = attempt((storage) => JSON.parse(storage.getItem(key) ?? 'null'));
      if (!isPlace(kept)) return null;
      here = { ...kept, watermark: String(kept.watermark ?? ''), open: kept.open === true };
      return here;
    },
    keep(place) {
      here = place;
      attempt((storage) => storage.setItem(key, JSON.stringify(place)));
    },
    clear() {
      here = null;
      attempt((storage) => storage.removeItem(key));
    },
  };
}
