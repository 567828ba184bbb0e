import type { Journey } from '../support/play.ts';

/** One citizen for each life situation, in words of their own. */
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
  ensomhed: {
    says: 'Jeg er 78 og har været enke i to år. Der kan gå fem dage uden at jeg siger et ord til nogen',
    answers: {
      alder: 'folkepension',
      'ensomhed-komme-ud': 'svaert',
      'ensomhed-sket': 'doedsfald',
      'ensomhed-laenges-efter': ['tale', 'spise'],
    },
    finds: ['ensomhed-telefonven', 'sorglinjen-savn'],
  },
  'ungeliv-utryghed': {
    says: 'der står drenge på hjørnet hver aften og ryger og råber, min datter tør ikke gå hjem fra håndbold',
    answers: { alder: '30-pension', 'boern-under-18': 'ja', 'ungeliv-oplevet': 'nej' },
    finds: ['ungeliv-ssp-samtale', 'ungeliv-foelges-hjem'],
  },
  'familie-kultur': {
    says: 'mine to børn har aldrig gået til noget, det koster for meget og jeg er alene med dem',
    answers: {
      'kultur-boernenes-alder': ['6-11'],
      'penge-presset': 'ja',
      'boern-under-18': 'ja',
      alder: '30-pension',
    },
    finds: ['kultur-bibliotek', 'kultur-laan-udstyret'],
  },
  funktionsnedsaettelse: {
    says: 'Jeg har sklerose og kan ikke længere selv komme i bad eller ud af huset. Jeg er 44 og vil gerne blive ved med at bo for mig selv',
    answers: {
      alder: '30-pension',
      'funktionsnedsaettelse-handler-om': ['bevaege-sig'],
      'funktionsnedsaettelse-fylder': ['boligen', 'komme-ud'],
      'faerdes-alene': 'nej',
    },
    finds: ['hjemmehjaelp-voksne', 'funktionsnedsaettelse-ledsagekort'],
  },
  paaroerende: {
    says: 'min mand fik en blodprop for et år siden, jeg passer ham dag og nat og er ved at gå ned selv',
    answers: {
      'paaroerende-hjaelper-ved': ['krop'],
      alder: 'folkepension',
      'paaroerende-sidste-tid': 'nej',
      'boern-under-18': 'nej',
    },
    finds: ['aflastning-paaroerende', 'paaroerende-en-fast-fritime'],
  },
  ledig: {
    says: 'blev fyret i fredags efter 22 år på fabrikken, hvad gør jeg nu',
    answers: {
      'ledig-passer': ['slidt'],
      'ledig-a-kasse': 'ja',
      'penge-presset': 'nej',
      alder: '30-pension',
    },
    finds: ['ledig-dagpenge', 'ledig-a-kassens-hjaelp'],
  },
  demens: {
    says: 'Far på 81 kører forkert når han skal hjem fra Brugsen, og i går stod kogepladen tændt hele natten',
    answers: {
      'demens-farer': ['ild', 'trafik'],
      'demens-udredt': 'nej',
      'hvem-gaelder-det': 'min-foraelder',
      'hjaelp-penge-breve': 'nej',
    },
    finds: ['demens-laegen-hukommelsen', 'demens-sikre-hjemmet'],
  },
  'doedsfald-sorg': {
    says: 'min kone døde i tirsdags og jeg ved ikke hvem jeg skal ringe til eller hvad der skal betales',
    answers: {
      'doedsfald-naar': 'nu',
      'boern-under-18': 'nej',
      'penge-presset': 'ja',
      'doedsfald-hvordan': 'sygdom',
    },
    finds: ['doedsfald-anmeldelse', 'begravelseshjaelp'],
  },
  skilsmisse: {
    says: 'min kone vil skilles, vi har to børn på 4 og 7 og et hus vi ikke kan sælge',
    answers: {
      'skilsmisse-bange': 'nej',
      'penge-presset': 'ja',
      'skilsmisse-bolig': 'mangler-bolig',
      'bagud-med-husleje': 'nej',
    },
    finds: ['skilsmisse-de-foerste-uger', 'letpsyk-boern'],
  },
  'venter-barn': {
    says: 'jeg er 19 og gravid og bor hos min mor, jeg ved ikke hvad jeg har ret til',
    answers: {
      arbejde: 'uden-for',
      'penge-presset': 'ja',
      'boern-under-18': 'nej',
      'venter-barn-alene': 'ja',
    },
    finds: ['venter-barn-jordemoderen', 'venter-barn-moedrehjaelpen'],
  },
  vold: {
    says: 'min kæreste bestemmer hvem jeg må se og tjekker min telefon, og nogle gange skubber han mig',
    answers: { 'vold-rolle': 'mig', 'boern-under-18': 'nej' },
    finds: ['vold-ring-1888', 'vold-krisecenter'],
  },
  'gaeld-oekonomi': {
    says: 'har lån for 180.000 og kan ikke betale husleje d. 1., tør ikke åbne post',
    answers: {
      'gaeld-presser-mest': ['husleje', 'gaeld'],
      'boern-under-18': 'nej',
      'gaeld-ved-nogen-det': 'nej',
      'gaeld-lever-af': 'loen',
    },
    finds: ['gaeld-hjaelp-foer-fogeden', 'gaeld-raadgivning-taenk'],
  },
  'bolig-hjemloes': {
    says: 'min lejekontrakt udløber om en måned og jeg har ingen steder at flytte hen med min søn',
    answers: {
      'hjemloes-passer': ['intet'],
      'penge-presset': 'ja',
      alder: '30-pension',
      'boern-under-18': 'ja',
    },
    finds: ['hjemloes-familie-med-boern', 'hjemloes-retshjaelp'],
  },
  'psykisk-sygdom': {
    says: 'jeg har haft angst i flere år og nu tør jeg ikke gå ned og handle mere',
    answers: {
      alder: '30-pension',
      'psykisk-hjaelp-nu': 'ingen',
      'boern-under-18': 'nej',
      'hvem-gaelder-det': 'mig-selv',
    },
    finds: ['psykisk-egen-laege', 'psykisk-bostoette'],
  },
  stoffer: {
    says: 'ryger hash hver dag siden jeg var 15, jeg vil gerne stoppe men kan ikke sove uden',
    answers: {
      alder: '25-29',
      'hvem-gaelder-det': 'mig-selv',
      'penge-presset': 'nej',
      'boern-under-18': 'nej',
    },
    finds: ['stoffer-samtale-og-behandling', 'stoffer-igen'],
  },
  'ny-i-danmark': {
    says: 'vi er lige kommet fra Rumænien, min kone og jeg arbejder, men vores børn skal i skole og vi forstår ikke papirerne',
    answers: {
      'boern-under-18': 'ja',
      alder: '30-pension',
      'ny-i-danmark-paa-plads': ['mitid', 'laege', 'dansk'],
      'ny-i-danmark-tag-over-hovedet': 'fast',
    },
    finds: ['ny-i-danmark-cpr', 'ny-i-danmark-skole'],
  },
  pension: {
    says: 'jeg fylder snart 67 og aner ikke hvordan man søger folkepension eller hvad jeg får',
    answers: {
      'pension-passer': ['mange-aar'],
      alder: 'folkepension',
      'pension-arbejdet': 'fint',
      'penge-presset': 'nej',
    },
    finds: ['pension-folkepension'],
  },
  skolevaegring: {
    says: 'min datter i 5. klasse har ondt i maven hver morgen og har ikke været i skole i tre uger',
    answers: {
      alder: 'under-18',
      'boern-under-18': 'ja',
      'handler-mest-om': ['ved-ikke'],
      'uenig-i-afgoerelse': 'nej',
    },
    finds: ['skolevaegring-skriv-morgenerne-ned', 'familiestoette'],
  },
  flytning: {
    says: 'vi flytter til Rødovre den 1. med to børn, hvad skal vi huske',
    answers: {
      'flytning-med': ['smaa-boern', 'skolebarn'],
      'flytning-hvorfra': 'mellem-kommuner',
      'penge-presset': 'nej',
      'bagud-med-husleje': 'nej',
    },
    finds: ['flytning-anmeldelse', 'flytning-sfo-og-klub'],
  },
  'hjaelp-i-hjemmet': {
    says: 'jeg er 84 og kan ikke støvsuge eller komme i bad alene længere, men jeg vil ikke flytte',
    answers: {
      'hjemme-svaert': ['rengoering', 'bad'],
      alder: 'folkepension',
      'bor-alene': 'ja',
      'penge-presset': 'nej',
    },
    finds: ['hjemmehjaelp-aeldre', 'hjemme-noedkald'],
  },
};
