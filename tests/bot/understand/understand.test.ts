import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadModel } from '../../../adapters/terminal/model.ts';
import { createExplain, createUnderstand } from '../../../bot/understand/understand.ts';

const model = loadModel();
const understand = createUnderstand(model);

test.each([
  ['min kone har fået brystkræft og jeg ved ikke hvad jeg skal sige til børnene', 'kraeft-i-familien'],
  ['er sygemeldt med stress og bange for at miste mine sygedagpenge', 'sygedagpenge'],
  ['er sygemeldt med stress og bange for at miste mine syge dagpenge', 'sygedagpenge'],
  ['far er dement og finder ikke hjem', 'demens'],
  ['jeg er gravid og alene', 'venter-barn'],
  ['min soen vil ikke i skole om morgenen', 'skolevaegring'],
  ['jeg kan ikke betale mine regninger og har gald overalt', 'gaeld-oekonomi'],
  ['I lost my job yesterday', 'ledig'],
  ['Meine Mutter hat Demenz', 'demens'],
  ['jestem w ciąży', 'venter-barn'],
  ['я втратив роботу', 'ledig'],
  ['امي عندها سرطان', 'kraeft-i-familien'],
  ['kocam beni dövüyor', 'vold'],
])('hears the life situation in “%s”', (text, situation) => {
  expect(understand(text).situations[0]?.id).toBe(situation);
});

test.each([
  ['mit pas er udløbet', 'pas'],
  ['der er rotter i min have', 'rotter'],
  ['skraldespanden er ikke blevet tømt', 'affald-sortering'],
  ['jeg skal skrive mit barn op til vuggestue', 'dagtilbud-plads'],
])('names the everyday service in “%s”', (text, service) => {
  expect(understand(text).services[0]?.id).toBe(service);
  expect(understand(text).scope).toBe('in');
});

test.each([
  ['hej jeg har brug for hjælp', 'da'],
  ['tak', 'da'],
  ['I need help with my rent', 'en'],
  ['Ich brauche Hilfe', 'de'],
  ['potrzebuję pomocy', 'pl'],
  ['мені потрібна допомога', 'uk'],
  ['أحتاج مساعدة', 'ar'],
  ['yardıma ihtiyacım var', 'tr'],
  ['Ich bekomme sygedagpenge von der kommune und verstehe den Brief nicht', 'de'],
  ['I got a letter about kontanthjælp and my sagsbehandler is angry', 'en'],
])('knows the language of “%s”', (text, language) => {
  expect(understand(text).lang).toBe(language);
});

test.each([
  '',
  ' ',
  '😂😂😂',
  '12345',
  'a',
  'asdfgh',
  '!!!',
  'hvem vandt kampen i går',
  'fortæl mig en vittighed',
])('takes “%s” for no matter of the municipality', (text) => {
  expect(understand(text).scope).toBe('out');
});

test('reads any text, however odd, and says the same thing twice', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
      (text) => {
        const once = understand(text);
        expect(understand(text)).toEqual(once);
        expect(['in', 'out']).toContain(once.scope);
        for (const { score } of [...once.situations, ...once.services]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        const sorted = [...once.situations].sort((a, b) => b.score - a.score);
        expect(once.situations.map(({ score }) => score)).toEqual(sorted.map(({ score }) => score));
      },
    ),
    { numRuns: 300 },
  );
  expect(() => understand('\ud800 lone \udfff surrogates')).not.toThrow();
});

test('reads ten thousand words as calmly as ten, danger among them too', () => {
  const long = `${'jeg skriver og skriver og '.repeat(1200)} jeg vil ikke leve mere ${'og jeg bliver ved '.repeat(1200)}`;
  expect(understand(long).crisis).toBe('selvmord');
});

test('tells which words carried it', () => {
  const { because } = createExplain(model)('min mor har fået konstateret brystkræft');
  expect(because.situation).toContain('brystkræft');
  expect(createExplain(model)('jeg vil ikke leve mere').because).toMatchObject({
    crisisBy: 'rule',
    crisis: ['vil', 'ikke', 'leve', 'mere'],
  });
});
