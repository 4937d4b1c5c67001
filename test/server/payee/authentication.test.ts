import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementOf, Snapshot } from '../../../src/contract/steps/session.ts';
import type { CodeSender } from '../../../src/server/ports/providers.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { fields, introduced, newFlow, newPhone, openFlow, request, states } from './payee.ts';

const minutes = (count: number) => count * 60_000;
const code = '/session/authentication/code';
const check = '/session/authentication/check';

const otherPhone = { country: 'US', phone_number: '415 555 0199' };
const authentication = ({ current }: Snapshot) => current as RequirementOf<'authentication'>;

async function stranger(server: TestServer) {
  return openFlow(server, (await newFlow(server, ['compliance', 'manage-payouts'])).id);
}

describe('sending a code', () => {
  it('makes the codes before it worthless in every tab of the browser, once it was used as well', async () => {
    const server = await createTestServer();
    const codes = ['111111', '222222'];
    Object.assign(server.deps.providers.codes, { newCode: () => codes.shift() });
    const one = await stranger(server);
    const tab = await openFlow(server, one.flowId);
    await one.does(code, { ...newPhone, channel: 'sms' });
    server.clock.advance(31_000);
    await tab.does(code, { ...newPhone, channel: 'sms' });
    assert.deepEqual(fields(await one.refused(check, { code: '111111' })), ['code:wrong-code']);
    await tab.does(check, { code: '222222' });
    for (const old of ['111111', '222222'])
      assert.equal((await one.refused(check, { code: old })).error_code, 'no-code-sent');
  });

  it('says at the field what is wrong with the phone number', async () => {
    const payee = await stranger(await createTestServer());
    const cases: [object, string][] = [
      [{}, 'required'],
      [{ country: 'US', phone_number: '' }, 'required'],
      [{ country: 'US', phone_number: '12' }, 'invalid-phone-number'],
      [{ country: 'US', phone_number: 'call me' }, 'invalid-phone-number'],
      [{ phone_number: '415 555 0100' }, 'invalid-phone-number'],
      [{ country: 'US', phone_number: '900 555 0100' }, 'invalid-phone-number'],
      [{ country: 'DE', phone_number: '030 901820' }, 'invalid-phone-number-landline'],
      [{ country: 'US', phone_number: '415 555 0001' }, 'phone-undeliverable'],
      [{ country: 'US', phone_number: '415 555 0002' }, 'invalid-phone-number-landline'],
      [{ country: 'US', phone_number: '415 555 0003' }, 'invalid-phone-number-voip'],
    ];
    for (const [given, expected] of cases) {
      const problem = await payee.refused(code, given);
      assert.equal(problem.error_code, 'invalid-input');
      assert.deepEqual(fields(problem), [`phone_number:${expected}`], JSON.stringify(given));
    }
    assert.deepEqual(fields(await payee.refused(code, { country: 'ZZ', phone_number: '1' })), [
      'country:invalid-country',
    ]);
    const limited = await payee.refused(code, { country: 'US', phone_number: '415 555 0004' });
    assert.equal(limited.error_code, 'too-many-requests');
    assert.deepEqual(fields(limited), ['phone_number:too-many-requests']);
    assert.ok((limited.retry_after ?? 0) > 0);
  });

  it('calls a landline, and takes the number from before when another code is asked for', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    const called = await payee.does(code, { country: 'US', phone_number: '415 555 0002', channel: 'voice' });
    assert.equal((called.current as RequirementOf<'authentication'>).channel, 'voice');
    server.clock.advance(31_000);
    const again = await payee.does(code, { channel: 'voice' });
    assert.equal((again.current as RequirementOf<'authentication'>).masked_phone, '+1 ••• ••• 0002');
  });

  it('calls an Argentine landline by the number that was typed, although a text went to the mobile', async () => {
    const sent: string[] = [];
    const server = await createTestServer();
    const codes = server.deps.providers.codes as { send: CodeSender['send'] };
    codes.send = async ({ to, channel }) => void sent.push(`${channel} ${to}`);
    const payee = await stranger(server);
    await payee.does(code, { country: 'AR', phone_number: '+541123456789', channel: 'sms' });
    server.clock.advance(20_000);
    const early = await payee.refused(code, { channel: 'voice' });
    assert.equal(early.retry_after, 10, 'it is the same phone');
    server.clock.advance(11_000);
    await payee.does(code, { channel: 'voice' });
    server.clock.advance(31_000);
    await payee.does(code, { channel: 'sms' });
    server.clock.advance(31_000);
    await payee.does(code, { channel: 'voice' });
    assert.deepEqual(sent, [
      'sms +5491123456789',
      'voice +541123456789',
      'sms +5491123456789',
      'voice +541123456789',
    ]);
    await payee.does(check, { code: '123456' });
    const [flow] = await server.db.query<{ phone_e164: string }>('select phone_e164 from flows');
    assert.equal(flow?.phone_e164, '+541123456789');
  });

  it('confirms the Argentine mobile that got the text', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, { country: 'AR', phone_number: '+541123456789', channel: 'sms' });
    await payee.does(check, { code: '123456' });
    const [flow] = await server.db.query<{ phone_e164: string }>('select phone_e164 from flows');
    assert.equal(flow?.phone_e164, '+5491123456789');
  });

  it('waits 30 seconds before the next', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, newPhone);
    server.clock.advance(20_000);
    const early = await payee.refused(code, newPhone);
    assert.equal(early.error_code, 'too-many-requests');
    assert.equal(early.retry_after, 10);
    server.clock.advance(10_000);
    await payee.does(code, newPhone);
  });

  it('to another number at once, for a typo', async () => {
    const payee = await stranger(await createTestServer());
    await payee.does(code, newPhone);
    const asked = authentication(await payee.does(code, otherPhone));
    assert.deepEqual([asked.masked_phone, asked.resend_in, asked.attempts_left], ['+1 ••• ••• 0199', 30, 5]);
    const early = await payee.refused(code, { country: 'US', phone_number: '+1 415 555 0199' });
    assert.deepEqual(
      [early.error_code, early.retry_after],
      ['too-many-requests', 30],
      'the same number, however it is written',
    );
    assert.equal((await payee.refused(code)).error_code, 'too-many-requests');
  });

  it('sends at most five to one phone in an hour, outside the sandbox', async () => {
    const server = await createTestServer({ config: { sandbox: false } });
    for (let count = 0; count < 5; count += 1) await (await stranger(server)).does(code, newPhone);
    const payee = await stranger(server);
    const sixth = await payee.refused(code, newPhone);
    assert.equal(sixth.error_code, 'too-many-requests');
    assert.deepEqual(fields(sixth), ['phone_number:too-many-requests']);
    await payee.does(code, otherPhone);
  });

  it('counts them for each phone while a payee goes back and forth between two', async () => {
    const server = await createTestServer({ config: { sandbox: false } });
    const payee = await stranger(server);
    for (let count = 0; count < 5; count += 1)
      for (const phone of [newPhone, otherPhone]) await payee.does(code, phone);
    for (const phone of [newPhone, otherPhone]) {
      assert.deepEqual(fields(await payee.refused(code, phone)), ['phone_number:too-many-requests']);
    }
  });

  it('guesses the country from the browser’s languages', async () => {
    const server = await createTestServer();
    for (const [languages, country, calling] of [
      ['de-AT,de;q=0.9,en;q=0.8', 'AT', '43'],
      ['zh-Hant-TW', 'TW', '886'],
      ['fr', 'US', '1'],
      ['', 'US', '1'],
    ] as const) {
      const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id, 'test', {
        'accept-language': languages,
      });
      const current = payee.seen.current as RequirementOf<'authentication'>;
      assert.deepEqual([current.default_country, current.calling_code], [country, calling]);
    }
  });
});

