import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlanStep, Reply } from '../../bot/reply.ts';
import { planWords } from '../../bot/say/plan-words.ts';
import { axeFindings, closePages, openBrowser, openPage, screens } from '../support/browser.ts';
import { openChat, parts } from '../support/citizen.ts';
import { startServer, type TestServer } from '../support/server.ts';

// Replies that today’s content does not give, or not at once, laid into the server’s own stream.
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

interface Extra {
  readonly type?: string;
  readonly text?: string;
  readonly locale?: string;
  readonly reply?: Reply;
}

/** Opens the chat and adds activities to the welcome; tells what the page posts. */
async function openWith(
  page: Page,
  ...extras: readonly Extra[]
): Promise<{ posts: Record<string, unknown>[] }> {
  const posts: Record<string, unknown>[] = [];
  await page.routeWebSocket(/\/stream/, (socket) => {
    socket.connectToServer().onMessage((frame) => {
      const set = JSON.parse(String(frame));
      const first = set.activities.some(({ id }: { id: string }) => id.endsWith('0000002'));
      const added = extras.map(({ type = 'message', text = '', locale, reply }, at) => ({
        type,
        id: `extra-${at}`,
        text,
        from: { id: 'find-vej', role: 'bot' },
        ...(locale ? { locale } : {}),
        ...(reply ? { channelData: { reply } } : {}),
      }));
      socket.send(JSON.stringify({ ...set, activities: [...set.activities, ...(first ? added : [])] }));
    });
  });
  await page.route('**/activities', async (route) => {
    posts.push(route.request().postDataJSON());
    await route.continue();
  });
  await openChat(page, server.url);
  return { posts };
}

const step = (more: Partial<PlanStep>): PlanStep => ({
  id: 'x',
  title: 'Et skridt',
  from: 'municipality',
  provider: 'Kommunen',
  fits: 'maybe',
  what: 'Hvad det er',
  why: 'Derfor',
  how: 'Ring',
  bring: ['sygesikringskort'],
  contacts: [],
  proof: { path: ['a', 'b'], rule: 'r', source: 's', checkedOn: '2019', stale: 'Oplysningen er gammel' },
  ...more,
});

