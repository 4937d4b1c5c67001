/**
 * What an attacker learns by asking again and again, outside the sandbox: a few answers a day, then nothing.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Deps } from '../../../src/server/ports/deps.ts';
import { allowedOrigin, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import {
  bankAccount,
  introduced,
  newFlow,
  newPhone,
  openFlow,
  person,
  profile,
  request,
  secretOf,
} from './payee.ts';
import type { Payee } from './payee.ts';

const live = (overrides: Partial<Deps> = {}) =>
  createTestServer({ config: { sandbox: false }, deps: overrides });

/** Asks `times` times, and returns how many answers were no refusal for asking too often. */
async function answered(
  times: number,
  ask: (time: number) => Promise<{ error_code?: string; retry_after?: number | undefined }>,
) {
  let count = 0;
  for (let time = 0; time < times; time += 1) {
    const { error_code, retry_after } = await ask(time);
    if (error_code !== 'too-many-requests') count += 1;
    else assert.ok((retry_after ?? 0) > 0, 'the refusal says when to go on');
  }
  return count;
}

const numbered = (time: number) => `12345${String(1_000 + time)}`;
const passport = { country: 'US', document_type: 'passport' };
const signOut = async (server: TestServer, { token }: Payee) => {
  const headers = { authorization: `Bearer ${token}`, origin: allowedOrigin };
  assert.equal((await server.app.request('/v2/session', { method: 'DELETE', headers })).status, 204);
};
const asks = (payee: Payee, path: string) => async (body: object) =>
  (await payee.call('POST', path, body)).body;

describe('nobody finds out', () => {
  it('a tax number by trying', async () => {
    const server = await live();
    const ask = asks(await introduced(server, ['compliance']), '/session/compliance');
    const wrong = (time: number) => ask({ ...person, tin: `${numbered(time).slice(0, 5)}0002` });
    assert.equal(await answered(30, wrong), 10);
    const { n } = (await server.db.query<{ n: number }>('select count(*)::int as n from tax_forms'))[0] ?? {};
    assert.equal(n, 10);
    server.clock.advance(24 * 3_600_000);
    assert.equal(await answered(1, wrong), 1);
  });

  it('an account by trying, nor after the partner deleted the payee', async () => {
    const server = await live();
    const attempt = async () => {
      const ask = asks(await introduced(server, ['manage-payouts']), '/session/payout-methods');
      return answered(15, (time) => ask({ ...bankAccount, account_number: `00${numbered(time)}` }));
    };
    assert.equal(await attempt(), 10);
    const [user] = await server.db.query<{ id: string }>('select id from users');
    assert.equal((await server.asPartner('DELETE', `/v2/users/${user?.id}`)).status, 200);
    server.clock.advance(3_600_000);
    assert.equal(await attempt(), 0);
  });

  it('a mistake in the form costs no try', async () => {
    const server = await live();
    const ask = asks(await introduced(server, ['compliance']), '/session/compliance');
    for (let time = 0; time < 30; time += 1)
      assert.equal((await ask({ ...person, postcode: '1' })).error_code, 'invalid-input');
    assert.equal(await answered(1, () => ask(person)), 1);
  });
});

describe('a stranger who has the link alone', () => {
  it('uses up nobody’s tries', async () => {
    const server = await live();
    const victim = await introduced(server, ['compliance', 'manage-payouts']);
    const stranger = await openFlow(server, victim.flowId, 'a stranger');
    for (let time = 0; time < 12; time += 1) {
      assert.equal((await stranger.call('POST', '/session/compliance', person)).status, 403);
      assert.equal((await stranger.call('POST', '/session/payout-methods', bankAccount)).status, 403);
    }
    await victim.does('/session/compliance', person);
    await victim.does('/session/payout-methods', bankAccount);
  });

  it('neither keeps the payee from their phone nor from their pictures', async () => {
    const server = await live();
    const victim = await introduced(server, ['id-verification']);
    await victim.does('/session/id-verification/document', passport);
    const stranger = await openFlow(server, victim.flowId, 'a stranger');
    for (const [path, body] of [
      ['/session/id-verification/handoff', {}],
      ['/session/id-verification/uploads', { side: 'front', size: 1_000 }],
    ] as const) {
      for (let time = 0; time < 130; time += 1)
        assert.equal((await stranger.refused(path, body)).error_code, 'authentication-required');
      assert.equal((await victim.call('POST', path, body)).status, 201, path);
    }
  });

  it('ends no link to the payee’s phone by signing out', async () => {
    const server = await live();
    const victim = await introduced(server, ['id-verification']);
    const made = await victim.call('POST', '/session/id-verification/handoff', {});
    const stranger = await openFlow(server, victim.flowId, 'a stranger');
    await signOut(server, stranger);
    const token = new URL((made.body as unknown as { url: string }).url).hash.replace('#handoff=', '');
    const onPhone = { token, browser: secretOf('phone') };
    assert.equal((await request(server, 'POST', '/handoff/sessions', onPhone)).status, 201);
  });

  it('does not choose the language of the payee’s messages', async () => {
    const server = await live();
    const victim = await introduced(server, ['compliance']);
    const stranger = await openFlow(server, victim.flowId, 'a stranger');
    await stranger.call('POST', '/session/authentication/code', {}, { 'accept-language': 'de' });
    const rows = await server.db.query('select language from flows');
    assert.deepEqual(rows, [{ language: 'en' }]);
  });
});

