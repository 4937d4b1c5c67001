/** What a code proves, to whom and for how long. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { bankAccount, introduced, newFlow, newPhone, openFlow, person, profile, request } from './payee.ts';
import { secretOf, states } from './payee.ts';
import type { Payee } from './payee.ts';

const known = '/session/authentication/known';
const code = '/session/authentication/code';
const birthday = { date_of_birth: person.date_of_birth };
const minutes = (count: number) => count * 60_000;

/** A payee with a tax form, who was here in the browser `test`. Returns the user's id. */
async function settled(server: TestServer): Promise<string> {
  const one = await introduced(server, ['compliance']);
  return (await one.does('/session/compliance', person)).flow.user_id as string;
}

const status = async (payee: Payee) => (await payee.call('GET', '/session')).status;

/** Lets time pass while the page is open: it refreshes its token, and the payee asks for more time. */
async function stays(server: TestServer, payee: Payee, time: number): Promise<void> {
  for (let left = time; left > 0; left -= minutes(10)) {
    server.clock.advance(Math.min(left, minutes(10)));
    await payee.call('POST', '/session/extend', {});
    payee.token = (await payee.call('POST', '/session/refresh')).body.token;
  }
}

describe('a code that was confirmed in another browser', () => {
  test('ends what the first opener of the link had without one, and their link to a phone', async () => {
    const server = await createTestServer();
    const user_id = await settled(server);
    const { id } = await newFlow(server, ['id-verification', 'manage-payouts'], { user_id });
    const thief = await openFlow(server, id, 'thief');
    assert.equal(thief.seen.authenticated, true);
    await thief.does('/session/id-verification/document', { country: 'US', document_type: 'passport' });
    const link = (await thief.call('POST', '/session/id-verification/handoff', {})).body;
    const token = new URL((link as unknown as { url: string }).url).hash.replace('#handoff=', '');
    const payee = await openFlow(server, id, 'payee');
    await payee.authenticates(null);
    assert.equal(await status(thief), 401);
    assert.equal((await openFlow(server, id, 'thief')).seen.authenticated, false, 'by the secret');
    const phone = await request(server, 'POST', '/handoff/sessions', { token, browser: secretOf('phone') });
    assert.equal(phone.body.error_code, 'handoff-expired');
    assert.equal(await status(payee), 200);
  });

  test('ends nothing that a code had opened', async () => {
    const server = await createTestServer();
    const computer = await introduced(server, ['manage-payouts']);
    const phone = await openFlow(server, computer.flowId, 'phone');
    await phone.authenticates(null);
    assert.deepEqual([await status(computer), await status(phone)], [200, 200]);
  });

  test('nor, after a reload, what it had opened before', async () => {
    const server = await createTestServer();
    const computer = await introduced(server, ['manage-payouts']);
    const reloaded = await openFlow(server, computer.flowId);
    const phone = await openFlow(server, computer.flowId, 'phone');
    await phone.authenticates(null);
    assert.equal(await status(reloaded), 200);
  });
});