describe('a question for a number', () => {
  test('takes whole numbers, and says kindly what else it needs', async () => {
    const page = await openPage(browser);
    const ask: Reply = {
      kind: 'ask',
      text: 'Hvor mange timer?',
      input: 'number',
      question: 'timer',
      options: [],
    };
    const { posts } = await openWith(page, { reply: ask });
    const field = page.getByRole('textbox', { name: 'Dit tal' });
    await field.fill('mange');
    await page.getByRole('button', { name: 'Færdig' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Skriv et helt tal');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
    await field.fill('12');
    await field.press('Enter');
    await expect.poll(() => posts.length).toBe(1);
    expect(posts[0]).toMatchObject({ text: '12', value: { kind: 'answer', question: 'timer', value: 12 } });
  });
});

describe('a question for a day', () => {
  test('takes day, month and year apart, and refuses days that do not exist', async () => {
    const page = await openPage(browser, { viewport: screens.narrow });
    const ask: Reply = {
      kind: 'ask',
      text: 'Hvornår blev du syg?',
      input: 'date',
      question: 'syg',
      options: [],
    };
    const { posts } = await openWith(page, { reply: ask });
    for (const [name, value] of [
      ['Dag', '31'],
      ['Måned', '2'],
      ['År', '2026'],
    ] as const) {
      await page.getByRole('textbox', { name }).fill(value);
    }
    await page.getByRole('button', { name: 'Færdig' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('findes ikke');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Dag' }).fill('27');
    await page.getByRole('textbox', { name: 'År' }).press('Enter');
    await expect.poll(() => posts.length).toBe(1);
    expect(posts[0]).toMatchObject({
      text: '27. februar 2026',
      value: { kind: 'answer', question: 'syg', value: '2026-02-27' },
    });
  });
});

describe('a question with several answers', () => {
  test('wants at least one tick, and sends them as one answer', async () => {
    const page = await openPage(browser);
    const options = ['a', 'b', 'c'].map((value) => ({
      label: `Svar ${value}`,
      action: { kind: 'answer', question: 'q', value: [value] } as const,
    }));
    const { posts } = await openWith(page, {
      reply: { kind: 'ask', text: 'Hvilke?', input: 'many', question: 'q', options },
    });
    await page.getByRole('button', { name: 'Færdig' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('mindst ét kryds');
    await page.getByRole('checkbox', { name: 'Svar a' }).check();
    await page.getByRole('checkbox', { name: 'Svar c' }).check();
    await page.getByRole('button', { name: 'Færdig' }).click();
    await expect.poll(() => posts.length).toBe(1);
    expect(posts[0]).toMatchObject({
      text: 'Svar a, Svar c',
      value: { kind: 'answer', question: 'q', value: ['a', 'c'] },
    });
  });
});

describe('languages', () => {
  test('are offered in a menu when the server offers them; English has words of its own', async () => {
    const page = await openPage(browser);
    const options = (['da', 'en', 'ar'] as const).map((language) => ({
      label: { da: 'Dansk', en: 'English', ar: 'العربية' }[language],
      action: { kind: 'language', language } as const,
    }));
    const { posts } = await openWith(page, { reply: { kind: 'say', text: 'Sprog?', options } });
    const menu = page.getByRole('combobox', { name: 'Sprog' });
    expect(await menu.locator('option').allTextContents()).toEqual(['Dansk', 'English', 'العربية']);
    expect(await page.getByRole('button', { name: 'العربية' }).getAttribute('lang')).toBe('ar');
    expect(await axeFindings(page)).toEqual([]);
    await menu.selectOption('English');
    await expect.poll(() => posts.length).toBe(1);
    expect(posts[0]).toMatchObject({ value: { kind: 'language', language: 'en' } });
  });

  test('turn everything around for Arabic, on the narrowest screen too', async () => {
    const page = await openPage(browser, { viewport: screens.narrow });
    await openWith(page, { locale: 'ar', reply: { kind: 'say', text: 'مرحبا' } });
    await page.getByRole('button', { name: 'اخرج الآن' }).waitFor();
    const { panel } = parts(page);
    const log = page.getByRole('log');
    await expect.poll(() => panel.getAttribute('dir')).toBe('rtl');
    expect(await panel.getAttribute('lang')).toBe('ar');
    const said = parts(page).said;
    expect([await said.first().getAttribute('dir'), await said.last().getAttribute('dir')]).toEqual([
      'ltr',
      'rtl',
    ]);
    expect(await log.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('a step', () => {
  test('says in the open that it may fit and that its source is old, and links only to safe addresses', async () => {
    const page = await openPage(browser);
    const words = planWords('da');
    await openWith(
      page,
      { reply: { kind: 'step', step: step({ website: 'javascript:alert(1)' }), words, options: [] } },
      { reply: { kind: 'step', step: step({ website: 'https://www.borger.dk/x' }), words, options: [] } },
    );
    const [unsafe, safe] = [page.locator('.step').first(), page.locator('.step').last()];
    expect(await unsafe.getByText('Oplysningen er gammel').isVisible()).toBe(true);
    expect(await unsafe.getByText(words.maybe).isVisible()).toBe(true);
    expect(await unsafe.getByRole('link').count()).toBe(0);
    expect(await safe.getByRole('link').getAttribute('href')).toBe('https://www.borger.dk/x');
    expect(await safe.getByRole('link').getAttribute('rel')).toContain('noopener');
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('a person', () => {
  test('is seen writing, and their plain words are shown', async () => {
    const page = await openPage(browser);
    await openWith(page, { text: 'Hej, jeg hedder Bo <b>', type: 'message' }, { type: 'typing' });
    await page.locator('find-vej .said').getByText('Hej, jeg hedder Bo <b>', { exact: true }).waitFor();
    await page.getByRole('status').getByText('Finder svar').waitFor();
  });
});
