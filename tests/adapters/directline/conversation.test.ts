import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, call, type Line, listenTo } from '../support/line.ts';
import { openTown, type Town } from '../support/town.ts';

let town: Town;
let base: string;
beforeAll(async () => {
  town = await openTown();
  base = `${town.url}/v3/directline`;
});
afterAll(() => town.close());

const fromBot = (line: Line) => line.read().then((all) => all.filter(({ from }) => from?.role === 'bot'));

describe('beginning', () => {
  test('a token is given to anybody, for a conversation that is not kept before it starts', async () => {
    const { status, body } = await call('POST', `${base}/tokens/generate`);
    expect(status).toBe(200);
    expect(body).toEqual({
      conversationId: expect.stringMatching(/^[0-9a-f]{32}$/),
      token: expect.any(String),
      expires_in: 1800,
    });
    expect(await town.store.exists(body.conversationId)).toBe(false);
  });

  test('starting opens the conversation with its welcome, once, however often it is started', async () => {
    const granted = await call('POST', `${base}/tokens/generate`);
    const start = () => call('POST', `${base}/conversations`, { token: granted.body.token, body: {} });
    const [first, ...again] = await Promise.all([start(), start(), start()]);
    expect([first, ...again].map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(first?.body).toMatchObject({ conversationId: granted.body.conversationId });
    expect(first?.body.streamUrl).toMatch(
      /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/.+\/stream\?watermark=-&t=.+/,
    );
    const got = await call('GET', `${base}/conversations/${granted.body.conversationId}/activities`, {
      token: first?.body.token,
    });
    const welcomes = got.body.activities.map(({ channelData }: { channelData: { reply: unknown } }) =>
      JSON.stringify(channelData.reply),
    );
    expect(welcomes.length).toBeGreaterThan(0);
    expect(new Set(welcomes).size).toBe(welcomes.length);
  });

  test('a client with the conversation id in its options comes back with GET', async () => {
    const line = await begin(town.url);
    const { status, body } = await call('GET', `${base}/conversations/${line.id}?watermark=`, {
      token: line.token,
    });
    expect(status).toBe(200);
    expect(body.streamUrl).toContain('watermark=-&');
    expect(body).toMatchObject({ conversationId: line.id, token: expect.any(String) });
  });

  test('the conversation speaks the language the page asks for, and Danish when it asks for none of ours', async () => {
    const english = await begin(town.url, { locale: 'en-GB' });
    expect((await town.store.session(english.id))?.language).toBe('en');
    const easy = await begin(town.url, { locale: 'da-let' });
    expect((await town.store.session(easy.id))?.language).toBe('da-let');
    const other = await begin(town.url, { locale: 'fi-FI' });
    expect((await town.store.session(other.id))?.language).toBe('da');
    expect((await fromBot(english))[0]?.locale).toBe('en');
    expect((await fromBot(easy))[0]?.locale).toBe('da');
  });

  test('a municipality that is not served here is refused', async () => {
    const other = await call('POST', `${base}/tokens/generate`, { body: { municipality: 'andeby' } });
    expect([other.status, other.body.error.code]).toEqual([400, 'UnknownMunicipality']);
    const ours = await call('POST', `${base}/tokens/generate`, { body: { municipality: 'lilleby' } });
    expect(ours.status).toBe(200);
  });

  test('the user stands in the token, made up unless the page gave one', async () => {
    const claims = (token: string) => JSON.parse(String(Buffer.from(token.split('.')[1] ?? '', 'base64url')));
    const made = await call('POST', `${base}/tokens/generate`);
    expect(claims(made.body.token).user).toMatch(/^dl_[0-9a-f]{18}$/);
    const given = await call('POST', `${base}/tokens/generate`, { body: { user: { id: 'dl_page-1' } } });
    expect(claims(given.body.token).user).toBe('dl_page-1');
    const wrong = await call('POST', `${base}/tokens/generate`, { body: { user: { id: 'a@b.dk' } } });
    expect(wrong.status).toBe(400);
  });
});

describe('talking', () => {
  test('a message is answered on the stream, after itself with the id its client gave it', async () => {
    const line = await begin(town.url);
    const stream = await listenTo(line.streamUrl);
    const posted = await line.say('jeg har mistet min nøgle', 'mine-1');
    expect(posted.status).toBe(200);
    const own = await stream.until((one) => one.channelData?.clientActivityID === 'mine-1');
    expect(own).toMatchObject({
      id: posted.body.id,
      type: 'message',
      text: 'jeg har mistet min nøgle',
      from: { role: 'user' },
      conversation: { id: line.id },
    });
    const reply = await stream.until((one) => one.from?.role === 'bot' && String(one.id) > String(own.id));
    expect(reply).toMatchObject({ type: 'message', textFormat: 'markdown', from: { id: 'find-vej' } });
    stream.socket.close();
  });

  test('every frame has activities and a watermark, and the welcome comes first', async () => {
    const line = await begin(town.url);
    const stream = await listenTo(line.streamUrl);
    await line.say('hej');
    await stream.until((one) => one.text === 'hej');
    expect(stream.activities()[0]?.from?.role).toBe('bot');
    for (const frame of stream.frames) {
      expect(Array.isArray(frame.activities)).toBe(true);
      expect(frame.watermark).toMatch(/^\d+$/);
    }
    expect(stream.activities().some(({ type }) => type === 'conversationUpdate')).toBe(false);
    stream.socket.close();
  });

  test('a button sent back as it came is an action, also without text as Web Chat posts it', async () => {
    const line = await begin(town.url);
    await line.post({ type: 'message', text: 'Vælg fra en liste', value: { kind: 'none' } });
    const buttons = (await fromBot(line)).at(-1)?.suggestedActions?.actions ?? [];
    expect(buttons.length).toBeGreaterThan(0);
    for (const button of buttons) {
      expect(button).toMatchObject({
        type: 'messageBack',
        title: expect.any(String),
        value: { kind: expect.any(String) },
      });
      expect(button.text).toBe(button.title);
      expect(button.displayText).toBe(button.title);
    }
    const before = (await line.read()).length;
    const posted = await line.post({
      type: 'message',
      value: { kind: 'person' },
      channelData: { clientActivityID: 'button-1', postBack: true },
    });
    expect(posted.status).toBe(200);
    const after = (await line.read()).slice(before);
    expect(after[0]).toMatchObject({
      value: { kind: 'person' },
      channelData: { clientActivityID: 'button-1', postBack: true },
    });
    expect(after.length).toBeGreaterThan(1);
  });

  test('typing, events and what nobody knows are accepted and give no turn', async () => {
    const line = await begin(town.url);
    const before = await line.read();
    for (const type of ['typing', 'event', 'endOfConversation', 'invoke', 'contactRelationUpdate', 'x']) {
      expect((await line.post({ type, name: 'webchat/join', value: {} })).status).toBe(200);
    }
    expect(await line.read()).toEqual(before);
  });

  test('polling gives what the stream gives, and leads on by watermark', async () => {
    const line = await begin(town.url);
    const stream = await listenTo(line.streamUrl);
    await line.say('hej', 'k1');
    await stream.until((one) => one.channelData?.clientActivityID === 'k1');
    const polled = await call('GET', `${base}/conversations/${line.id}/activities?watermark=`, {
      token: line.token,
    });
    await stream.until((one) => one.id === polled.body.activities.at(-1).id);
    expect(JSON.parse(JSON.stringify(stream.activities()))).toEqual(polled.body.activities);
    expect(stream.frames.at(-1)?.watermark).toBe(polled.body.watermark);
    const rest = await line.read(polled.body.watermark);
    expect(rest).toEqual([]);
    stream.socket.close();
  });

  test('a watermark nobody gave out means from the beginning, because a refusal would end polling', async () => {
    const line = await begin(town.url);
    const all = await line.read();
    for (const watermark of ['-', 'abc', '-1', '1e9', '%00', '../1'])
      expect(await line.read(watermark)).toEqual(all);
  });

  test('tokens are renewed for another half hour', async () => {
    const line = await begin(town.url);
    const renewed = await call('POST', `${base}/tokens/refresh`, { token: line.token });
    expect(renewed.status).toBe(200);
    expect(renewed.body).toMatchObject({ conversationId: line.id, expires_in: 1800 });
    const session = await call('GET', `${base}/session/getsessionid`, { token: line.token });
    expect(session.body).toEqual({ sessionId: expect.any(String) });
  });

  test('a conversation goes on with the token it was begun with', async () => {
    const granted = await call('POST', `${base}/tokens/generate`);
    await call('POST', `${base}/conversations`, { token: granted.body.token, body: {} });
    const posted = await call('POST', `${base}/conversations/${granted.body.conversationId}/activities`, {
      token: granted.body.token,
      body: { type: 'message', text: 'hej' },
    });
    expect(posted.status).toBe(200);
  });
});

describe('deleting', () => {
  const forget = { type: 'message', text: 'Slet min samtale', value: { kind: 'forget' } };

  test('the last words reach the open socket, which is closed; after that nobody knows the conversation', async () => {
    const line = await begin(town.url);
    const stream = await listenTo(line.streamUrl);
    await line.say('jeg har mistet min nøgle');
    const answered = await line.post(forget);
    expect(answered.status).toBe(200);
    await stream.until((one) => one.channelData?.reply?.kind === 'forgotten');
    expect(await stream.closed).toBe(1000);
    expect(await town.store.exists(line.id)).toBe(false);
    expect((await line.say('er du der?')).status).toBe(404);
    for (const [method, path] of [
      ['GET', `/conversations/${line.id}/activities`],
      ['GET', `/conversations/${line.id}?watermark=3`],
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
    ] as const) {
      const { status, body } = await call(method, base + path, { token: line.token });
      expect([method, path, status, body.error.code]).toEqual([method, path, 404, 'UnknownConversation']);
    }
    await expect(listenTo(line.streamUrl)).rejects.toThrow('404');
  });

  test('the token it was begun with does not open it again', async () => {
    const granted = await call('POST', `${base}/tokens/generate`);
    const start = () => call('POST', `${base}/conversations`, { token: granted.body.token, body: {} });
    await start();
    await call('POST', `${base}/conversations/${granted.body.conversationId}/activities`, {
      token: granted.body.token,
      body: forget,
    });
    expect((await start()).status).toBe(404);
    expect((await call('POST', `${base}/tokens/refresh`, { token: granted.body.token })).status).toBe(404);
  });
});

describe('what is kept', () => {
  test('civil registration numbers are masked in everything a client can put words in', async () => {
    const line = await begin(town.url);
    await line.post({
      type: 'message',
      text: 'mit cpr er 010190-1234',
      from: { id: '0101901234', name: '010190-1234' },
      summary: '010190-1234',
      entities: [{ type: 'x', cpr: '010190-1234' }],
      channelData: {
        clientActivityID: 'c1',
        other: '010190-1234',
        messageBack: { displayText: '010190-1234' },
      },
    });
    await line.post({
      type: 'message',
      text: '010190-1234',
      value: { kind: 'answer', question: 'bor-til-leje', value: '010190 1234' },
    });
    await line.post({
      type: 'message',
      value: { kind: 'answer', question: 'bor-til-leje', value: 1412901234 },
    });
    const all = JSON.stringify(await town.store.after(line.id, 0, 100));
    expect(all).not.toMatch(/010190|0101901234|1412901234/);
    expect(all).toContain('[cpr-nummer]');
  });
});
