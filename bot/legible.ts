/** No citizen needs more to tell what is the matter; what is beyond is read for danger only. */
const mostRead = 4000;

const control = /[^\P{Cc}\t\n]/gu;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
/** Marks that turn the direction of what stands after them; right-to-left scripts need none of them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A citizen's text as it can be read, kept and shown beside other words: nothing unpaired, unseen or turning. */
export function legible(text: string): string {
  return text.toWellFormed().replace(control, ' ').replace(invisible, '').replace(turning, '');
}

/** The beginning of a long text, cut where it cuts through no word and no number. */
export function beginning(text: string): string {
  if (text.length <= mostRead) return text;
  let end = mostRead;
  while (end > mostRead - 100 && !/\s/.test(text.charAt(end))) end -= 1;
  while (end > 0 && /[\p{Nd}\p{P}\s+]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).toWellFormed();
}

const pieceLength = 1200;
const overlap = 150;

/** A long text in pieces short enough to be read word by word, each beginning where the one before has not ended. */
export function pieces(text: string): readonly string[] {
  const all = [text.slice(0, pieceLength + overlap)];
  for (let at = pieceLength; at + overlap < text.length; at += pieceLength) {
    all.push(text.slice(at, at + pieceLength + overlap));
  }
  return all;
}
