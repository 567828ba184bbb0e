import { pino } from 'pino';
import type { Config } from './config.ts';

/**
 * What may be logged: names of events, counts, codes and durations. Never what a citizen wrote, a token, an address
 * on the net or an id of a conversation.
 */
export interface Log {
  info(facts: Facts, event: string): void;
  warn(facts: Facts, event: string): void;
  error(facts: Facts, event: string): void;
  debug(facts: Facts, event: string): void;
}

type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Writes JSON lines to stderr, so that stdout stays for people. */
export function openLog(level: Config['logLevel']): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}

/** The facts of an unforeseen error without its message, which may quote what somebody wrote. */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  // The stack begins with the message.
  const stack = error.stack ?? '';
  const at = stack
    .slice(Math.max(0, stack.indexOf(error.message)) + error.message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 6);
  return { name: error.name, code: typeof code === 'string' ? code : '', at };
}
