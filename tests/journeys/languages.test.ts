import { beforeAll, expect, test } from 'vitest';
import type { Guide } from '../../bot/guide.ts';
import { say } from '../../bot/wording/wording.ts';
import { realGuide } from '../support/guide.ts';
import { play } from '../support/play.ts';

let guide: Guide;
beforeAll(async () => {
  guide = await realGuide();
});

test.each([
  ['en', 'I have been on sick leave for four months and I am afraid they will stop my sick pay'],
  ['de', 'Ich bin seit vier Monaten krankgeschrieben und habe Angst, mein Krankengeld zu verlieren'],
  ['pl', 'Jestem na zwolnieniu lekarskim od czterech miesięcy i boję się, że stracę zasiłek chorobowy'],
  ['uk', 'Я вже чотири місяці на лікарняному і боюся втратити виплати через хворобу'],
  ['ar', 'أنا في إجازة مرضية منذ أربعة أشهر وأخاف أن يتوقف بدل المرض'],
  ['tr', 'Dört aydır hastalık iznindeyim ve hastalık paramı kaybetmekten korkuyorum'],
] as const)('whoever tells in %s is answered in it, and reaches a plan', (language, says) => {
  const { session, replies, transcript } = play(
    guide,
    { says, answers: { arbejde: 'ansat' } },
    'sygedagpenge',
  );
  const plan = replies.find((reply) => reply.kind === 'plan');
  expect(session.language, transcript).toBe(language);
  expect(session.situations, transcript).toContain('sygedagpenge');
  expect(plan?.kind === 'plan' && plan.title, transcript).toBe(say(language, 'plan.title'));
});

test.each([
  ['two words of another language', 'sick pay'],
  ['Danish', 'jeg er sygemeldt og bange for pengene'],
])('%s leave the language as it is', (_, says) => {
  expect(play(guide, { says, answers: {} }, 'sygedagpenge').session.language).toBe('da');
});
