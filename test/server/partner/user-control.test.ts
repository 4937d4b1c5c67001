/** What a partner does about a user whose phone is somebody else's by now, or who must not go on. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StepName } from '../../../src/contract/steps.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import {
  fields,
  introduced,
  messages,
  newFlow,
  newPhone,
  openFlow,
  profile,
  request,
} from '../payee/payee.ts';

async function known(server: TestServer, steps: StepName[] = ['manage-payouts']) {
  const payee = await introduced(server, steps);
  const [row] = await server.db.query<{ id: string }>('select id from users');
  const id = row?.id ?? '';
  const call = async (method: string, path = '', body?: unknown) => {
    const answer = await server.asPartner(method, `/v2/users/${id}${path}`, body);
    return {
      status: answer.status,
      body: (await answer.json()) as User & Pick<Problem, 'errors' | 'error_code'>,
    };
  };
  return { payee, id, call };
}
const look = (payee: Awaited<ReturnType<typeof known>>['payee']) => payee.call('GET', '/session');
const told = async (server: TestServer) => (await messages(server, 'user.')).map(({ event }) => event);

describe('a user whom the partner disabled', () => {
  test('is out of every window, opens nothing and is paid nothing, until they are enabled', async () => {
    const server = await createTestServer();
    const { payee, id, call } = await known(server);
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    await server.asPartner('POST', '/v2/transfers', { user_id: id, amount: -5_000 });
    const before = (await told(server)).length;
    assert.equal((await call('POST', '/disable')).body.status, 'disabled');
    assert.equal((await look(payee)).status, 401);
    const opening = await request(server, 'POST', `/flows/${payee.flowId}/sessions`, {});
    assert.deepEqual([opening.status, opening.body.error_code], [403, 'user-disabled']);
    const paying = { user_id: id, platform: 'paypal', amount: 1_000 };
    assert.equal((await server.asPartner('POST', '/v2/payouts', paying)).status, 422);
    const flow = await server.asPartner('POST', '/v2/flows', { steps: ['payout'], user_id: id });
    assert.equal(flow.ok, false);
    assert.equal((await call('POST', '/disable')).status, 200);
    assert.equal((await call('POST', '/enable')).body.status, 'verified');
    assert.equal((await told(server)).length, before + 2);
    assert.equal((await server.asPartner('POST', '/v2/payouts', paying)).status, 201);
    await (await openFlow(server, payee.flowId)).authenticates(null);
  });

  test('comes in by no other flow either, with their own phone and the right code', async () => {
    const server = await createTestServer();
    const { call } = await known(server);
    await call('POST', '/disable');
    const other = await openFlow(server, (await newFlow(server, ['manage-payouts'])).id);
    await other.does('/session/authentication/code', newPhone);
    const checked = await other.call('POST', '/session/authentication/check', { code: '123456' });
    assert.deepEqual([checked.status, checked.body.error_code], [403, 'user-disabled']);
    assert.equal(JSON.stringify(checked.body).includes('Jane'), false);
  });
});

test('money that waited for a disabled user is not paid when their name is cleared, but when they are enabled', async () => {
  const server = await createTestServer();
  const { payee, id, call } = await known(server);
  await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
  await server.asPartner('POST', '/v2/transfers', { user_id: id, amount: -5_000 });
  await server.db.query(`update users set ofac_status = 'in_review'`);
  const paying = { user_id: id, platform: 'paypal', amount: 1_000 };
  assert.equal((await server.asPartner('POST', '/v2/payouts', paying)).status, 201);
  await call('POST', '/disable');
  await server.db.query(`update users set ofac_status = 'unflagged'`);
  const status = async () =>
    (await server.db.query<{ status: string }>(`select status from transfers where type = 'payout'`))[0]
      ?.status;
  const wait = async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      server.clock.advance(60_000);
      await rescuePayouts(server.deps);
      await server.runDueJobs();
    }
  };
  await wait();
  assert.equal(await status(), 'flagged');
  await call('POST', '/enable');
  await wait();
  assert.equal(await status(), 'completed');
});

test('a user whom the partner made and disabled does not come in by onboarding', async () => {
  const server = await createTestServer();
  const stranger = await openFlow(server, (await newFlow(server, ['manage-payouts'])).id);
  await stranger.authenticates(newPhone);
  const made = await server.asPartner('POST', '/v2/users', {
    first_name: 'Bo',
    last_name: 'Partnermade',
    email: 'bo@example.com',
    country_code: '1',
    phone_number: '4155550100',
  });
  const { id } = (await made.json()) as { id: string };
  await server.asPartner('POST', `/v2/users/${id}/disable`);
  const said = await stranger.call('POST', '/session/onboarding', profile);
  assert.deepEqual([said.status, said.body.error_code], [403, 'user-disabled']);
});

describe('a phone that is somebody else’s by now', () => {
  test('confirms nothing by a token that it was sent, and opens nothing by a link to the phone', async () => {
    const server = await createTestServer();
    const { payee, call } = await known(server, ['id-verification', 'manage-payouts']);
    await payee.does('/session/id-verification/document', { country: 'US', document_type: 'passport' });
    const link = await payee.call('POST', '/session/id-verification/handoff', {});
    const token = /#handoff=(.+)$/.exec((link.body as unknown as { url: string }).url)?.[1];
    await call('POST', '/send-verification-token', {});
    await call('PUT', '/phone', { country_code: '1', phone_number: '4155550177' });
    const verified = await call('POST', '/verify', { token: '123456' });
    assert.equal(verified.status, 400);
    assert.equal((await call('GET')).body.status, 'unverified');
    assert.equal((await look(payee)).status, 401);
    const opened = await request(server, 'POST', '/handoff/sessions', { token });
    assert.deepEqual([opened.status, opened.body.error_code], [410, 'handoff-expired']);
  });

  test('is replaced: its sessions end, and the new one is confirmed', async () => {
    const server = await createTestServer();
    const { payee, call } = await known(server);
    const changed = await call('PUT', '/phone', { country_code: '1', phone_number: '4155550177' });
    assert.deepEqual([changed.status, changed.body.status], [200, 'unverified']);
    assert.equal((await look(payee)).status, 401);
    const again = await openFlow(server, payee.flowId);
    assert.equal(again.seen.current?.step, 'authentication');
    const sent = await again.does('/session/authentication/code', {});
    assert.match(JSON.stringify(sent.current), /0177/);
    const stranger = await openFlow(server, (await newFlow(server, ['manage-payouts'])).id);
    await stranger.authenticates(newPhone);
    assert.equal(stranger.seen.current?.step, 'onboarding', 'the old number knows nobody');
  });

  test('leaves nothing that sends money on to whoever had it meanwhile', async () => {
    const server = await createTestServer();
    const { payee, id, call } = await known(server);
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'stranger@example.com' });
    await payee.does('/session/auto-payout', { enabled: true }, 'PUT');
    const before = (await told(server)).filter((event) => event.includes('default')).length;
    const changed = await call('PUT', '/phone', { country_code: '1', phone_number: '4155550177' });
    assert.equal(changed.body.auto_payout_enabled, false);
    const defaults = (await told(server)).filter((event) => event.includes('default')).length;
    assert.equal(defaults, before + 1);
    await server.asPartner('POST', '/v2/transfers', { user_id: id, amount: -5_000 });
    await server.runDueJobs();
    const payouts = await server.db.query(`select 1 from transfers where type = 'payout'`);
    assert.deepEqual(payouts, []);
    const paying = { user_id: id, platform: 'default', amount: 1_000 };
    assert.equal((await server.asPartner('POST', '/v2/payouts', paying)).status, 422);
    const again = await openFlow(server, payee.flowId);
    const seen = await again.authenticates(null);
    assert.equal(seen.current?.step === 'manage-payouts' && seen.current.methods[0]?.is_default, false);
  });

  test('cannot become that of another user', async () => {
    const server = await createTestServer();
    const { call } = await known(server);
    const other = {
      first_name: 'A',
      last_name: 'B',
      email: 'a@b.example',
      country_code: '1',
      phone_number: '4155550188',
    };
    await server.asPartner('POST', '/v2/users', other);
    const refused = await call('PUT', '/phone', { country_code: '1', phone_number: '4155550188' });
    assert.deepEqual([refused.status, fields(refused.body)], [422, ['phone_number:phone-in-use']]);
  });
});

test('sessions end when the partner says so, and a code is asked for again', async () => {
  const server = await createTestServer();
  const { payee, call } = await known(server);
  assert.equal((await openFlow(server, payee.flowId)).seen.authenticated, true, 'the same browser');
  assert.equal((await call('POST', '/end-sessions')).status, 200);
  assert.equal((await look(payee)).status, 401);
  assert.equal((await openFlow(server, payee.flowId)).seen.authenticated, false);
});

test('what a change would leave as it is, is refused by name', async () => {
  const server = await createTestServer();
  const { call } = await known(server);
  const taken = ['default_payout_method', 'auto_payout_enabled', 'metadata', 'payout_options_exclude_list'];
  // What the user object shows, and what other calls take.
  const shown = Object.keys((await call('GET')).body).filter((field) => !taken.includes(field));
  for (const field of [...shown, 'verified', 'default_payout_method_details', 'w9', 'line_1', 'addresses']) {
    const { status, body } = await call('PATCH', '', { [field]: 'x', auto_payout_enabled: true });
    assert.deepEqual([status, fields(body)], [422, [`${field}:unknown`]]);
  }
  assert.equal((await call('GET')).body.auto_payout_enabled, false);
});