describe('checking a code', () => {
  it('counts wrong ones, and the fifth makes it worthless', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, newPhone);
    for (const left of [4, 3, 2, 1]) {
      const wrong = await payee.refused(check, { code: '000000' });
      assert.equal(wrong.error_code, 'invalid-input');
      assert.deepEqual(fields(wrong), ['code:wrong-code']);
      assert.equal(wrong.attempts_left, left);
      const seen = await payee.does('/session', undefined, 'GET');
      assert.equal((seen.current as RequirementOf<'authentication'>).attempts_left, left);
    }
    const fifth = await payee.refused(check, { code: '000000' });
    assert.equal(fifth.error_code, 'too-many-attempts');
    assert.equal(fifth.status, 429);
    assert.equal((await payee.refused(check, { code: '123456' })).error_code, 'too-many-attempts');

    server.clock.advance(12_000);
    const spent = authentication(await payee.does('/session', undefined, 'GET'));
    assert.deepEqual([spent.phase, spent.attempts_left, spent.resend_in], ['code', 0, 18]);
    assert.equal(spent.expires_in, 588);
    assert.equal((await payee.refused(code)).retry_after, 18);
    server.clock.advance(18_000);
    await payee.does(code, {});
    const right = await payee.does(check, { code: '123456' });
    assert.equal(right.current?.step, 'onboarding');
  });

  it('counts a repeated request once', async () => {
    const payee = await stranger(await createTestServer());
    await payee.does(code, newPhone);
    const wrong = () => payee.call('POST', check, { code: '111111' }, { 'idempotency-key': 'intent-1' });
    assert.equal((await wrong()).body.attempts_left, 4);
    assert.equal((await wrong()).body.attempts_left, 4);
  });

  it('refuses what is no code, what was not sent, and what has expired', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    assert.deepEqual(fields(await payee.refused(check, { code: '12345' })), ['code:invalid-code']);
    assert.deepEqual(fields(await payee.refused(check, {})), ['code:required']);
    assert.equal((await payee.refused(check, { code: '123456' })).error_code, 'no-code-sent');
    await payee.does(code, newPhone);
    server.clock.advance(minutes(10));
    assert.equal((await payee.refused(check, { code: '123456' })).error_code, 'code-expired');
  });

  it('is not possible once the phone is confirmed', async () => {
    const payee = await stranger(await createTestServer());
    await payee.authenticates();
    const problem = await payee.refused(check, { code: '123456' });
    assert.equal(problem.error_code, 'step-not-current');
    assert.deepEqual(Object.keys(problem).sort(), [
      'error_code',
      'message',
      'status',
      'success',
      'title',
      'type',
    ]);
  });
});

