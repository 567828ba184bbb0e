import type { CrisisCard } from '../../knowledge/crisis.ts';
import type { Graph } from '../../knowledge/graph.ts';
import { inLanguage } from '../../knowledge/in-language.ts';
import { contactsAt, contactsOf } from '../handover/contacts.ts';
import type { Language } from '../message.ts';
import type { Position } from '../position.ts';
import type { Reply } from '../reply.ts';
import type { Session } from '../session.ts';
import { say } from '../wording/wording.ts';
import { backOptions } from './plan-words.ts';

/** The organisation a citizen calls to speak with a person in the municipality. */
const contactCentre = 'kontaktcenter';

/** The contact centre's number and hours, or that the hours are not known. */
export function sayPerson(graph: Graph, session: Session, position: Position, day: string): Reply {
  const contacts = contactsOf(graph, contactCentre, session.language, day);
  const text = say(session.language, contacts.length === 0 ? 'contact.noPhone' : 'contact.intro');
  return { kind: 'contact', text, contacts, options: backOptions(session, position) };
}

/** A crisis card: what to do first and whom to call, whatever the age of the numbers. Null when the graph has no card. */
export function sayCrisis(graph: Graph, crisis: CrisisCard, language: Language, day: string): Reply | null {
  const card = inLanguage(graph, language).crisis(crisis);
  if (card === undefined) return null;
  const contacts = card.call.flatMap((id) => {
    const organisation = graph.organisations.get(id);
    return organisation === undefined ? [] : contactsAt(organisation, language, day).slice(0, 1);
  });
  return {
    kind: 'crisis',
    crisis,
    title: card.name,
    text: card.sayFirst,
    contacts,
    afterwards: card.afterwards,
  };
}

/** That there is time to tell more, with a person one press away. */
export function sayStay(language: Language): Reply {
  return {
    kind: 'say',
    text: say(language, 'crisis.goOn'),
    options: [
      { label: say(language, 'plan.person'), action: { kind: 'person' } },
      { label: say(language, 'welcome.list'), action: { kind: 'none' }, quiet: true },
    ],
  };
}