it('a request that is repeated gets its first answer, however often', async () => {
  const server = await live();
  const payee = await introduced(server, ['manage-payouts']);
  const statuses = [];
  for (let time = 0; time < 14; time += 1) {
    const answer = await payee.call('POST', '/session/payout-methods', bankAccount, {
      'idempotency-key': 'once',
    });
    statuses.push(answer.status);
  }
  assert.deepEqual(new Set(statuses), new Set([200]));
});

describe('codes', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const behindProxy = (config = {}) =>
    createTestServer({ config: { sandbox: false, trustedProxies: 1, ...config } });
  const send = async (server: TestServer, address: string, phone: object = newPhone) => {
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id, 'test', from(address));
    return payee.call('POST', '/session/authentication/code', phone);
  };
  const phones = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      country: 'US',
      phone_number: `415 555 ${1_000 + index}`,
    }));

  it('an attacker who is over their own limit cannot use up a victim’s', async () => {
    const server = await behindProxy();
    for (const phone of phones(20)) assert.equal((await send(server, '203.0.113.9', phone)).status, 200);
    for (let time = 0; time < 8; time += 1) assert.equal((await send(server, '203.0.113.9')).status, 429);
    assert.equal((await send(server, '198.51.100.1')).status, 200);
  });

  it('all addresses of one IPv6 network are one client, and ports make no other', async () => {
    const server = await behindProxy();
    for (const [index, phone] of phones(20).entries())
      await send(
        server,
        index % 2 ? `[2001:db8:1:2::${index}]:${5_000 + index}` : `2001:DB8:1:2:${index}::9`,
        phone,
      );
    assert.equal((await send(server, '2001:db8:1:2:ffff::1')).status, 429);
    assert.equal((await send(server, '2001:db8:1:3::1')).status, 200);
  });

  it('go to ten a day on one phone, whoever asks', async () => {
    const server = await behindProxy();
    let sent = 0;
    for (let time = 0; time < 14; time += 1) {
      if ((await send(server, `198.51.100.${time}`)).status === 200) sent += 1;
      server.clock.advance(1_800_000);
    }
    assert.equal(sent, 10);
  });

  it('go only to the countries that the operator named', async () => {
    const server = await behindProxy({ codeCountries: ['US'] });
    const german = { country: 'DE', phone_number: '01512 3456789' };
    const refused = await send(server, '198.51.100.1', german);
    assert.deepEqual(
      refused.body.errors?.map(({ code }) => code),
      ['phone-country-not-offered'],
    );
    assert.equal((await send(server, '198.51.100.1')).status, 200);
  });

  it('the carrier, who charges for its answers, is not asked beyond the limit', async () => {
    const server = await behindProxy();
    let asked = 0;
    const { codes } = server.deps.providers;
    const check = codes.check.bind(codes);
    Object.assign(codes, { check: (...args: Parameters<typeof check>) => ((asked += 1), check(...args)) });
    const landline = { country: 'US', phone_number: '415 555 0002' };
    for (let time = 0; time < 12; time += 1) await send(server, `198.51.100.${time}`, landline);
    assert.equal(asked, 5);
  });
});

it('whoever is known is not screened again, and costs nothing', async () => {
  const server = await live();
  const user = { ...profile, country_code: '1', phone_number: '4155550100' };
  const statuses = [];
  for (let time = 0; time < 20; time += 1)
    statuses.push((await server.asPartner('POST', '/v2/users', { ...user, country: undefined })).status);
  assert.deepEqual(new Set(statuses), new Set([201, 200]));
});

it('the operator is told before an app’s day is used up, and when it is', async () => {
  const server = await live();
  const { charge, limits } = await import('../../../src/server/http/limits.ts');
  const most = limits['background check'].find(({ per }) => per === 'app')?.points ?? 0;
  const outcomes = await Promise.allSettled(
    Array.from({ length: most + 1 }, () =>
      charge(server.deps, 'background check', { app: server.partner.id }),
    ),
  );
  assert.equal(outcomes.filter(({ status }) => status === 'rejected').length, 1);
  const told = server.logLines.filter(({ limit }) => limit === 'background check').map(({ msg }) => msg);
  assert.deepEqual(told.toSorted(), ['limit nearly reached', 'limit reached']);
  assert.equal((await request(server, 'GET', '/session')).status, 401);
});
