const leastPart = 4;
const leastLetters = 9;

/**
 * Splits an unknown Danish word into two known ones: `sygedagpengeforløb` into `sygedagpenge` and `forløb`, with or
 * without an s or e between them. The longest first part wins. Null when there is no such split.
 */
export function compoundSplitter(
  vocabulary: readonly string[],
): (folded: string) => readonly [string, string] | null {
  const known = new Set(vocabulary);
  return (folded) => {
    if (folded.length < leastLetters || folded.length > 40) return null;
    for (let at = folded.length - leastPart; at >= leastPart; at--) {
      const second = folded.slice(at);
      if (!known.has(second)) continue;
      const first = folded.slice(0, at);
      const bare = /[se]$/.test(first) ? first.slice(0, -1) : first;
      if (known.has(first)) return [first, second];
      if (bare.length >= leastPart && known.has(bare)) return [bare, second];
    }
    return null;
  };
}