describe('a flow for a known user', () => {
  async function knownUser(server: TestServer): Promise<string> {
    return (await introduced(server, ['compliance'])).seen.flow.user_id as string;
  }

  it('is open without a code for 15 minutes, then asks for one without completing a step', async () => {
    const server = await createTestServer();
    const user_id = await knownUser(server);
    const flow = await newFlow(server, ['manage-payouts'], { user_id });
    const early = await openFlow(server, flow.id);
    assert.equal(early.seen.authenticated, true);
    assert.equal(early.seen.current?.step, 'manage-payouts');

    server.clock.advance(minutes(15));
    const late = await openFlow(server, flow.id, 'elsewhere');
    assert.equal(late.seen.authenticated, false);
    const asked = late.seen.current as RequirementOf<'authentication'>;
    assert.deepEqual(
      [asked.step, asked.phase, asked.known_phone, asked.masked_phone],
      ['authentication', 'phone', true, '+1 ••• ••• 0100'],
    );
    assert.equal((await late.refused('/session/manage-payouts')).error_code, 'authentication-required');

    const confirmed = await late.authenticates(null);
    assert.equal(confirmed.current?.step, 'manage-payouts');
    assert.deepEqual(confirmed.completions, []);
  });

  it('never lets the payee choose another number', async () => {
    const server = await createTestServer();
    const flow = await newFlow(server, ['manage-payouts'], {
      user_id: await knownUser(server),
      require_auth: true,
    });
    const payee = await openFlow(server, flow.id);
    const sent = await payee.does(code, { country: 'US', phone_number: '415 555 0199' });
    assert.equal((sent.current as RequirementOf<'authentication'>).masked_phone, '+1 ••• ••• 0100');
  });

  it('always asks with require_auth, even after a reload', async () => {
    const server = await createTestServer();
    const flow = await newFlow(server, ['manage-payouts'], {
      user_id: await knownUser(server),
      require_auth: true,
    });
    const payee = await openFlow(server, flow.id);
    assert.deepEqual(states(payee.seen), ['authentication:active', 'manage-payouts:pending']);
    const confirmed = await payee.authenticates(null);
    assert.deepEqual(
      confirmed.completions.map(({ step, reason }) => `${step} ${reason}`),
      ['authentication requested'],
    );
    const reloaded = await openFlow(server, flow.id);
    assert.equal(reloaded.seen.current?.step, 'authentication');
  });
});