describe('whoever began as somebody new', () => {
  async function begins(server: TestServer, browser = 'thief'): Promise<Payee> {
    const one = await openFlow(server, (await newFlow(server, ['compliance', 'payout'])).id, browser);
    await one.authenticates(newPhone);
    assert.equal(one.seen.current?.step, 'onboarding');
    return one;
  }

  test('does not become the user who got the number meanwhile', async () => {
    const server = await createTestServer();
    const thief = await begins(server);
    const there = { country: 'US', phone_number: '4155550111' };
    const owner = await introduced(server, ['compliance'], profile, there);
    await owner.does('/session/compliance', person);
    const user = owner.seen.flow.user_id;
    const phone = { country_code: '1', phone_number: '4155550100' };
    assert.equal((await server.asPartner('PUT', `/v2/users/${user}/phone`, phone)).status, 200);
    assert.equal((await thief.refused('/session/onboarding', profile)).error_code, 'authentication-required');
    const seen = (await thief.call('GET', '/session')).body;
    assert.deepEqual(
      [seen.authenticated, seen.flow.user_id, seen.current?.step],
      [false, null, 'authentication'],
    );
    assert.equal((await openFlow(server, thief.flowId, 'thief')).seen.authenticated, false);
    const again = await thief.authenticates(null);
    assert.equal(again.flow.user_id, user, 'a code to the number, which rings at its owner');
    assert.ok(states(again).includes('onboarding:skipped'));
  });

  test('is asked for something known where that user would be', async () => {
    const server = await createTestServer();
    const made = await server.asPartner('POST', '/v2/users', {
      ...{ ...profile, country: undefined },
      country_code: '1',
      phone_number: '4155550111',
      date_of_birth: person.date_of_birth,
    });
    const { id } = (await made.json()) as { id: string };
    server.clock.advance(minutes(48 * 60));
    const thief = await begins(server);
    await server.db.query(`update users set phone_e164 = '+14155550100' where id = $1`, [id]);
    await thief.refused('/session/onboarding', profile);
    await thief.authenticates(null);
    assert.deepEqual([thief.seen.authenticated, thief.seen.flow.user_id], [false, null]);
    const seen = await thief.does(known, birthday);
    assert.deepEqual([seen.authenticated, seen.flow.user_id], [true, id]);
  });
});

describe('a code is old', () => {
  test('after an hour for a new place to be paid: another one is asked for', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts']);
    await stays(server, payee, minutes(55));
    await payee.does('/session/payout-methods', bankAccount);
    await stays(server, payee, minutes(10));
    const paypal = { platform: 'paypal', email: 'jane@example.com' };
    assert.equal(
      (await payee.refused('/session/payout-methods', paypal)).error_code,
      'authentication-required',
    );
    const seen = (await payee.call('GET', '/session')).body;
    assert.deepEqual([seen.authenticated, seen.current?.step], [false, 'authentication']);
    assert.equal((await payee.authenticates(null)).current?.step, 'manage-payouts');
    await payee.does('/session/payout-methods', paypal);
  });

  test('and takes nothing from the browser where a newer one was confirmed', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts']);
    await stays(server, payee, minutes(61));
    const newer = await openFlow(server, payee.flowId, 'newer');
    await newer.authenticates(null);
    assert.equal(
      (await payee.refused('/session/payout-methods', bankAccount)).error_code,
      'authentication-required',
    );
    assert.equal((await openFlow(server, payee.flowId, 'newer')).seen.authenticated, true);
  });

  test('and is not made younger by a reload', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts']);
    await stays(server, payee, minutes(61));
    const again = await openFlow(server, payee.flowId);
    assert.equal(again.seen.authenticated, true);
    assert.equal(
      (await again.refused('/session/payout-methods', bankAccount)).error_code,
      'authentication-required',
    );
  });

  test('after a day for everything, however often the page is opened again', async () => {
    const server = await createTestServer();
    let payee = await introduced(server, ['manage-payouts']);
    await stays(server, payee, minutes(23 * 60));
    payee = await openFlow(server, payee.flowId);
    assert.equal(payee.seen.authenticated, true);
    await stays(server, payee, minutes(65));
    assert.equal((await openFlow(server, payee.flowId)).seen.authenticated, false);
  });

  test('after a quarter of an hour for the answer to what is asked beside it', async () => {
    const server = await createTestServer();
    await settled(server);
    server.clock.advance(minutes(400 * 24 * 60));
    const one = await openFlow(server, (await newFlow(server, ['payout'])).id, 'thief');
    await one.authenticates(newPhone);
    await stays(server, one, minutes(14));
    await one.refused(known, { date_of_birth: '1990-01-01' });
    await stays(server, one, minutes(2));
    assert.equal((await one.refused(known, birthday)).error_code, 'step-not-current');
    const { current } = (await one.call('GET', '/session')).body;
    assert.equal(current?.step === 'authentication' && current.phase, 'phone');
    await one.does(code, {});
    await one.does('/session/authentication/check', { code: '123456' });
    assert.equal((await one.does(known, birthday)).authenticated, true);
  });
});
