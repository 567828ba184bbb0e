import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { begin, listenTo } from './support/line.ts';
import { startServer } from './support/process.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'find-vej-'));

/** What a server that cannot start says on its way out, and that it exits with 1. */
async function refusal(data: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const started = await startServer(data, environment).catch((error: Error) => error);
  if (!(started instanceof Error)) {
    await started.end('SIGKILL');
    throw new Error('it started');
  }
  const [, code, said = ''] = /^ended with (\S+): ([\s\S]*)$/.exec(started.message) ?? [];
  expect(code).toBe('1');
  return said;
}

describe('a start', () => {
  test('says what can be opened, keeps its files to itself, and ends by itself when asked to', async () => {
    const data = folder();
    const server = await startServer(data);
    expect(server.out[0]).toMatch(/^Find Vej for rodovre is ready after \d+\.\d s\.$/);
    expect(statSync(join(data, 'token-secret')).mode & 0o777).toBe(0o600);
    const line = await begin(server.url);
    const stream = await listenTo(line.streamUrl);
    await stream.until((one) => one.from?.role === 'bot');
    const began = Date.now();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await stream.closed).toBe(1001);
    expect(Date.now() - began).toBeLessThan(4000);
    expect(server.problems).toEqual([]);
  });

  test('after another goes on with the same conversations and the same tokens', async () => {
    const data = folder();
    const first = await startServer(data);
    const line = await begin(first.url);
    await line.say('hej', 'before');
    expect(await first.end('SIGINT')).toBe(0);
    const second = await startServer(data);
    const got = await fetch(`${second.url}/v3/directline/conversations/${line.id}/activities`, {
      headers: { authorization: `Bearer ${line.token}` },
    }).then(
      (answer) => answer.json() as Promise<{ activities: { channelData?: { clientActivityID?: string } }[] }>,
    );
    expect(got.activities.some(({ channelData }) => channelData?.clientActivityID === 'before')).toBe(true);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  test('sweeps what had expired while nothing ran', async () => {
    const data = folder();
    const first = await startServer(data);
    const line = await begin(first.url);
    await first.end('SIGTERM');
    const database = new DatabaseSync(join(data, 'find-vej.sqlite'));
    database.exec('update conversations set expires_at = 1');
    database.close();
    const second = await startServer(data);
    const ask = () =>
      fetch(`${second.url}/v3/directline/conversations/${line.id}/activities`, {
        headers: { authorization: `Bearer ${line.token}` },
      }).then(({ status }) => status);
    await expect.poll(ask, { timeout: 20_000 }).toBe(404);
    await second.end('SIGTERM');
  });
});

describe('a start that cannot be, says why in one sentence and what to do, and exits with 1', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expect(await refusal(folder(), { FIND_VEJ_PORT: String(port) })).toBe(
      `Port ${port} is taken: stop the program that uses it, or set FIND_VEJ_PORT to another.`,
    );
    other.close();
  });

  test('an address that is not this machine', async () => {
    expect(await refusal(folder(), { FIND_VEJ_HOST: '203.0.113.1' })).toBe(
      '203.0.113.1:0 is no address of this machine: set FIND_VEJ_HOST to 127.0.0.1, or to 0.0.0.0 for every network.',
    );
  });

  test('a data folder that is a file', async () => {
    const data = folder();
    writeFileSync(join(data, 'file'), '');
    const said = await refusal(data, { FIND_VEJ_DATA: join(data, 'file') });
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/cannot be written/);
  });

  test.skipIf(process.getuid?.() === 0)('a data folder that is not writable', async () => {
    const data = folder();
    chmodSync(data, 0o500);
    const said = await refusal(data, { FIND_VEJ_DATA: data });
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/cannot be written/);
  });

  test('a database of a newer version', async () => {
    const data = folder();
    const server = await startServer(data);
    await server.end('SIGTERM');
    const path = join(data, 'find-vej.sqlite');
    const database = new DatabaseSync(path);
    database.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099')");
    database.close();
    const said = await refusal(data);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/newer version/);
  });

  test('a file that is no database', async () => {
    const data = folder();
    writeFileSync(
      join(data, 'find-vej.sqlite'),
      'this is not a database, it is a text of some length '.repeat(50),
    );
    const said = await refusal(data);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/not a database/);
  });

  test('settings that are wrong, all at once', async () => {
    const said = await refusal(folder(), { FIND_VEJ_PORT: 'x', FIND_VEJ_KEEP_DAYS: '0' });
    expect(said.split('\n').sort()).toEqual([
      'FIND_VEJ_KEEP_DAYS is "0": give a whole number from 1 to 3650.',
      'FIND_VEJ_PORT is "x": give a whole number from 0 to 65535.',
    ]);
  });

  test('a municipality without content, and nothing is served', async () => {
    const said = await refusal(folder(), { FIND_VEJ_MUNICIPALITY: 'andeby' });
    expect(said).toMatch(/there is no content for andeby/);
    expect(said).toMatch(/rodovre/);
    expect(said.split('\n').at(-1)).toBe('Nothing is served until the content is mended (problems: 1).');
  });
});
