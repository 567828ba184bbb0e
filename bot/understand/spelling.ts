const leastLetters = 5;

/**
 * Finds the known word that an unknown one was meant to be: one letter missing, too many, wrong, or two swapped. Known
 * words are filed under themselves with each letter left out, so that a look costs microseconds (fuse.js took 3 to 8 ms a
 * word here). Null when there is no such word; of several the one that keeps the first letters.
 */
export function speller(vocabulary: readonly string[]): (folded: string) => string | null {
  const filed = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < leastLetters) continue;
    for (const key of [word, ...shorter(word)]) {
      const list = filed.get(key);
      if (list === undefined) filed.set(key, [word]);
      else list.push(word);
    }
  }
  return (folded) => {
    if (folded.length < leastLetters || folded.length > 24 || !/^[a-z]+$/.test(folded)) return null;
    let best: string | null = null;
    let kept = -1;
    for (const key of [folded, ...shorter(folded)]) {
      for (const word of filed.get(key) ?? []) {
        const same = sameStart(word, folded);
        if (same > kept && isNear(word, folded)) [best, kept] = [word, same];
      }
    }
    return best;
  };
}

function shorter(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

function sameStart(one: string, other: string): number {
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  return i;
}

/** Whether the words differ by one letter or by one swap; two words filed alike may differ by two letters far apart. */
function isNear(one: string, other: string): boolean {
  const start = sameStart(one, other);
  const a = one.slice(start);
  const b = other.slice(start);
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
