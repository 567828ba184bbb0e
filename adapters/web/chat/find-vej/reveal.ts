import type { LitElement } from 'lit';

const breathPx = 16;

/**
 * Brings one entry to the top of the view, with as much as possible of what follows, and moves focus to another, once
 * everything in the conversation has been rendered.
 */
export async function reveal(
  root: ParentNode,
  topKey: string,
  focusKey: string | null,
  isStillDue: () => boolean,
): Promise<void> {
  const nested = root.querySelectorAll<LitElement>('find-vej-ask, find-vej-plan');
  await Promise.all(Array.from(nested, (part) => part.updateComplete));
  scrollTo(root, topKey);
  if (focusKey && isStillDue()) focusEntry(root, focusKey);
}

const entryWith = (root: ParentNode, key: string): HTMLElement | null =>
  root.querySelector(`[data-key="${CSS.escape(key)}"]`);

function scrollTo(root: ParentNode, key: string): void {
  const log = root.querySelector<HTMLElement>('.log');
  const head = root.querySelector<HTMLElement>('.head');
  const entry = entryWith(root, key);
  if (!log || !head || !entry) return;
  // Where there is little height the whole frame scrolls, below a top that stays.
  const isLow = getComputedStyle(log).overflowY === 'visible';
  const scroller = (isLow && log.parentElement) || log;
  const covered = isLow && getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0;
  const top = entry.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollBy({ top: top - covered - breathPx });
}

function focusEntry(root: ParentNode, key: string): void {
  const entry = entryWith(root, key);
  const nested = entry?.querySelector<LitElement>('find-vej-ask, find-vej-plan');
  const target = (nested?.renderRoot ?? entry)?.querySelector<HTMLElement>('[data-focus]') ?? entry;
  target?.focus({ preventScroll: true });
}