describe('a reload', () => {
  it('resumes in the same browser, and asks again elsewhere or later', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    const reloaded = await openFlow(server, payee.flowId);
    assert.equal(reloaded.seen.authenticated, true);
    assert.equal(reloaded.seen.current?.step, 'compliance');
    assert.equal((await openFlow(server, payee.flowId, 'another browser')).seen.authenticated, false);
    server.clock.advance(minutes(15));
    assert.equal((await openFlow(server, payee.flowId)).seen.authenticated, false);
  });

  it('between code and onboarding resumes at onboarding, for a phone that is nobody’s yet', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.authenticates();
    assert.equal((await openFlow(server, payee.flowId)).seen.current?.step, 'onboarding');
    const elsewhere = await openFlow(server, payee.flowId, 'another browser');
    const asked = elsewhere.seen.current as RequirementOf<'authentication'>;
    assert.deepEqual(
      [asked.step, asked.known_phone, asked.masked_phone],
      ['authentication', true, '+1 ••• ••• 0100'],
    );
    const confirmed = await elsewhere.authenticates(null);
    assert.equal(confirmed.current?.step, 'onboarding');
    assert.equal(confirmed.completions.length, 1);
  });
});

describe('a reload at the code entry', () => {
  const elsewhere = 'another browser';

  it('comes back to the code, with its tries and its wait', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, { country: 'AT', phone_number: '0664 1234567', channel: 'voice' });
    await payee.refused(check, { code: '000000' });
    server.clock.advance(12_000);
    const reloaded = await openFlow(server, payee.flowId);
    const asked = authentication(reloaded.seen);
    assert.deepEqual(
      [
        asked.phase,
        asked.known_phone,
        asked.masked_phone,
        asked.default_country,
        asked.channel,
        asked.resend_in,
        asked.attempts_left,
      ],
      ['code', false, '+43 ••• ••• 4567', 'AT', 'voice', 18, 4],
    );
    assert.equal((await reloaded.refused(check, { code: '000000' })).attempts_left, 3);
    const inOldTab = await payee.does('/session', undefined, 'GET');
    assert.equal(authentication(inOldTab).attempts_left, 3, 'tries are the code’s, not the session’s');
    assert.equal((await reloaded.refused(code)).retry_after, 18);
    assert.equal((await reloaded.does(check, { code: '123456' })).current?.step, 'onboarding');
  });

  it('gives no more than five tries', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, newPhone);
    for (let count = 0; count < 5; count += 1)
      await (await openFlow(server, payee.flowId)).refused(check, { code: '000000' });
    const reloaded = await openFlow(server, payee.flowId);
    assert.equal(authentication(reloaded.seen).attempts_left, 0);
    assert.equal((await reloaded.refused(check, { code: '123456' })).error_code, 'too-many-attempts');
  });

  it('can ask for another, which replaces the first in every tab', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, newPhone);
    const reloaded = await openFlow(server, payee.flowId);
    await reloaded.does(code, otherPhone);
    const [row] = await server.db.query<{ count: number }>(
      'select count(*)::int as count from codes where flow_id = $1',
      [payee.flowId],
    );
    assert.equal(row?.count, 1);
    const inOldTab = await payee.does('/session', undefined, 'GET');
    assert.equal(authentication(inOldTab).masked_phone, '+1 ••• ••• 0199');
  });

  it('is seen by no other browser, and touched by none', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, newPhone);
    const other = await openFlow(server, payee.flowId, elsewhere);
    const asked = authentication(other.seen);
    assert.deepEqual(
      [asked.phase, asked.masked_phone, asked.resend_in, asked.attempts_left],
      ['phone', null, 0, 5],
    );
    assert.equal((await other.refused(check, { code: '123456' })).error_code, 'no-code-sent');
    await other.does(code, otherPhone);
    const reloaded = await openFlow(server, payee.flowId);
    assert.equal(authentication(reloaded.seen).masked_phone, '+1 ••• ••• 0100');
  });

  it('is not of another flow', async () => {
    const server = await createTestServer();
    await (await stranger(server)).does(code, newPhone);
    assert.equal(authentication((await stranger(server)).seen).phase, 'phone');
  });

  it('asks for the phone once the code has expired; one that expires afterwards says so', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    await payee.does(code, newPhone);
    server.clock.advance(minutes(9));
    const reloaded = await openFlow(server, payee.flowId);
    server.clock.advance(minutes(1));
    assert.equal(authentication((await openFlow(server, payee.flowId)).seen).phase, 'phone');
    assert.equal((await reloaded.refused(check, { code: '123456' })).error_code, 'code-expired');
  });

  it('stays with the session that asked for it when the address changes on the way', async () => {
    const server = await createTestServer();
    const moved = { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'the same, updated' };
    const payee = await stranger(server);
    await payee.does(code, newPhone);
    const seen = await payee.call('GET', '/session', undefined, moved);
    assert.equal(authentication(seen.body).phase, 'code');
    const checked = await payee.call('POST', check, { code: '123456' }, moved);
    assert.equal(checked.status, 200);
  });

  it('keeps no readable mark of the browser', async () => {
    const server = await createTestServer();
    await (await stranger(server)).does(code, newPhone);
    const [row] = await server.db.query<{ browser: Buffer }>('select browser from codes');
    assert.equal(row?.browser.length, 32);
  });

  it('is the same for a known phone, and a used code is no code', async () => {
    const server = await createTestServer();
    const user_id = (await introduced(server, ['compliance'])).seen.flow.user_id as string;
    const { id } = await newFlow(server, ['manage-payouts'], { user_id, require_auth: true });
    await (await openFlow(server, id)).does(code, {});
    const reloaded = await openFlow(server, id);
    const asked = authentication(reloaded.seen);
    assert.deepEqual([asked.phase, asked.known_phone, asked.masked_phone], ['code', true, '+1 ••• ••• 0100']);
    assert.equal((await reloaded.does(check, { code: '123456' })).current?.step, 'manage-payouts');
    const again = authentication((await openFlow(server, id)).seen);
    assert.deepEqual([again.step, again.phase], ['authentication', 'phone']);
  });
});

