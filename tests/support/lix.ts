/**
 * How hard a text is to read, by Björnsson's LIX: words per sentence plus the share of words longer than six letters × 100.
 * A sentence ends at . ! ? : or at the end of a text; a slot such as `{{year}}` counts as one short word.
 */
export function lix(...texts: readonly string[]): number {
  let sentences = 0;
  let words = 0;
  let long = 0;
  for (const text of texts) {
    for (const sentence of text.replace(/\{\{\w+\}\}/gu, ' ord ').split(/[.!?:]+(?=[\s»«”)]|$)/u)) {
      const found = sentence.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
      if (found.length === 0) continue;
      sentences++;
      words += found.length;
      long += found.filter((word) => (word.match(/\p{L}/gu) ?? []).length > 6).length;
    }
  }
  return sentences === 0 ? 0 : words / sentences + (long / words) * 100;
}
