import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

const main = join(import.meta.dirname, '..', '..', '..', 'adapters', 'main.ts');

/** Servers that still run; a test that fails before it ends its own must leave none behind. */
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** The real server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly out: readonly string[];
  readonly problems: readonly string[];
  /** Ends it and waits; gives its exit code, or the signal that ended it. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | string | null>;
}

/** Starts `npm start`'s program on a free port. Rejects with what it printed when it ends instead of serving. */
export async function startServer(
  data: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, FIND_VEJ_PORT: '0', FIND_VEJ_DATA: data, FIND_VEJ_LOG: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: data,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const [out, problems]: [string[], string[]] = [[], []];
  createInterface({ input: child.stderr }).on('line', (line) => problems.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      out.push(line);
      const found = /(http:\/\/\S+)\/v3\/directline/.exec(line);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    child.once('exit', (code) => {
      setImmediate(() => reject(new Error(`ended with ${code}: ${[...out, ...problems].join('\n')}`)));
    });
  });
  return {
    url,
    child,
    out,
    problems,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode ?? child.signalCode;
    },
  };
}
