import { writeSync } from 'node:fs';
import { openStore } from '../../../adapters/store/sqlite.ts';
import { hearing, inAMonth, now, open, unmetNeed } from './support.ts';

/**
 * Posts for many callers at once, each in a conversation of its own, the numbers from the first that nobody
 * acknowledged up to `upTo`, and reports each acknowledgement on stdout as `caller number kind`.
 */
const [path = '', upTo = '', firstNumbers = '{}'] = process.argv.slice(2);
const store = await openStore({ path });

async function call(caller: string, first: number): Promise<void> {
  await open(store, caller).catch((error) => {
    if (error.code !== 'conversation-exists') throw error;
  });
  for (let number = first; number < Number(upTo); number += 1) {
    const turn = { conversationId: caller, key: `post ${number}`, at: now, expiresAt: inAMonth };
    const need = unmetNeed({ need: `${caller} ${number}` });
    const { kind } = await store.take(turn, (session) => ({
      ...hearing(`${number}`, [{ kind: 'record-unmet-need', need }])(session),
      session: { ...session, told: [`${Number(session.told[0] ?? -1) + 1}`] },
    }));
    // At once and whole, so that a kill leaves no acknowledgement in a buffer.
    writeSync(1, `${caller} ${number} ${kind}\n`);
  }
}

const calls = Object.entries(JSON.parse(firstNumbers) as Record<string, number>);
await Promise.all(calls.map(([caller, first]) => call(caller, first)));
await store.close();
