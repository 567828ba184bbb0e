import { join, resolve } from 'node:path';
import type { Guide } from '../bot/guide.ts';
import { loadGraph } from '../knowledge/load.ts';
import { describe } from '../knowledge/problem.ts';
import { type Config, readConfig } from './config.ts';
import { conversationsIn } from './conversation.ts';
import { render } from './directline/render.ts';
import { readSecret } from './directline/secret.ts';
import { type Http, serve } from './http.ts';
import { errorFacts, type Log, openLog } from './log.ts';
import { StoreError } from './store/error.ts';
import { openStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { loadUnderstand } from './terminal/model.ts';

const sweepEveryMs = 60 * 60 * 1000;
const graceMs = 5_000;
const webFolder = join(import.meta.dirname, '..', 'dist', 'web');

/** Where a start says what it has to say to the person who started it. */
export interface Voice {
  readonly out: (line: string) => void;
  readonly problem: (line: string) => void;
}

/** A server that runs. */
export interface Running {
  readonly url: string;
  /** Finishes what is under way, then closes everything; resolves when nothing holds the process any more. */
  close(): Promise<void>;
}

/**
 * Loads the content, opens the store, serves, and says what can be opened. Null when it could not: then every
 * problem was told, each with its remedy, and nothing is left open.
 */
export async function start(
  environment: Readonly<Record<string, string | undefined>>,
  voice: Voice,
): Promise<Running | null> {
  const began = performance.now();
  const read = readConfig(environment);
  if ('problems' in read) {
    for (const problem of read.problems) voice.problem(problem);
    return null;
  }
  const { config } = read;
  const log = openLog(config.logLevel);
  const guide = await loadGuide(config, voice);
  if (guide === null) return null;

  const data = resolve(config.data);
  const path = join(data, 'find-vej.sqlite');
  let opened: Store | null = null;
  try {
    const store = await openStore({ path });
    opened = store;
    const tokenSecret = readSecret(data, config.tokenSecret);
    const now = Date.now;
    const conversations = conversationsIn({ store, guide, render, keepDays: config.keepDays, now });
    const http = await serve({
      ...config,
      web: webFolder,
      store,
      conversations,
      municipality: guide.graph.municipality,
      tokenSecret,
      log,
      now,
    });
    const sweeping = sweepNowAndThen(store, log);
    greet(voice, config, http, path, Math.round(performance.now() - began));
    log.info({ municipality: config.municipality, keepDays: config.keepDays }, 'started');
    return { url: http.url, close: () => close(http, store, sweeping, log) };
  } catch (error) {
    await opened?.close().catch(() => undefined);
    voice.problem(whyNot(error, config));
    if (!isForeseen(error)) log.error(errorFacts(error), 'could not start');
    return null;
  }
}

async function loadGuide(config: Config, voice: Voice): Promise<Guide | null> {
  const loaded = loadGraph(config.municipality);
  if (loaded.graph === null) {
    const problems = loaded.problems.filter((problem) => problem.severity === 'error');
    for (const problem of problems) voice.problem(describe(problem));
    voice.problem(`Nothing is served until the content is mended (problems: ${problems.length}).`);
    return null;
  }
  return { graph: loaded.graph, understand: loadUnderstand(), keepDays: config.keepDays };
}

function sweepNowAndThen(store: Store, log: Log): NodeJS.Timeout {
  const sweep = () => {
    store.sweep(Date.now()).then(
      (conversations) => {
        if (conversations > 0) log.info({ conversations }, 'swept what had expired');
      },
      (error: unknown) => log.error(errorFacts(error), 'could not sweep what has expired'),
    );
  };
  sweep();
  return setInterval(sweep, sweepEveryMs).unref();
}

async function close(http: Http, store: Store, sweeping: NodeJS.Timeout, log: Log): Promise<void> {
  clearInterval(sweeping);
  await http.close(graceMs);
  await store.close();
  log.info({}, 'stopped');
}

function greet(voice: Voice, config: Config, http: Http, path: string, tookMs: number): void {
  voice.out(`Find Vej for ${config.municipality} is ready after ${(tookMs / 1000).toFixed(1)} s.`);
  if (http.hasPage) {
    voice.out(`  ${http.url}/             the chat, on a page like a municipality's`);
    voice.out(`  ${http.url}/find-vej.js  the element for other sites`);
  } else
    voice.out('  The page is not built, so there is only the channel: run "npm run setup" and start again.');
  voice.out(`  ${http.url}/v3/directline  the channel for Web Chat and other Direct Line clients`);
  voice.out(`Conversations are kept ${config.keepDays} days in ${path}. Stop with Ctrl+C.`);
}

type SystemError = Error & { readonly code?: unknown; readonly syscall?: unknown };

/** Why the server could not start, in one sentence with the way out. */
function whyNot(error: unknown, config: Config): string {
  if (error instanceof StoreError) return error.message;
  const { code, syscall, message } = error as SystemError;
  const place = `${config.host}:${config.port}`;
  if (code === 'EADDRINUSE') {
    return `Port ${config.port} is taken: stop the program that uses it, or set FIND_VEJ_PORT to another.`;
  }
  if (syscall === 'listen' && code === 'EACCES') {
    return `Port ${config.port} is for administrators only: set FIND_VEJ_PORT to 1024 or above.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `${place} is no address of this machine: set FIND_VEJ_HOST to 127.0.0.1, or to 0.0.0.0 for every network.`;
  }
  if (isFolderTrouble(code)) {
    return `The folder ${config.data} cannot be written to (${code}): make it writable, or set FIND_VEJ_DATA to another.`;
  }
  return `Find Vej could not start: ${message}`;
}

function isForeseen(error: unknown): boolean {
  const { code } = error as SystemError;
  return (
    error instanceof StoreError ||
    (typeof code === 'string' && (code.startsWith('EA') || isFolderTrouble(code)))
  );
}

function isFolderTrouble(code: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EISDIR'].includes(String(code));
}
