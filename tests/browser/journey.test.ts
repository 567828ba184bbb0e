import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../bot/wording/wording.ts';
import { closePages, openBrowser, openPage, screens } from '../support/browser.ts';
import {
  answered,
  answerUntilPlan,
  firstAnswer,
  illness,
  openChat,
  parts,
  tell,
} from '../support/citizen.ts';
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

describe('a journey by mouse', () => {
  test('goes from the citizen’s own words to a plan with steps, whom to call, and proof', async () => {
    const page = await openPage(browser);
    const { log, plan } = await openChat(page, server.url);
    expect(await log.textContent()).toContain(say('da', 'welcome.hello'));
    await tell(page, illness);
    await answerUntilPlan(page);

    expect(await plan.getByRole('heading', { level: 3 }).textContent()).toBe(say('da', 'plan.title'));
    expect(await plan.getByRole('heading', { level: 4 }).count()).toBeGreaterThan(0);
    const steps = plan.locator('.step');
    expect(await steps.count()).toBeGreaterThan(1);
    for (const step of await steps.all()) {
      expect(await step.getByRole('heading', { level: 6 }).count()).toBe(1);
      const proof = step.locator('details.proof');
      expect(await proof.getByText(say('da', 'words.source')).isVisible()).toBe(false);
      await proof.locator('summary').click();
      expect(await proof.getByText(say('da', 'words.source')).isVisible()).toBe(true);
      expect(await proof.getByText(say('da', 'words.checked')).isVisible()).toBe(true);
    }
    const phones = await plan
      .locator('a.phone')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href'), link.textContent?.replace(/\D/g, '')]),
      );
    expect(phones.length).toBeGreaterThan(0);
    for (const [href, digits] of phones) expect(href).toBe(`tel:${digits}`);
    expect(page.troubles).toEqual([]);
  });

  test('shows a crisis before anything else, with numbers that can be called', async () => {
    const page = await openPage(browser, { viewport: screens.phone });
    const { crisis } = await openChat(page, server.url);
    await tell(page, 'jeg vil ikke leve mere');
    expect(await crisis.getAttribute('role')).toBe('alert');
    expect(await crisis.getByRole('link', { name: /112/ }).getAttribute('href')).toBe('tel:112');
    expect(await crisis.getByRole('link').count()).toBeGreaterThan(1);
    const afterOwn = page.locator('find-vej .own + .said');
    expect(await afterOwn.locator('.crisis').count()).toBe(1);
    const box = await crisis.getByRole('link', { name: /112/ }).boundingBox();
    const footerTop = (await page.locator('find-vej .foot').boundingBox())?.y ?? 0;
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(footerTop);
  });

  test('always leads to a person', async () => {
    const page = await openPage(browser);
    const { log } = await openChat(page, server.url);
    await page.waitForTimeout(800);
    await answered(page, () => page.getByRole('button', { name: 'Tal med et menneske' }).click());
    expect(await log.locator('a.phone').count()).toBeGreaterThan(0);
  });

  test('does not take the second half of a double click on the launcher for a tool behind it', async () => {
    for (const part of [0.1, 0.5, 0.9]) {
      const page = await openPage(browser, { viewport: screens.narrow });
      const { launcher, said, own } = parts(page);
      await page.goto(server.url);
      const { x, y, width, height } = (await launcher.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.dblclick(x + width * part, y + height / 3);
      await page.mouse.dblclick(x + width * part, y + (height * 2) / 3);
      await said.first().waitFor();
      expect(await own.count()).toBe(0);
      await page.context().close();
    }
  });

  test('shows markup that the citizen types as text, and runs none of it', async () => {
    const page = await openPage(browser);
    const { own, log } = await openChat(page, server.url);
    const markup =
      '<img src=x onerror="window.hacked=1"><b>fed</b><script>window.hacked=2</script>$ {1+1} **x**';
    await tell(page, markup);
    expect(await own.last().locator('p').textContent()).toBe(markup);
    expect(await log.locator('img, b, script').count()).toBe(0);
    await page.reload();
    await own.last().waitFor();
    expect(await own.last().locator('p').textContent()).toBe(markup);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  });

  test('hides the answers of a question once it has been answered', async () => {
    const page = await openPage(browser);
    await openChat(page, server.url);
    await tell(page, illness);
    const question = page.locator('find-vej-ask').first();
    expect(await question.getByRole('button').count()).toBeGreaterThan(0);
    const { tick, button } = await firstAnswer(page);
    await answered(page, async () => {
      await tick?.check();
      await button.click();
    });
    expect(await question.getByRole('heading').count()).toBe(1);
    expect(await question.getByRole('button').count()).toBe(0);
  });
});

describe('the plan', () => {
  test('is printed alone and whole', async () => {
    const page = await openPage(browser);
    const { plan } = await openChat(page, server.url);
    await tell(page, illness);
    await answerUntilPlan(page);
    const steps = await plan.locator('.step').count();
    await page.evaluate(() => {
      globalThis.print = () => {};
    });
    await plan.getByRole('button', { name: 'Gem eller print min plan' }).click();
    const paper = page.locator('find-vej-print');
    expect(await paper.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await paper.isVisible()).toBe(true);
    expect(await paper.locator('.step').count()).toBe(steps);
    expect(await paper.locator('details.proof dl').first().isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Syg og sygedagpenge' }).isVisible()).toBe(false);
    expect(await paper.getByRole('button').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await paper.count()).toBe(0);
  });

  test('is copied as plain text with every step', async () => {
    const page = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { plan } = await openChat(page, server.url);
    await tell(page, illness);
    await answerUntilPlan(page);
    await plan.getByRole('button', { name: 'Kopiér' }).click();
    await plan.getByText('Planen er kopieret.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const title of await plan.getByRole('heading', { level: 6 }).allTextContents()) {
      expect(copied).toContain(title);
    }
    expect(copied).toContain(say('da', 'words.source'));
  });
});
