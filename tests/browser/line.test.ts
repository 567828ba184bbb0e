import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePages, openBrowser, openPage } from '../support/browser.ts';
import { type Cable, layCable } from '../support/cable.ts';
import { answerUntilPlan, illness, openChat, parts, tell } from '../support/citizen.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let cable: Cable;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  cable = await layCable(server.url);
});
afterEach(async () => {
  await closePages(browser);
  await cable.close();
});

const ownTexts = (page: Page) => parts(page).own.locator('p.lines').allTextContents();

/** Says something in the page's conversation past the page, straight to the server. */
async function sayElsewhere(page: Page, text: string): Promise<void> {
  const { conversationId, token } = await page.evaluate(() =>
    JSON.parse(sessionStorage.getItem('find-vej:rodovre') ?? '{}'),
  );
  const response = await fetch(`${server.url}/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text, from: { id: 'x' } }),
  });
  expect(response.status).toBe(200);
}

describe('a reload', () => {
  test('comes back to the same conversation with everything that was said, announcing none of it again', async () => {
    const page = await openPage(browser);
    const { said, own, plan, log } = await openChat(page, cable.url);
    await tell(page, illness);
    await answerUntilPlan(page);
    const before = [await ownTexts(page), await said.count()];
    const text = await log.textContent();
    await page.reload();
    await plan.waitFor();
    expect([await ownTexts(page), await said.count()]).toEqual(before);
    expect(await log.textContent()).toBe(text);
    const live = await said.evaluateAll((entries) => entries.map((entry) => entry.getAttribute('aria-live')));
    expect(new Set(live)).toEqual(new Set(['off']));
    expect(await own.count()).toBeGreaterThan(0);
    await tell(page, 'Tak');
  });

  test('opens a new conversation when the old one is no longer there', async () => {
    const page = await openPage(browser);
    await openChat(page, cable.url);
    await tell(page, illness);
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('find-vej:rodovre') ?? '{}');
      sessionStorage.setItem('find-vej:rodovre', JSON.stringify({ ...kept, token: `${kept.token}x` }));
    });
    await page.reload();
    await parts(page).said.first().waitFor();
    expect(await parts(page).own.count()).toBe(0);
    await tell(page, illness);
  });
});

describe('a cut cable', () => {
  test('loses nothing: what is written meanwhile is sent, what was said meanwhile arrives, all of it once', async () => {
    const page = await openPage(browser);
    const { field, log, said } = await openChat(page, cable.url);
    cable.cut();
    await field.fill(illness);
    await field.press('Enter');
    await page.getByText('Venter på forbindelse').waitFor();
    await page.getByText('Forbindelsen røg. Jeg prøver igen …').waitFor();
    await sayElsewhere(page, 'sagt et andet sted');
    cable.join();
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await log.getByText('sagt et andet sted', { exact: true }).waitFor();
    await page.getByText('Venter på forbindelse').waitFor({ state: 'detached' });
    await page.getByText('Forbindelsen røg. Jeg prøver igen …').waitFor({ state: 'detached' });
    await expect.poll(() => said.count()).toBeGreaterThan(3);
    expect((await ownTexts(page)).toSorted()).toEqual([illness, 'sagt et andet sted'].toSorted());
    await page.reload();
    await said.nth(3).waitFor();
    expect((await ownTexts(page)).toSorted()).toEqual([illness, 'sagt et andet sted'].toSorted());
  });

  test('comes back by itself', async () => {
    const page = await openPage(browser);
    const { log } = await openChat(page, cable.url);
    cable.cut();
    await page.getByText('Forbindelsen røg. Jeg prøver igen …').waitFor();
    await sayElsewhere(page, 'mens kablet var skåret');
    cable.join();
    await log.getByText('mens kablet var skåret', { exact: true }).waitFor({ timeout: 20_000 });
  });

  test('before the first word shows the way out, and opens the conversation when asked to try again', async () => {
    const page = await openPage(browser);
    await page.goto(cable.url);
    const { launcher, said } = parts(page);
    await launcher.waitFor();
    cable.cut();
    await launcher.click();
    await page.getByText('Samtalen kan ikke åbnes lige nu').waitFor();
    cable.join();
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await said.first().waitFor();
  });

  test('between message and acknowledgement does not say the message twice', async () => {
    const page = await openPage(browser);
    const { field, said } = await openChat(page, cable.url);
    let posts = 0;
    await page.route('**/activities', async (route) => {
      posts += 1;
      // The server has it, but the browser never hears so.
      if (posts === 1) await route.fetch();
      await (posts === 1 ? route.abort('connectionreset') : route.continue());
    });
    await field.fill(illness);
    await field.press('Enter');
    await expect.poll(() => posts, { timeout: 10_000 }).toBe(2);
    await said.nth(2).waitFor();
    expect(await ownTexts(page)).toEqual([illness]);
    await page.reload();
    await said.nth(2).waitFor();
    expect(await ownTexts(page)).toEqual([illness]);
  });
});

describe('a net without WebSockets', () => {
  test('is polled instead, through a whole journey', async () => {
    const page = await openPage(browser);
    await page.addInitScript(() => {
      globalThis.WebSocket = class {
        constructor() {
          throw new DOMException('not allowed', 'SecurityError');
        }
      } as unknown as typeof WebSocket;
    });
    await openChat(page, cable.url);
    await tell(page, illness);
    await answerUntilPlan(page);
  });
});

describe('a server that stumbles', () => {
  test('gets the message again; one that refuses it lets the citizen try again', async () => {
    const page = await openPage(browser);
    const { field, said } = await openChat(page, cable.url);
    const answers = [503, 429, 400];
    await page.route('**/activities', (route) => {
      const status = answers.shift();
      return status ? route.fulfill({ status, body: '{}' }) : route.continue();
    });
    await field.fill(illness);
    await field.press('Enter');
    await page.getByText('Ikke sendt').waitFor();
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await said.nth(2).waitFor();
    expect(await ownTexts(page)).toEqual([illness]);
    expect(await page.getByText('Ikke sendt').count()).toBe(0);
  });

  test('that no longer knows the token ends the conversation, keeps it on screen, and offers a new one', async () => {
    const page = await openPage(browser);
    const { field, own, said } = await openChat(page, cable.url);
    await tell(page, illness);
    await page.route('**/activities', (route) => route.fulfill({ status: 401, body: '{}' }));
    await field.fill('er du der?');
    await field.press('Enter');
    await page.getByText('Samtalen er slut, fordi der gik lang tid.').waitFor();
    expect(await own.count()).toBe(2);
    await page.unroute('**/activities');
    await page.getByRole('button', { name: 'Start en ny samtale' }).click();
    await expect.poll(() => own.count()).toBe(0);
    await said.first().waitFor();
    await tell(page, illness);
  });
});
