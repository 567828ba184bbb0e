/**
 * The few values databases disagree about. JSON is a string in both, because PostgreSQL's jsonb refuses `\u0000` and
 * a string keeps every text exactly; counts and epoch milliseconds are numbers on SQLite and strings or bigints in pg.
 */

/** A value as JSON text; lone surrogates and NUL are escaped, so any text survives. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** What `toJson` wrote, unparsed as to its shape. */
export function fromJson(text: string): unknown {
  return JSON.parse(text);
}

/** A count, a sequence number or epoch milliseconds, however the driver returns it. */
export function toNumber(value: number | bigint | string | undefined): number {
  return Number(value ?? 0);
}
