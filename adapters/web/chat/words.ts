import type { Language } from '../../../bot/message.ts';

/** What the element itself says, around what the guide says. A language that lacks a string does not compile. */
export interface Words {
  readonly title: string;
  readonly launch: string;
  readonly close: string;
  readonly larger: string;
  readonly smaller: string;
  readonly exit: string;
  readonly exitHint: string;
  readonly language: string;
  readonly log: string;
  readonly you: string;
  readonly guide: string;
  readonly write: string;
  readonly example: string;
  readonly send: string;
  readonly tools: string;
  readonly person: string;
  readonly restart: string;
  readonly forget: string;
  readonly typing: string;
  readonly connecting: string;
  readonly empty: string;
  readonly offline: string;
  readonly reconnecting: string;
  readonly back: string;
  readonly failed: string;
  readonly ended: string;
  readonly startAnew: string;
  readonly retry: string;
  readonly waiting: string;
  readonly notSent: string;
  readonly done: string;
  readonly pickSome: string;
  readonly pickNone: string;
  readonly number: string;
  readonly numberWrong: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly dayExample: string;
  readonly dayWrong: string;
  readonly answers: string;
  readonly print: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly phone: string;
  readonly printedFrom: string;
}

/** Danish, which stands in for a language whose words are not there. */
export const da: Words = {
  title: 'Hjælp mig med at finde vej',
  launch: 'Hjælp mig med at finde vej',
  close: 'Luk',
  larger: 'Gør større',
  smaller: 'Gør mindre',
  exit: 'Ud herfra nu',
  exitHint: 'Viser en anden side med det samme. Du kan også trykke på Escape tre gange.',
  language: 'Sprog',
  log: 'Samtalen',
  you: 'Du skrev',
  guide: 'Svar',
  write: 'Skriv med dine egne ord',
  example: 'Fx: Jeg er syg og bange for at miste mine penge',
  send: 'Send',
  tools: 'Altid muligt',
  person: 'Tal med et menneske',
  restart: 'Start forfra',
  forget: 'Slet min samtale',
  typing: 'Finder svar …',
  connecting: 'Åbner samtalen …',
  empty: 'Fortæl, hvad der sker i dit liv. Så finder vi vej sammen.',
  offline: 'Du har ikke forbindelse til nettet. Det, du skriver, bliver sendt, når den er tilbage.',
  reconnecting: 'Forbindelsen røg. Jeg prøver igen …',
  back: 'Forbindelsen er tilbage.',
  failed: 'Samtalen kan ikke åbnes lige nu. Prøv igen om lidt, eller ring til kommunen.',
  ended: 'Samtalen er slut, fordi der gik lang tid. Det, du kan se her, bliver stående, til du lukker siden.',
  startAnew: 'Start en ny samtale',
  retry: 'Prøv igen',
  waiting: 'Venter på forbindelse',
  notSent: 'Ikke sendt',
  done: 'Færdig',
  pickSome: 'Du kan sætte flere krydser.',
  pickNone: 'Sæt mindst ét kryds, eller vælg en anden knap.',
  number: 'Dit tal',
  numberWrong: 'Skriv et helt tal, fx 12.',
  day: 'Dag',
  month: 'Måned',
  year: 'År',
  dayExample: 'Fx 27 3 2026',
  dayWrong: 'Den dag findes ikke. Skriv dag, måned og år med tal.',
  answers: 'Svar',
  print: 'Gem eller print min plan',
  copy: 'Kopiér',
  copied: 'Planen er kopieret.',
  copyFailed: 'Planen kunne ikke kopieres her. Du kan printe den.',
  phone: 'Ring',
  printedFrom: 'Hentet den',
};

const en: Words = {
  title: 'Help me find the way',
  launch: 'Help me find the way',
  close: 'Close',
  larger: 'Make larger',
  smaller: 'Make smaller',
  exit: 'Leave now',
  exitHint: 'Shows another page at once. You can also press Escape three times.',
  language: 'Language',
  log: 'The conversation',
  you: 'You wrote',
  guide: 'Answer',
  write: 'Write in your own words',
  example: 'Such as: I am ill and afraid of losing my money',
  send: 'Send',
  tools: 'Always possible',
  person: 'Talk to a person',
  restart: 'Start over',
  forget: 'Delete my conversation',
  typing: 'Finding an answer …',
  connecting: 'Opening the conversation …',
  empty: 'Tell what is happening in your life. Then we find the way together.',
  offline: 'You have no connection. What you write will be sent when it is back.',
  reconnecting: 'The connection was lost. Trying again …',
  back: 'The connection is back.',
  failed: 'The conversation cannot be opened now. Try again in a while, or call the municipality.',
  ended:
    'The conversation has ended because a long time has passed. What you see stays until you close the page.',
  startAnew: 'Start a new conversation',
  retry: 'Try again',
  waiting: 'Waiting for connection',
  notSent: 'Not sent',
  done: 'Done',
  pickSome: 'You can tick several.',
  pickNone: 'Tick at least one, or choose another button.',
  number: 'Your number',
  numberWrong: 'Write a whole number, such as 12.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  dayExample: 'Such as 27 3 2026',
  dayWrong: 'There is no such day. Write day, month and year in numbers.',
  answers: 'Answers',
  print: 'Save or print my plan',
  copy: 'Copy',
  copied: 'The plan is copied.',
  copyFailed: 'The plan could not be copied here. You can print it.',
  phone: 'Call',
  printedFrom: 'Fetched on',
};

const here: Partial<Record<Language, Words>> = { da, 'da-let': da, en };

/** Fetched when somebody speaks the language, so that the others need not wait for them. */
const apart: Partial<Record<Language, () => Promise<{ readonly words: Words }>>> = {
  ar: () => import('./words/ar.ts'),
  de: () => import('./words/de.ts'),
  pl: () => import('./words/pl.ts'),
  tr: () => import('./words/tr.ts'),
  uk: () => import('./words/uk.ts'),
};

/** The element's words in a language, or null while they are still apart. */
export const wordsIn = (language: Language): Words | null => here[language] ?? null;

/** Fetches a language's words; true when they came, false when they could not be had or were here already. */
export async function fetchWords(language: Language): Promise<boolean> {
  const fetched = here[language] === undefined ? await apart[language]?.().catch(() => null) : null;
  if (!fetched) return false;
  here[language] = fetched.words;
  return true;
}
