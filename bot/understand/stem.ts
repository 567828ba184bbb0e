// A light Danish stemmer for folded words, after the Snowball algorithm: endings fall off the part after the first
// vowel-consonant pair. It is also run on other languages' words, where it does little harm.
const endings = [
  'erendes',
  'erende',
  'hedens',
  'erens',
  'endes',
  'ethed',
  'erede',
  'ernes',
  'erets',
  'heder',
  'enes',
  'erne',
  'eren',
  'erer',
  'heds',
  'ered',
  'ende',
  'ene',
  'ere',
  'ens',
  'ers',
  'ets',
  'hed',
  'ern',
  'er',
  'en',
  'et',
  'es',
  'e',
  's',
]; // the longest first
const lastLetters = /(?:igst|elig|lig|els|est|ig|lost)$/;
const vowel = /[aeiouy]/;
const pairs = /(?:gd|dt|gt|kt)$/;

function regionStart(word: string): number {
  for (let i = 1; i < word.length; i++) {
    if (vowel.test(word[i - 1] ?? '') && !vowel.test(word[i] ?? '')) return Math.max(i + 1, 3);
  }
  return word.length;
}

/** The stem of a folded word: what its inflected forms have in common. */
export function stem(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  const start = regionStart(word);
  let stemmed = word;
  for (const ending of endings) {
    if (!stemmed.endsWith(ending) || stemmed.length - ending.length < start) continue;
    if (ending === 's' && !/[abcdfghjklmnoprtvyz]s$/.test(stemmed)) break;
    stemmed = stemmed.slice(0, -ending.length);
    break;
  }
  if (pairs.test(stemmed) && stemmed.length - 2 >= start) stemmed = stemmed.slice(0, -1);
  const rest = stemmed.slice(start);
  if (lastLetters.test(rest)) stemmed = stemmed.replace(lastLetters, '');
  if (/([bcdfghjklmnpqrstvxz])\1$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  return stemmed;
}
