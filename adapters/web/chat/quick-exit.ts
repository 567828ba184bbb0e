const pressesNeeded = 3;
const withinMs = 2_000;

/** Counts presses of Escape; true on the third within two seconds. */
export function escapeCounter(): (at: number) => boolean {
  let presses: readonly number[] = [];
  return (at) => {
    presses = [...presses.filter((before) => at - before < withinMs), at];
    return presses.length >= pressesNeeded;
  };
}

/**
 * Leaves at once: hides the page before the other one has loaded, empties what this tab has stored, and takes the
 * page's own place in the history, so that "back" does not lead here.
 */
export function quickExit(to: string): void {
  document.documentElement.style.setProperty('display', 'none', 'important');
  try {
    sessionStorage.clear();
  } catch {
    // Storage is forbidden here: then there is nothing to empty.
  }
  const target = URL.canParse(to, document.baseURI) ? new URL(to, document.baseURI) : null;
  location.replace(target && /^https?:$/.test(target.protocol) ? target.href : 'about:blank');
}