describe('a code that was sent before somebody else confirmed another phone', () => {
  it('opens nothing', async () => {
    const server = await createTestServer();
    const { id } = await newFlow(server, ['compliance', 'manage-payouts']);
    const intruder = await openFlow(server, id, 'another browser');
    await intruder.does(code, otherPhone);
    await (await openFlow(server, id)).introduces();
    const asked = authentication(await intruder.does('/session', undefined, 'GET'));
    assert.deepEqual(
      [asked.phase, asked.known_phone, asked.masked_phone],
      ['phone', true, '+1 ••• ••• 0100'],
    );
    assert.equal((await intruder.refused(check, { code: '123456' })).error_code, 'no-code-sent');
  });
});

describe('a session', () => {
  it('ends after 15 minutes unless refreshed, and after two hours anyway', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    for (let passed = 0; passed < 110; passed += 10) {
      server.clock.advance(minutes(10));
      const { status, body } = await payee.call('POST', '/session/refresh', {});
      assert.equal(status, 200);
      payee.token = body.token;
    }
    server.clock.advance(minutes(10));
    const ended = await payee.call('GET', '/session');
    assert.deepEqual([ended.status, ended.body.error_code], [401, 'session-expired']);
  });

  it('is put off by two hours when the payee asks, and ends after a day anyway', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    const opened = server.clock.now().getTime();
    let endsAt = 0;
    for (let passed = 0; passed < 24 * 60 - 10; passed += 10) {
      server.clock.advance(minutes(10));
      const { status, body } = await payee.call('POST', '/session/extend', {});
      assert.equal(status, 200);
      endsAt = Date.parse(String(body.session_ends_at));
      assert.equal(endsAt, Math.min(server.clock.now().getTime() + minutes(120), opened + minutes(24 * 60)));
    }
    server.clock.advance(minutes(10));
    const ended = await payee.call('POST', '/session/extend', {});
    assert.deepEqual([ended.status, ended.body.error_code], [401, 'session-expired']);
  });

  it('keeps the old token for 30 seconds after a refresh', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    const { body } = await payee.call('POST', '/session/refresh', {});
    assert.notEqual(body.token, payee.token);
    assert.equal(body.expires_in, 900);
    const again = await payee.call('POST', '/session/refresh', {});
    assert.equal(again.status, 200, 'the lost answer can be asked for again');
    server.clock.advance(30_000);
    assert.equal((await payee.call('GET', '/session')).status, 401);
    assert.equal(
      (await payee.call('GET', '/session', undefined, { authorization: `Bearer ${again.body.token}` }))
        .status,
      401,
      'one of two who have tokens of this session has stolen it',
    );
  });

  it('belongs to its origin and is not stored readably', async () => {
    const server = await createTestServer();
    const payee = await stranger(server);
    const other = await payee.call('GET', '/session', undefined, { origin: 'https://evil.example' });
    assert.deepEqual([other.status, other.body.error_code], [403, 'origin-not-allowed']);
    const rows = await server.db.query("select encode(token_hash, 'escape') as hash from sessions");
    assert.ok(!JSON.stringify(rows).includes(payee.token));
    for (const authorization of ['', 'Bearer ', 'Bearer nonsense', `Basic ${payee.token}`]) {
      assert.equal((await payee.call('GET', '/session', undefined, { authorization })).status, 401);
    }
  });

  it('opens from allowed origins and from no page at all, nowhere else', async () => {
    const server = await createTestServer();
    const { id } = await newFlow(server, ['compliance']);
    for (const [origin, status] of [
      ['https://evil.example', 403],
      ['null', 403],
      ['http://localhost:4400', 201],
    ] as const) {
      assert.equal(
        (await request(server, 'POST', `/flows/${id}/sessions`, {}, { origin })).status,
        status,
        origin,
      );
    }
    assert.equal((await server.app.request(`/api/v2/flows/${id}/sessions`, { method: 'POST' })).status, 201);
  });

  it('is not opened on what does not exist, has expired or was canceled', async () => {
    const server = await createTestServer();
    for (const id of ['nonsense', '5f0f8f8f-0000-4000-8000-000000000000']) {
      assert.equal(
        (await request(server, 'POST', `/flows/${id}/sessions`, {})).body.error_code,
        'no-such-resource',
      );
    }
    const brief = await newFlow(server, ['compliance'], { expires_in: 60 });
    const payee = await openFlow(server, brief.id);
    server.clock.advance(60_000);
    const expired = await request(server, 'POST', `/flows/${brief.id}/sessions`, {});
    assert.deepEqual(
      [expired.status, expired.body.error_code, expired.body.snapshot],
      [410, 'flow-expired', undefined],
    );
    assert.equal((await payee.refused(code, newPhone)).error_code, 'flow-expired');
    assert.equal((await payee.does('/session', undefined, 'GET')).flow.status, 'expired');

    const { id } = await newFlow(server, ['compliance']);
    const holder = await openFlow(server, id);
    assert.equal((await server.asPartner('POST', `/v2/flows/${id}/cancel`)).status, 200);
    assert.equal(
      (await request(server, 'POST', `/flows/${id}/sessions`, {})).body.error_code,
      'flow-canceled',
    );
    assert.equal((await holder.refused(code, newPhone)).error_code, 'flow-canceled');
    assert.equal((await holder.does('/session', undefined, 'GET')).current, null);
  });
});

