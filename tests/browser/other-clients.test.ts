import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../bot/wording/wording.ts';
import { closePages, openBrowser, openPage } from '../support/browser.ts';
import { answerUntilPlan, illness, parts, tell } from '../support/citizen.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openSite, type Site } from '../support/site.ts';

// Clients that nobody here wrote, unchanged, on another site than the server's.
let server: TestServer;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await openSite();
  server = await startServer({ FIND_VEJ_ORIGINS: site.url });
  const page = (head: string) =>
    `<!doctype html><html lang="da"><title>x</title><div id="chat"></div>${head}`;
  site.put('/webchat.js', bundle('botframework-webchat/dist/webchat.js'));
  site.put('/webchat', page('<script src="/webchat.js"></script>'));
  site.put('/directline.js', bundle('botframework-directlinejs/dist/directline.js'));
  site.put('/directlinejs', page('<script src="/directline.js"></script>'));
  site.put(
    '/element',
    `<!doctype html><html lang="da"><title>Side</title><h1>Side</h1>
     <script type="module" src="${server.url}/find-vej.js"></script><find-vej municipality="rodovre" inline></find-vej>`,
  );
  browser = await openBrowser();
});
afterEach(() => closePages(browser));
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await site?.close();
});

/** A package's own bundle, as it is installed. */
function bundle(path: string): string {
  return new URL(`../../node_modules/${path}`, import.meta.url).href;
}

const planTitle = say('da', 'plan.title');

async function tokenFromServer(): Promise<string> {
  const response = await fetch(`${server.url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ municipality: 'rodovre', locale: 'da' }),
  });
  const { token }: { token: string } = await response.json();
  return token;
}

describe('Microsoft’s Web Chat', () => {
  test('holds a whole journey: welcome, words, answers, plan', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.url}/webchat`);
    await page.evaluate(
      ({ token, domain }) => {
        const { WebChat } = globalThis as unknown as { WebChat: WebChatBundle };
        const directLine = WebChat.createDirectLine({ token, domain });
        WebChat.renderWebChat({ directLine, locale: 'da-DK' }, document.getElementById('chat'));
      },
      { token: await tokenFromServer(), domain: `${server.url}/v3/directline` },
    );
    const bubbles = page.locator('.webchat__bubble:not(.webchat__bubble--from-user)');
    await bubbles.first().waitFor({ timeout: 30_000 });
    expect(await bubbles.first().textContent()).toContain(say('da', 'welcome.hello').slice(0, 25));

    const box = page.locator('[data-id="webchat-sendbox-input"]');
    const answered = async (act: () => Promise<void>) => {
      const before = await bubbles.count();
      await act();
      await expect.poll(() => bubbles.count(), { timeout: 10_000 }).toBeGreaterThan(before);
      await page.waitForTimeout(150);
    };
    await answered(async () => {
      await box.fill(illness);
      await box.press('Enter');
    });
    const isPlan = async () => (await bubbles.allTextContents()).some((text) => text.includes(planTitle));
    for (let questions = 0; !(await isPlan()); questions += 1) {
      expect(questions).toBeLessThan(12);
      await answered(() => page.locator('.webchat__suggested-action').first().click());
    }
    expect(await page.getByText(/Send failed|kunne ikke sendes/i).count()).toBe(0);
    const own = page.locator('.webchat__bubble--from-user');
    const texts = await own.allTextContents();
    expect(texts.filter((text) => text.includes(illness))).toHaveLength(1);
  });
});

interface WebChatBundle {
  readonly createDirectLine: (options: { token: string; domain: string }) => unknown;
  readonly renderWebChat: (options: unknown, element: Element | null) => void;
}

/** What the page of the test collects. */
interface Collected {
  readonly activities: readonly {
    readonly id?: string;
    readonly text?: string;
    readonly from?: { readonly role?: string };
    readonly suggestedActions?: {
      readonly actions: readonly { readonly title: string; readonly value: unknown }[];
    };
  }[];
}

describe('botframework-directlinejs', () => {
  test('holds a whole journey: welcome, words, answers, plan', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.url}/directlinejs`);
    await page.evaluate(
      ({ token, domain }) => {
        const scope = globalThis as unknown as {
          DirectLine: {
            DirectLine: new (options: unknown) => { activity$: { subscribe: (take: unknown) => void } };
          };
          line: unknown;
          activities: unknown[];
        };
        const line = new scope.DirectLine.DirectLine({ token, domain });
        scope.line = line;
        scope.activities = [];
        line.activity$.subscribe((activity: unknown) => scope.activities.push(activity));
      },
      { token: await tokenFromServer(), domain: `${server.url}/v3/directline` },
    );
    const activities = () => page.evaluate(() => (globalThis as unknown as Collected).activities);
    const fromBot = async () => (await activities()).filter(({ from }) => from?.role === 'bot');
    await expect.poll(async () => (await fromBot()).length).toBeGreaterThan(0);

    await post(page, fromBot, { text: illness });
    for (let questions = 0; !(await fromBot()).at(-1)?.text?.includes(planTitle); questions += 1) {
      expect(questions).toBeLessThan(12);
      const first = (await fromBot()).at(-1)?.suggestedActions?.actions[0];
      expect(first).toBeDefined();
      await post(page, fromBot, { text: first?.title ?? '', value: first?.value });
    }
    const all = await activities();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ text }) => text === illness)).toHaveLength(1);
  });
});

/** Posts with the library and waits for the answer. */
async function post(
  page: Page,
  fromBot: () => Promise<Collected['activities']>,
  message: { readonly text: string; readonly value?: unknown },
): Promise<void> {
  const before = (await fromBot()).length;
  const id = await page.evaluate(
    (said) =>
      new Promise((resolve, reject) => {
        const { line } = globalThis as unknown as {
          line: {
            postActivity: (activity: unknown) => { subscribe: (ok: unknown, failed: unknown) => void };
          };
        };
        line.postActivity({ type: 'message', from: { id: 'x' }, ...said }).subscribe(resolve, reject);
      }),
    message,
  );
  expect(id).not.toBe('retry');
  await expect.poll(async () => (await fromBot()).length, { timeout: 10_000 }).toBeGreaterThan(before);
}

describe('our own element', () => {
  test('works on another site from one script tag, in the page itself', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.url}/element`);
    await page.locator('find-vej .said').first().waitFor();
    await tell(page, illness);
    await answerUntilPlan(page);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(page.troubles).toEqual([]);
  });

  test('is refused on a site that the server does not know', async () => {
    const stranger = await openSite();
    stranger.put(
      '/',
      `<!doctype html><html lang="da"><title>Side</title><script type="module" src="${server.url}/find-vej.js"></script>
       <find-vej municipality="rodovre"></find-vej>`,
    );
    const page = await openPage(browser);
    await page.goto(stranger.url);
    await parts(page).launcher.click();
    await page.getByText('Samtalen kan ikke åbnes lige nu').waitFor();
    expect(await parts(page).said.count()).toBe(0);
    await stranger.close();
  });
});
