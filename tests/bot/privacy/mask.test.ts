import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from '../../../bot/privacy/mask.ts';

test.each([
  ['mit cpr er 010190-1234', 'mit cpr er [cpr-nummer]'],
  ['0101901234', '[cpr-nummer]'],
  ['01 01 90 1234', '[cpr-nummer]'],
  ['01.01.90-1234', '[cpr-nummer]'],
  ['0 1 0 1 9 0 1 2 3 4', '[cpr-nummer]'],
  ['010190 - 1234', '[cpr-nummer]'],
  ['010190–1234', '[cpr-nummer]'],
  ['010190/1234', '[cpr-nummer]'],
  ['cpr010190-1234tak', 'cpr[cpr-nummer]tak'],
  ['610190-1234', '[cpr-nummer]'],
  ['٠١٠١٩٠-١٢٣٤', '[cpr-nummer]'],
  ['min søn (311299-1235) og jeg', 'min søn ([cpr-nummer]) og jeg'],
  ['ring 20 30 40 50 efter fire', 'ring [telefonnummer] efter fire'],
  ['tlf. 20304050', 'tlf. [telefonnummer]'],
  ['+45 20 30 40 50', '[telefonnummer]'],
  ['+48 601 234 567', '[telefonnummer]'],
  ['skriv til anna.b@eksempel.dk i dag', 'skriv til [e-mail] i dag'],
  ['kort 4571 1234 5678 9012', 'kort [kortnummer]'],
  ['reg.nr. 1234 konto 1234567890', '[kontonummer]'],
  ['DK50 0040 0440 1162 43', '[kontonummer]'],
  ['jeg bor på Rødovrevej 12, 2. tv, 2610 Rødovre', 'jeg bor på [adresse]'],
  ['jeg bor på islevhusvej 4b', 'jeg bor på [adresse]'],
  ['ring på 22 33 44 55  010190-1234 ja', 'ring på [telefonnummer]  [cpr-nummer] ja'],
  ['44 99 010190-1234', '44 99 [cpr-nummer]'],
  ['99 44  010190 - 1234', '99 44  [cpr-nummer]'],
  ['født 15062011-1234', 'født [cpr-nummer]'],
  ['01-01-1990-1234', '[cpr-nummer]'],
  ['010190*1234', '[cpr-nummer]'],
  ['ring 20/30/40/50', 'ring [telefonnummer]'],
  ['ring 20  30  40  50', 'ring [telefonnummer]'],
  ['ring (20) 30 40 50', 'ring [telefonnummer]'],
  ['ring 45 20 30 40 50', 'ring [telefonnummer]'],
  ['mój numer 601 234 567', 'mój numer [telefonnummer]'],
  ['Handy 0176 12345678', 'Handy [telefonnummer]'],
  ['anna snabel a gmail.com', '[e-mail]'],
  ['skriv til anna@eksempel,dk', 'skriv til [e-mail]'],
  ['anna＠eksempel.dk', '[e-mail]'],
  ['reg 1234 kt 1234567', '[kontonummer]'],
  ['jeg bor på Rødovrevej nr. 12', 'jeg bor på [adresse]'],
  ['jeg bor på Tårnvej, 12', 'jeg bor på [adresse]'],
  ['vi bor Agerkær 14, 2610 Rødovre', 'vi bor [adresse]'],
])('“%s” becomes “%s”', (text, masked) => {
  expect(mask(text).text).toBe(masked);
});

test.each([
  'ring 112 eller 1813',
  '116 111 er BørneTelefonen',
  'jeg får støtte efter § 108 og § 85',
  'SEL § 83 a, 84, 86',
  'i 2024 og 2025',
  'mødet er 12.12.2024 kl. 10.30',
  'mødet er 12-12-2024',
  'jeg skylder 250.000 kr',
  'jeg skylder 12000000 kroner',
  'jeg er 34 år og har 3 børn på 4, 6 og 8',
  'uge 12 til 14',
  'han er på vej 3 gange om ugen',
  'fra 22 uger til 9 måneder',
  'sagsnummer 12345678',
  'sags nr. 20304050',
  'sag 24/12345678',
  'i 2011 2013 2015 2018 var vi der',
  'fra 01.10.2024-31.12.2025',
  'ring i årene 2019-2024',
  'ring, I har åbent 12.00 16.00',
  'mellem 100 200 300 mennesker',
])('“%s” is left as it is', (text) => {
  expect(mask(text)).toEqual({ text, found: [] });
});

test('tells what it found, once each', () => {
  expect(mask('010190-1234 og 020290-1234, ring 20304050').found).toEqual(['cpr', 'phone']);
});

const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 })
  .map((four) => four.join(''));
const gap = fc.constantFrom('', ' ', '-', '.', ' - ', '–', '/');

test('no registration number gets through, however it is spaced and whatever stands beside it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 99 }),
      digits,
      fc.tuple(gap, gap, gap),
      fc.constantFrom(
        '',
        'cpr ',
        'cpr:',
        'nr',
        '(',
        'min søn ',
        'ring 22 33 44 55 ',
        '44 55 ',
        'nr. 99  ',
        '3-12-2024 ',
      ),
      (day, month, year, last, [a, b, c], before) => {
        fc.pre(!before.includes(last));
        const two = (n: number) => String(n).padStart(2, '0');
        const text = `${before}${two(day)}${a}${two(month)}${b}${two(year)}${c}${last} tak`;
        const { text: masked } = mask(text);
        expect(masked).not.toContain(last);
      },
    ),
    { numRuns: 3000 },
  );
});

test('masking twice changes nothing more, and no text makes it fail', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[0-9 .\-+@a-z]{0,60}$/),
    fc.stringMatching(/^([0-9]{2,4}[ .-]{0,2}){0,16}$/),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const once = mask(text);
      expect(mask(once.text).text).toBe(once.text);
    }),
    { numRuns: 3000 },
  );
});
