import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../bot/wording/wording.ts';
import { closePages, openBrowser, openPage } from '../support/browser.ts';
import { answered, answerUntilPlan, illness, openChat, parts } from '../support/citizen.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});
afterEach(() => closePages(browser));
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The innermost element that has focus: its role or tag, its name, and whether its focus can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return { tag: '', text: '', isSeen: false, live: null };
    const tick = element.closest('.tick');
    const { outlineStyle } = getComputedStyle(tick ?? element);
    let entry: Element | null = element;
    while (entry && !entry.matches('[data-key]')) {
      const root: Node = entry.getRootNode();
      entry = entry.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return {
      tag: element.id || element.localName,
      text: (tick ?? element).textContent?.trim() ?? '',
      isSeen: outlineStyle !== 'none',
      live: entry?.getAttribute('aria-live') ?? null,
    };
  });

/** Presses Tab until something has focus, as somebody who cannot use a mouse does. */
async function tabTo(
  page: Page,
  wanted: (now: Awaited<ReturnType<typeof focused>>) => boolean,
): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const now = await focused(page);
    if (wanted(now)) {
      expect(now.isSeen).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('80 presses of Tab did not lead there.');
}

describe('a journey by keyboard alone', () => {
  test('reaches the plan, with focus always seen and always somewhere sensible', async () => {
    const page = await openPage(browser);
    const { plan, said } = parts(page);
    await page.goto(server.url);
    await tabTo(page, ({ text }) => text === 'Hjælp mig med at finde vej');
    await page.keyboard.press('Enter');
    await said.first().waitFor();
    expect((await focused(page)).tag).toBe('title');

    await tabTo(page, ({ tag }) => tag === 'field');
    await answered(page, async () => {
      await page.keyboard.type(illness);
      await page.keyboard.press('Enter');
    });
    await answerUntilPlan(page, async ({ tick, button }) => {
      // Focus stands on the answer, which the log does not announce as well; the first way on is ahead, not behind.
      await expect.poll(async () => (await focused(page)).live).toBe('off');
      const label = (await (tick?.locator('..') ?? button).textContent())?.trim();
      await tabTo(page, ({ text }) => text === label);
      await page.keyboard.press(tick ? 'Space' : 'Enter');
      if (tick) await tabTo(page, ({ text }) => text === 'Færdig');
      if (tick) await page.keyboard.press('Enter');
    });
    await expect.poll(async () => (await focused(page)).text).toBe(say('da', 'plan.title'));

    await tabTo(page, ({ tag }) => tag === 'summary');
    await page.keyboard.press('Enter');
    expect(await plan.locator('details[open]').count()).toBe(1);
  });

  test('writes a line break with Shift and Enter, and sends nothing that is empty', async () => {
    const page = await openPage(browser);
    const { field, own } = await openChat(page, server.url);
    await field.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Enter');
    expect(await own.count()).toBe(0);
    await answered(page, async () => {
      await page.keyboard.type('første');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('anden');
      await page.keyboard.press('Enter');
    });
    expect(await own.last().locator('p').textContent()).toBe('første\nanden');
  });

  test('never loses a letter of what is written while an answer comes and takes the focus', async () => {
    const page = await openPage(browser);
    const { field, said } = await openChat(page, server.url);
    const more = 'og jeg ved ikke hvad der sker';
    const before = await said.count();
    await field.fill(illness);
    await field.press('Enter');
    await page.keyboard.type(more, { delay: 15 });
    await said.nth(before).waitFor();
    expect((await focused(page)).tag).toBe('field');
    expect(await field.inputValue()).toBe(more);
  });

  test('closes with Escape, gives focus back to the launcher, and keeps the conversation', async () => {
    const page = await openPage(browser);
    const { launcher, panel, own } = await openChat(page, server.url);
    await answered(page, async () => {
      await parts(page).field.fill(illness);
      await page.keyboard.press('Enter');
    });
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect((await focused(page)).text).toBe('Hjælp mig med at finde vej');
    await launcher.press('Enter');
    await panel.waitFor();
    expect(await own.count()).toBe(1);
  });
});
