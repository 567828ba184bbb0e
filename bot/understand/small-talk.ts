import { courtesies } from './command-phrases.ts';
import { fold, wordsOf } from './words.ts';

const greetings = folded(
  'hej hejsa hejhej hey halløj hallo dav davs goddag godmorgen godaften god dag morgen aften eftermiddag der nogen er hello hi good morning evening afternoon there anybody anyone guten tag moin servus dzień dobry cześć witam halo привіт вітаю добрий день ранок вечір مرحبا السلام عليكم اهلا صباح الخير مساء merhaba selam günaydın iyi günler akşamlar',
);
const thanks = folded(
  'tak tusind mange hjælpen jeres din det var pænt af dig thanks thank you very much danke vielen dank schön dziękuję bardzo dzięki дякую дуже شكرا جزيلا teşekkür teşekkürler ederim sağol',
);
const thankingWords = folded(
  'tak thanks thank danke dank dziękuję dzięki дякую شكرا teşekkür teşekkürler sağol',
);
const fillers = folded(courtesies.join(' '));
const mostWords = 6;

/** Whether a text only greets, or only thanks: nothing to understand, and no fault to own up to. */
export function smallTalk(text: string): 'greeting' | 'thanks' | null {
  const words = wordsOf(text, mostWords + 1).map((word) => word.folded);
  if (words.length === 0 || words.length > mostWords) return null;
  if (
    words.some((word) => thankingWords.has(word)) &&
    words.every((word) => thanks.has(word) || fillers.has(word))
  ) {
    return 'thanks';
  }
  return words.every((word) => greetings.has(word)) ? 'greeting' : null;
}

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(fold));
}
