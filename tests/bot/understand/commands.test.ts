import fc from 'fast-check';
import { expect, test } from 'vitest';
import { command } from '../../../bot/understand/commands.ts';

test.each([
  ['jeg vil gerne tale med et menneske', 'person'],
  ['Må jeg snakke med en rigtig person?', 'person'],
  ['can I talk to a human please', 'person'],
  ['Ich möchte mit einem Menschen sprechen', 'person'],
  ['chcę rozmawiać z człowiekiem', 'person'],
  ['хочу поговорити з людиною', 'person'],
  ['اريد التحدث مع شخص حقيقي', 'person'],
  ['gerçek bir insanla konuşmak istiyorum', 'person'],
  ['slet min samtale', 'forget'],
  ['delete my conversation', 'forget'],
  ['lösche alles', 'forget'],
  ['usuń moją rozmowę', 'forget'],
  ['видали мою розмову', 'forget'],
  ['احذف محادثتي', 'forget'],
  ['konuşmamı sil', 'forget'],
  ['start forfra', 'restart'],
  ['start over', 'restart'],
  ['von vorne anfangen', 'restart'],
  ['zacznij od nowa', 'restart'],
  ['почати спочатку', 'restart'],
  ['من جديد', 'restart'],
  ['baştan başla', 'restart'],
  ['hvorfor spørger du om det?', 'why'],
  ['why do you ask?', 'why'],
  ['warum fragen Sie das', 'why'],
  ['dlaczego pytasz', 'why'],
  ['чому ви питаєте', 'why'],
  ['لماذا تسأل', 'why'],
  ['neden soruyorsun', 'why'],
  ['vis min plan', 'plan'],
  ['show my plan', 'plan'],
  ['zeig mir meinen Plan', 'plan'],
  ['pokaż mój plan', 'plan'],
  ['покажи мій план', 'plan'],
  ['اعرض خطتي', 'plan'],
  ['planımı göster', 'plan'],
  ['der mangler noget', 'missing'],
  ['something is missing', 'missing'],
  ['noget andet', 'else'],
  ['something else', 'else'],
  ['etwas anderes', 'else'],
  ['coś innego', 'else'],
  ['щось інше', 'else'],
  ['شيء آخر', 'else'],
  ['başka bir şey', 'else'],
])('“%s” is the button %s', (text, kind) => {
  expect(command(text, 'da')?.kind).toBe(kind);
});

test.each([
  ['english please', 'en'],
  ['på polsk tak', 'pl'],
  ['Deutsch bitte', 'de'],
  ['українською будь ласка', 'uk'],
  ['بالعربية من فضلك', 'ar'],
  ['Türkçe lütfen', 'tr'],
  ['let dansk', 'da-let'],
])('“%s” asks for the language %s', (text, language) => {
  expect(command(text, language === 'da' ? 'en' : 'da')).toEqual({ kind: 'language', language });
});

test.each([
  'jeg vil gerne have en plan for min sygdom',
  'min mand vil ikke tale med mig',
  'jeg mangler en person at tale med',
  'I need someone to talk to',
  'jeg vil starte forfra i livet efter skilsmissen',
  'det går slet ikke',
  'hvorfor vil min søn ikke i skole',
  'der mangler noget i mit liv',
  'mein Mann will mit keinem Menschen sprechen',
  'jeg kan ikke engelsk',
  'moje dziecko nie mówi po polsku',
  'min plan er at flytte til Odense',
  '',
])('“%s” is a telling, not a command', (text) => {
  expect(command(text, 'da')).toBeNull();
});

test('reads any text in any language', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => command(text, 'ar') === null || true));
});
