import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../adapters/start.ts';
import { buildPage } from '../../adapters/web/build.ts';

/** The real server on a port of its own, with a data folder that goes when it closes. */
export interface TestServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the page when that is due and starts the whole server; `environment` adds settings. */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  await buildPage();
  const data = mkdtempSync(join(tmpdir(), 'find-vej-'));
  const problems: string[] = [];
  const running = await start(
    { FIND_VEJ_PORT: '0', FIND_VEJ_DATA: data, FIND_VEJ_LOG: 'silent', ...environment },
    { out: () => {}, problem: (line) => problems.push(line) },
  );
  if (running === null) throw new Error(`The server did not start: ${problems.join(' ')}`);
  return {
    url: running.url,
    async close() {
      await running.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
