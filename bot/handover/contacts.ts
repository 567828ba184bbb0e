import type { Graph } from '../../knowledge/graph.ts';
import type { Organisation, Schedule } from '../../knowledge/organisation.ts';
import { yearsSince } from '../calendar.ts';
import type { Language } from '../message.ts';
import type { Contact } from '../reply.ts';
import { say } from '../wording/wording.ts';

/** From this age on a fact is called old and its year is said. */
export const oldAfterYears = 2;

/** Whom to call about something an organisation gives: its own numbers, or those of what it is part of. */
export function contactsOf(graph: Graph, id: string, language: Language, day: string): readonly Contact[] {
  const seen = new Set<string>();
  let organisation = graph.organisations.get(id);
  while (organisation !== undefined && !seen.has(organisation.id)) {
    const contacts = contactsAt(organisation, language, day);
    if (contacts.length > 0) return contacts;
    seen.add(organisation.id);
    organisation = graph.organisations.get(organisation.partOf ?? '');
  }
  return [];
}

/** One contact for each phone number that may be shown, with its hours or that they are not known. */
export function contactsAt(organisation: Organisation, language: Language, day: string): readonly Contact[] {
  return organisation.phones
    .filter((phone) => phone.confidence !== 'uncertain')
    .map((phone) => {
      const year = phone.checkedOn.slice(0, 4);
      const isOld = yearsSince(phone.checkedOn, day) >= oldAfterYears;
      const note =
        isOld && organisation.kind !== 'helpline' ? say(language, 'contact.phoneOld', { year }) : undefined;
      return {
        name: organisation.name,
        phone: phone.number,
        hours: hoursInWords(organisation.schedule, language, day),
        ...(note === undefined ? {} : { note }),
      };
    });
}

/** Opening hours in words; old ones with their year, unknown ones said to be unknown. */
export function hoursInWords(schedule: Schedule | undefined, language: Language, day: string): string {
  if (schedule === undefined || schedule.confidence === 'uncertain')
    return say(language, 'contact.hoursUnknown');
  if (schedule.alwaysOpen) return say(language, 'contact.alwaysOpen');
  const weekly = (schedule.weekly ?? []).flatMap(({ days, opens, closes }) =>
    runsOf(days).map((run) => {
      const [from = 'mon', to = from] = [run[0], run.at(-1)];
      const name = (one: Weekday) => say(language, `contact.days.${one}`);
      const key = from === to ? 'contact.dayOne' : 'contact.dayRange';
      return say(language, key, { from: name(from), to: name(to), opens, closes });
    }),
  );
  const hours = [...weekly, ...(schedule.words === undefined ? [] : [schedule.words])].join(', ');
  if (yearsSince(schedule.checkedOn, day) < oldAfterYears) return hours;
  return say(language, 'contact.hoursOld', { hours, year: schedule.checkedOn.slice(0, 4) });
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof week)[number];

/** Days that follow each other, together: "Monday to Wednesday" and "Friday", never "Monday to Friday" for the two. */
function runsOf(days: readonly Weekday[]): readonly (readonly Weekday[])[] {
  const runs: Weekday[][] = [];
  for (const [index, day] of week.entries()) {
    if (!days.includes(day)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === week[index - 1]) last.push(day);
    else runs.push([day]);
  }
  return runs;
}
