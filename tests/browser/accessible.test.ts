import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../bot/wording/wording.ts';
import { axeFindings, closePages, openBrowser, openPage, screens } from '../support/browser.ts';
import { answered, answerUntilPlan, illness, openChat, parts, tell } from '../support/citizen.ts';
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

/** Walks through every kind of screen and calls `look` at each. */
async function eachScreen(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto(server.url);
  await parts(page).launcher.waitFor();
  await look('page');
  await openChat(page, server.url);
  await look('welcome');
  await tell(page, illness);
  await look('question');
  await answerUntilPlan(page);
  const summaries = parts(page).plan.locator('summary');
  for (const summary of await summaries.all()) await summary.click();
  await look('plan');
  const overview = page.getByRole('button', { name: say('da', 'plan.overview') });
  await answered(page, () => overview.last().click());
  await look('question for a day');
  await tell(page, 'jeg vil ikke leve mere');
  await look('crisis');
  await answered(page, () => page.getByRole('button', { name: 'Tal med et menneske' }).first().click());
  await look('contact');
  await page.getByRole('button', { name: 'Slet min samtale' }).click();
  await parts(page).log.getByText(say('da', 'forgotten')).waitFor();
  await look('deleted');
}

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  'on a computer, light': { colorScheme: 'light' },
  'on a computer, dark': { colorScheme: 'dark' },
  'on the narrowest screen, light': { viewport: screens.narrow, colorScheme: 'light' },
  ...(process.env.FIND_VEJ_LONG
    ? { 'on the narrowest screen, dark': { viewport: screens.narrow, colorScheme: 'dark' } }
    : {}),
};

describe('axe', () => {
  for (const [name, options] of Object.entries(looks)) {
    test(`finds nothing on any screen ${name}`, async () => {
      const page = await openPage(browser, { ...options, reducedMotion: 'reduce' });
      const findings: string[] = [];
      await eachScreen(page, async (screen) => {
        findings.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`));
      });
      expect(findings).toEqual([]);
      expect(page.troubles).toEqual([]);
    }, 240_000);
  }
});

describe('the narrowest screen', () => {
  const widest = (page: Page) =>
    page.evaluate(() => {
      const { log, frame } = {
        log: document.querySelector('find-vej')?.shadowRoot?.querySelector('.log'),
        frame: document.querySelector('find-vej')?.shadowRoot?.querySelector('.frame'),
      };
      const over = (element: Element | null | undefined) =>
        element ? element.scrollWidth - element.clientWidth : 0;
      return Math.max(over(document.documentElement), over(log), over(frame));
    });

  for (const [name, rootSize] of [
    ['at the usual size of text', '100%'],
    ['with text twice as large', '200%'],
  ] as const) {
    test(`needs no scrolling sideways ${name}, and hides nothing that is always possible`, async () => {
      const page = await openPage(browser, { viewport: screens.narrow });
      await page.addInitScript((size) => {
        addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = size;
        });
      }, rootSize);
      await eachScreen(page, async (screen) => {
        expect([screen, await widest(page)]).toEqual([screen, 0]);
        if (screen === 'page' || screen === 'deleted') return;
        for (const words of [
          'Ud herfra nu',
          'Tal med et menneske',
          'Start forfra',
          'Slet min samtale',
          'Luk',
        ]) {
          const button = page.getByRole('button', { name: words }).last();
          await button.scrollIntoViewIfNeeded();
          await button.click({ trial: true });
        }
      });
    });
  }

  test('makes everything that can be pressed at least 24 pixels high and wide', async () => {
    const page = await openPage(browser, { viewport: screens.narrow });
    await eachScreen(page, async (screen) => {
      const boxes = await page
        .locator('find-vej')
        .locator(
          'button:visible, summary:visible, a.phone:visible, .links a:visible, .tick:visible, select:visible, textarea:visible',
        )
        .evaluateAll((targets) =>
          targets.map((target) => {
            const { width, height } = target.getBoundingClientRect();
            return { text: target.textContent?.trim(), width, height };
          }),
        );
      const small = boxes.filter(({ width, height }) => width > 0 && (width < 24 || height < 24));
      expect([screen, small]).toEqual([screen, []]);
    });
  });
});

describe('a screen reader', () => {
  test('is given names, headings in order and the journey in the order it happened', async () => {
    const page = await openPage(browser);
    const { panel, plan, log } = await openChat(page, server.url);
    await tell(page, illness);
    await answerUntilPlan(page);
    const tree = await panel.ariaSnapshot();
    const order = [
      'heading "Find vej" [level=2]',
      'button "Ud herfra nu"',
      'log "Samtalen"',
      say('da', 'welcome.hello').slice(0, 30),
      'Du skrev',
      illness,
      `heading "${say('da', 'plan.title')}" [level=3]`,
      'button "Gem eller print min plan"',
      'textbox "Skriv med dine egne ord"',
      'button "Tal med et menneske"',
      'button "Slet min samtale"',
    ];
    const places = order.map((part) =>
      part.includes('Tal med') ? tree.lastIndexOf(part) : tree.indexOf(part),
    );
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(tree).not.toMatch(/- (button|link|checkbox|textbox)(:|$)/m);
    expect(tree).toMatch(/link "Ring [\d ]+"/);

    const levels = Array.from(tree.matchAll(/heading .*\[level=(\d)\]/g), ([, level]) => Number(level));
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1);
    expect(await plan.getByRole('list').count()).toBeGreaterThan(0);
    expect(await log.getAttribute('aria-relevant')).toBe('additions');
  });

  test('hears each thing once: what focus goes to is not announced as well, nor the citizen’s own words', async () => {
    const page = await openPage(browser);
    const { said, own } = await openChat(page, server.url);
    const live = () => said.evaluateAll((entries) => entries.map((entry) => entry.getAttribute('aria-live')));
    // The welcome is announced; focus is on the heading.
    expect(new Set(await live())).toEqual(new Set([null]));
    const welcome = await said.count();
    await tell(page, illness);
    expect((await live())[welcome]).toBe('off');
    expect(await own.last().getAttribute('aria-live')).toBe('off');
  });

  test('gets the language and the direction of writing', async () => {
    const page = await openPage(browser);
    const { panel } = await openChat(page, server.url);
    expect([await panel.getAttribute('lang'), await panel.getAttribute('dir')]).toEqual(['da', 'ltr']);
  });
});

describe('colours that the citizen’s system decides', () => {
  test('leave every control with a border', async () => {
    const page = await openPage(browser, { forcedColors: 'active' });
    await openChat(page, server.url);
    await tell(page, illness);
    const bare = await page
      .locator('find-vej')
      .locator('button:visible')
      .evaluateAll((buttons) =>
        buttons.flatMap((button) =>
          getComputedStyle(button).borderStyle === 'none' ? [button.textContent] : [],
        ),
      );
    expect(bare).toEqual([]);
  });
});