describe('a flow made with a client id alone', () => {
  const made = (server: TestServer, body: object, headers: Record<string, string> = {}) =>
    request(
      server,
      'POST',
      '/sessions',
      { client_id: 'pk_sandbox_demo', steps: ['compliance'], ...body },
      headers,
    );

  it('opens for an allowed origin and expires after a day', async () => {
    const server = await createTestServer();
    const { status, body } = await made(server, { metadata: { cart: 7 } });
    assert.equal(status, 201);
    assert.equal(body.snapshot.current?.step, 'authentication');
    const { id } = body.snapshot.flow;
    assert.equal(
      body.snapshot.flow.expires_at,
      new Date(server.clock.now().getTime() + minutes(24 * 60)).toISOString(),
    );
    assert.equal((await request(server, 'POST', `/flows/${id}/sessions`, {})).status, 201);
    assert.equal((await server.app.request(`/v2/flows/${id}/sessions`, { method: 'POST' })).status, 403);
  });

  it('leads nowhere but to where the app lives', async () => {
    const server = await createTestServer();
    await server.addApp('pk_shop', 'k', ['https://shop.example', 'http://localhost:*']);
    const redirects = async (redirect_url: string, origin = 'https://shop.example') =>
      made(
        server,
        { client_id: 'pk_shop', steps: ['compliance', { name: 'redirect', redirect_url }] },
        { origin },
      );
    for (const url of ['https://shop.example/done?x=1', 'http://localhost:5173/'])
      assert.equal((await redirects(url)).status, 201, url);
    for (const url of [
      'https://evil.example/',
      'https://shop.example.evil.example/',
      'http://shop.example/',
    ]) {
      const { status, body } = await redirects(url);
      assert.equal(status, 422);
      assert.deepEqual(fields(body), ['steps[1].redirect_url:redirect-origin-not-allowed'], url);
    }
    // A back end has shown its key, so it may send its payees anywhere.
    await newFlow(server, [{ name: 'redirect', redirect_url: 'https://other.example/' }]);
  });

  it('is refused to others, with a reason', async () => {
    const server = await createTestServer();
    const code = async (body: object, headers?: Record<string, string>) =>
      (await made(server, body, headers)).body.error_code;
    assert.equal(await code({}, { origin: 'https://evil.example' }), 'origin-not-allowed');
    assert.equal(await code({ client_id: 'pk_unknown' }), 'unknown-client-id');
    assert.equal(await code({ user_id: '5f0f8f8f-0000-4000-8000-000000000000' }), 'user-id-not-allowed');
    assert.deepEqual(fields((await made(server, { steps: ['dance', 'compliance', 'compliance'] })).body), [
      'steps[0]:unknown-step',
      'steps[2]:duplicate-step',
    ]);
    assert.deepEqual(fields((await made(server, { steps: [] })).body), ['steps:required']);
    const bare = await server.app.request('/v2/sessions', {
      method: 'POST',
      body: JSON.stringify({ client_id: 'pk_sandbox_demo', steps: ['compliance'] }),
    });
    assert.equal(bare.status, 403);
  });
});
