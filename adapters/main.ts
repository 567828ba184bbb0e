import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// The entry of `npm start`. Compiled code is cached first, so that the next start spends no time on it; therefore
// everything else is imported after.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));
if (existsSync('.env')) process.loadEnvFile('.env');

const { buildPage } = await import('./web/build.ts');
await buildPage();
const { start } = await import('./start.ts');
const { errorFacts } = await import('./log.ts');

// What nobody foresaw ends the process, since nothing is known of its state; what was acknowledged is kept. Node's own
// words about it might quote a citizen.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${JSON.stringify({ level: 'fatal', ...errorFacts(error) })}\n`);
  process.exit(1);
});

const running = await start(process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  problem: (line) => process.stderr.write(`${line}\n`),
});

if (running === null) process.exitCode = 1;
else {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      running.close().catch(() => process.exit(1));
    });
  }
}
