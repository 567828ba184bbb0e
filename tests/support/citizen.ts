import type { Locator, Page } from 'playwright-core';

/** Words that make the real guide ask and then lay out a plan. */
export const illness = 'Jeg er sygemeldt og bange for at miste mine sygedagpenge';

/** What a citizen sees of the element, found as a screen reader finds it. */
export const parts = (page: Page) => ({
  launcher: page.getByRole('button', { name: 'Hjælp mig med at finde vej' }),
  panel: page.getByRole('dialog', { name: 'Find vej' }),
  log: page.getByRole('log', { name: 'Samtalen' }),
  field: page.getByRole('textbox', { name: 'Skriv med dine egne ord' }),
  send: page.getByRole('button', { name: 'Send' }),
  said: page.locator('find-vej .said'),
  own: page.locator('find-vej .own'),
  plan: page.locator('find-vej-plan').last(),
  crisis: page.locator('find-vej .crisis').last(),
});

/** Opens the panel and waits for the welcome. */
export async function openChat(page: Page, url: string): Promise<ReturnType<typeof parts>> {
  const seen = parts(page);
  await page.goto(url);
  await seen.launcher.click();
  await seen.said.first().waitFor();
  return seen;
}

/** Does something and waits until it has been answered. */
export async function answered(page: Page, act: () => Promise<unknown>): Promise<void> {
  const { own, said } = parts(page);
  const [ownBefore, saidBefore] = [await own.count(), await said.count()];
  await act();
  await own.nth(ownBefore).waitFor();
  await said.nth(saidBefore).waitFor();
}

/** Writes something and sends it. */
export async function tell(page: Page, text: string): Promise<void> {
  const { field, send } = parts(page);
  await answered(page, async () => {
    await field.fill(text);
    await send.click();
  });
}

/** The way to answer that stands open: the first tick with "Færdig", or the first button. */
export async function firstAnswer(page: Page): Promise<{ tick: Locator | null; button: Locator }> {
  const { log } = parts(page);
  const tick = log.getByRole('checkbox').first();
  if (await tick.isVisible()) return { tick, button: log.getByRole('button', { name: 'Færdig' }) };
  return { tick: null, button: log.locator('button.answer').first() };
}

/** Keeps giving the first answer until there is a plan; `answer` is how, by mouse unless told otherwise. */
export async function answerUntilPlan(
  page: Page,
  answer = async ({ tick, button }: Awaited<ReturnType<typeof firstAnswer>>) => {
    await tick?.check();
    await button.click();
  },
): Promise<number> {
  const { plan } = parts(page);
  for (let questions = 0; questions < 12; questions += 1) {
    if (await plan.isVisible()) return questions;
    const way = await firstAnswer(page);
    await answered(page, () => answer(way));
  }
  throw new Error('There was no plan after twelve answers.');
}
