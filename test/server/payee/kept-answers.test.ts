/** What is kept for a day so that a repeated request gets its first answer. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTestServer } from '../support.ts';
import { introduced, openFlow, person } from './payee.ts';

const key = { 'idempotency-key': 'once' };
const path = '/session/compliance';

it('cannot be read in the database, neither addresses nor links to the phone', async () => {
  const server = await createTestServer();
  const payee = await introduced(server, ['compliance', 'id-verification']);
  const filed = await payee.call('POST', path, person, key);
  assert.equal(filed.status, 200);
  await payee.does('/session/id-verification/document', { country: 'US', document_type: 'passport' });
  const link = await payee.call(
    'POST',
    '/session/id-verification/handoff',
    {},
    { 'idempotency-key': 'link' },
  );
  assert.equal(link.status, 201, JSON.stringify(link.body));
  const rows = await server.db.query(
    `select scope, key, body, encode(body_sealed, 'escape') as sealed from idempotency_keys`,
  );
  assert.equal(rows.length, 2);
  for (const secret of ['Springfield', 'Jane', '#handoff=', '"plan"'])
    assert.equal(JSON.stringify(rows).includes(secret), false, secret);
});

it('is given again to the payee, and to nobody who has not confirmed the code', async () => {
  const server = await createTestServer();
  const payee = await introduced(server, ['compliance', 'manage-payouts']);
  const first = await payee.call('POST', path, person, key);
  const again = await payee.call('POST', path, person, key);
  assert.deepEqual(again.body, first.body);
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
  const stranger = await openFlow(server, payee.flowId, 'another browser');
  const told = await stranger.call('POST', path, person, key);
  assert.deepEqual([told.status, told.body.error_code], [403, 'authentication-required']);
});

it('does not open in another row, and still does where it was kept before it was sealed', async () => {
  const server = await createTestServer();
  const payee = await introduced(server, ['compliance', 'manage-payouts']);
  const first = await payee.call('POST', path, person, key);
  await server.db.query(
    `update idempotency_keys set body = $1, body_sealed = null, rights = null where key = 'once'`,
    [JSON.stringify(first.body)],
  );
  assert.deepEqual((await payee.call('POST', path, person, key)).body, first.body);
  const method = { platform: 'paypal', email: 'jane@example.com' };
  await payee.call('POST', '/session/payout-methods', method, { 'idempotency-key': 'other' });
  await server.db.query(
    `update idempotency_keys set body_sealed = (select body_sealed from idempotency_keys where key = 'other') where key = 'once'`,
  );
  assert.equal((await payee.call('POST', path, person, key)).status, 500);
});

it('a right code is no answer for whoever repeats it without having given it', async () => {
  const server = await createTestServer();
  const payee = await introduced(server, ['manage-payouts']);
  const again = await openFlow(server, payee.flowId, 'the payee elsewhere');
  await again.does('/session/authentication/code', {});
  const check = '/session/authentication/check';
  assert.equal((await again.call('POST', check, { code: '123456' }, key)).status, 200);
  const stranger = await openFlow(server, payee.flowId, 'a stranger');
  const told = await stranger.call('POST', check, { code: '123456' }, key);
  assert.equal(told.body.error_code, 'no-code-sent');
  assert.equal((await again.call('POST', check, { code: '123456' }, key)).status, 200);
});

it('is not given to another browser, although the payee confirmed a code there too', async () => {
  const server = await createTestServer();
  const payee = await introduced(server, ['manage-payouts']);
  const add = '/session/payout-methods';
  const paypal = { platform: 'paypal', email: 'jane@example.com' };
  assert.equal((await payee.call('POST', add, paypal, key)).status, 200);
  const reloaded = await openFlow(server, payee.flowId);
  const again = await reloaded.call('POST', add, paypal, key);
  assert.equal(again.headers.get('idempotent-replayed'), 'true', 'after a reload');
  const phone = await openFlow(server, payee.flowId, 'phone');
  await phone.authenticates(null);
  const told = await phone.call('POST', add, paypal, key);
  assert.deepEqual([told.status, told.body.error_code], [409, 'payout-method-exists']);
});

for (const [what, method, path, code] of [
  ['whom the partner deleted', 'DELETE', '/v2/users/:user', 'flow-canceled'],
  ['whose flow the partner ended', 'POST', '/v2/flows/:flow/cancel', 'flow-canceled'],
] as const)
  it(`is not given any more to a payee ${what}`, async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    assert.equal((await payee.call('POST', '/session/compliance', person, key)).status, 200);
    const { id, user_id } = payee.seen.flow;
    const ended = await server.asPartner(
      method,
      path.replace(':user', user_id as string).replace(':flow', id),
    );
    assert.equal(ended.status, 200);
    const told = await payee.call('POST', '/session/compliance', person, key);
    assert.deepEqual([told.status, told.body.error_code], [410, code]);
  });
