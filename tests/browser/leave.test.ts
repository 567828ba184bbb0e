import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../bot/wording/wording.ts';
import { closePages, openBrowser, openPage } from '../support/browser.ts';
import { answered, illness, openChat, parts, tell } from '../support/citizen.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openSite, type Site } from '../support/site.ts';

let server: TestServer;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await openSite();
  server = await startServer({ FIND_VEJ_ORIGINS: site.url });
  site.put('/weather', '<title>Vejret</title><p>Sol</p>');
  site.put('/before', '<title>Før</title>');
  site.put(
    '/page',
    `<!doctype html><html lang="da"><title>Side</title><h1>Side</h1>
     <script type="module" src="${server.url}/find-vej.js"></script>
     <find-vej municipality="rodovre" exit="${site.url}/weather"></find-vej>`,
  );
  browser = await openBrowser();
});
afterEach(() => closePages(browser));
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await site?.close();
});

interface Kept {
  readonly conversationId: string;
  readonly token: string;
}

const kept = (page: Page): Promise<Kept> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('find-vej:rodovre') ?? 'null'));

const askServer = ({ conversationId, token }: Kept) =>
  fetch(`${server.url}/v3/directline/conversations/${conversationId}/activities?watermark=0`, {
    headers: { authorization: `Bearer ${token}` },
  });

describe('the quick exit', () => {
  for (const [how, leave] of [
    ['by its button', (page: Page) => page.getByRole('button', { name: 'Ud herfra nu' }).click()],
    [
      'by pressing Escape three times',
      async (page: Page) => {
        for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
      },
    ],
  ] as const) {
    test(`leaves ${how}, empties the tab’s storage and takes the page’s place in the history`, async () => {
      const page = await openPage(browser);
      await page.goto(`${site.url}/before`);
      await openChat(page, `${site.url}/page`);
      await tell(page, illness);
      expect(await kept(page)).not.toBeNull();
      await leave(page);
      await page.waitForURL(`${site.url}/weather`);
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      await page.goBack();
      expect(page.url()).toBe(`${site.url}/before`);
    });
  }

  test('does not take anybody away who never opened the chat', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.url}/page`);
    await parts(page).launcher.waitFor();
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${site.url}/page`);
  });
});

describe('deleting', () => {
  test('removes the conversation from screen, browser and server, and a new one can begin', async () => {
    const page = await openPage(browser);
    const { log, own, said } = await openChat(page, `${site.url}/page`);
    await tell(page, illness);
    const place = await kept(page);
    expect((await askServer(place)).status).toBe(200);
    await page.waitForTimeout(700);
    await page.getByRole('button', { name: 'Slet min samtale' }).click();
    await log.getByText(say('da', 'forgotten')).waitFor();
    expect(await own.count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect((await askServer(place)).status).toBe(404);

    await page.reload();
    await parts(page).launcher.waitFor();
    await parts(page).launcher.click();
    await said.first().waitFor();
    expect(await own.count()).toBe(0);
    expect((await kept(page)).conversationId).not.toBe(place.conversationId);
  });

  test('lets the citizen go on at once by writing again', async () => {
    const page = await openPage(browser);
    const { log, own } = await openChat(page, `${site.url}/page`);
    await page.waitForTimeout(700);
    await page.getByRole('button', { name: 'Slet min samtale' }).click();
    await log.getByText(say('da', 'forgotten')).waitFor();
    await tell(page, illness);
    expect(await own.count()).toBe(1);
    expect(await log.getByText(say('da', 'forgotten')).count()).toBe(0);
  });
});

describe('starting over', () => {
  test('welcomes again', async () => {
    const page = await openPage(browser);
    const { log } = await openChat(page, `${site.url}/page`);
    await tell(page, illness);
    await page.waitForTimeout(700);
    await answered(page, () => page.getByRole('button', { name: 'Start forfra' }).click());
    await expect.poll(() => log.getByText(say('da', 'welcome.hello')).count()).toBe(2);
  });
});
