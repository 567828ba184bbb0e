import type { Journey } from '../support/play.ts';

/** One citizen for each of the life situations of Sammen med Borgeren, in words of their own. */
export const journeys: Readonly<Record<string, Journey & { readonly finds: readonly string[] }>> = {
  botilbud: {
    says: 'jeg bor på bosted og personalet bestemmer alting. jeg vil gerne selv vælge hvornår jeg spiser og går i seng',
    answers: {
      alder: '25-29',
      'botilbud-oensker': ['bestemme', 'dagen'],
      'faerdes-alene': 'ja',
      'handler-mest-om': ['udviklingshandicap'],
    },
    finds: ['samtale-med-kontaktperson'],
  },
  'barn-saerlige-behov': {
    says: 'Vores søn på 16 har autisme, og vi aner ikke hvad der sker når han fylder 18. Vi er trætte af at forklare det samme igen og igen',
    answers: {
      'barn-passer': ['pengene', 'arbejdet'],
      'handler-mest-om': ['autisme'],
      'uenig-i-afgoerelse': 'nej',
      'faerdes-alene': 'ja',
    },
    finds: ['ungeplan', 'autisme-raadgivning'],
  },
  'udskrevet-ikke-rask': {
    says: 'Min mand kom hjem fra sygehuset i går med en ny hofte og jeg kan ikke få ham i bad. Hvem skal vi ringe til?',
    answers: {
      alder: 'folkepension',
      genoptraeningsplan: 'ja',
      'bor-alene': 'nej',
      'klare-sig-hjemme': 'med-hjaelp',
    },
    finds: ['hjemmehjaelp-aeldre', 'genoptraening'],
  },
  sygedagpenge: {
    says: 'har været sygemeldt med stress i 4 måneder og er bange for at de stopper mine sygedagpenge',
    answers: {
      arbejde: 'ansat',
      alder: '30-pension',
      'tilbage-til-arbejde': 'lang-tid',
      'uger-syg': '16-22',
      'penge-presset': 'nej',
    },
    finds: ['sygedagpenge', 'sygedagpenge-gennemgang'],
  },
  'kraeft-i-familien': {
    says: 'Min kone har fået brystkræft og skal i kemo. Vi har to børn på 6 og 9, og jeg ved ikke hvad jeg skal sige til dem',
    answers: {
      alder: '30-pension',
      arbejde: 'ansat',
      'penge-presset': 'nej',
      'kraeft-passe-hjemme': 'nej',
      'uenig-i-afgoerelse': 'nej',
    },
    finds: ['letpsyk-boern', 'fortael-det-til-skolen'],
  },
  plejehjem: {
    says: 'mor er 87 og kan ikke bo hjemme mere, hvordan søger man om plads på plejehjem',
    answers: {
      'plejehjem-passer': ['selskab'],
      'hvem-gaelder-det': 'min-foraelder',
      'uenig-i-afgoerelse': 'nej',
      'hjaelp-penge-breve': 'ja',
    },
    finds: ['plejebolig'],
  },
  'ung-paa-vej': {
    says: 'droppet ud af gymnasiet og laver ingenting, mine forældre er sure',
    answers: {
      alder: '18-24',
      'ung-passer': ['hovedet', 'penge'],
      'penge-presset': 'ja',
      'gaar-i-skole': 'nej',
    },
    finds: ['uddannelsesvejledning', 'headspace-samtale'],
  },
  alkohol: {
    says: 'Min far drikker hver dag og jeg tør ikke have venner med hjem',
    answers: {
      'boern-under-18': 'ja',
      alder: '30-pension',
      'ogsaa-stoffer': 'nej',
      'paaroerende-alder': '14-17',
    },
    finds: ['boernetelefonen-alkohol', 'et-sted-boernene-kan-ringe-til'],
  },
};
