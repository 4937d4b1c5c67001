/** What a partner gives a payee who asks what is kept of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { userExport } from '../../../src/contract/partner/export.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { tries } from '../payee/identity.ts';
import { bankAccount, introduced, person, profile } from '../payee/payee.ts';

const tin = person.tin.replaceAll('-', '');

async function everything(server: TestServer): Promise<string> {
  const payee = await introduced(server, ['compliance', 'id-verification', 'manage-payouts']);
  await payee.does('/session/compliance', person);
  await tries(server, payee);
  await payee.does('/session/payout-methods', bankAccount);
  await payee.does('/session/manage-payouts');
  return payee.seen.flow.user_id as string;
}
const exportOf = async (server: TestServer, id: string) => {
  const response = await server.asPartner('GET', `/v2/users/${id}/export`);
  assert.equal(response.status, 200, await response.clone().text());
  assert.equal(response.headers.get('cache-control'), 'no-store');
  return userExport.parse(await response.json());
};

describe('an export of one user', () => {
  test('has what was typed, whole, and every file', async () => {
    const server = await createTestServer();
    const id = await everything(server);
    await server.asPartner('POST', '/v2/transfers', { user_id: id, amount: -5_000 });
    const all = await exportOf(server, id);
    assert.equal(all.user.id, id);
    assert.equal(all.tax_forms[0]?.answers['tin'], tin);
    assert.equal(all.payout_methods[0]?.answers['account_number'], bankAccount.account_number);
    assert.deepEqual(
      all.identity_checks.map(({ status }) => status),
      ['verified'],
    );
    assert.equal(all.transfers[0]?.amount, -5000);
    assert.equal(all.flows.length, 1);
    const kinds = all.files.map(
      ({ of, name, content_type }) => `${of} ${name.replace(/-.*\./, '.')} ${content_type}`,
    );
    assert.deepEqual(kinds.sort(), [
      'identity_check front.jpeg image/jpeg',
      'identity_check selfie.jpeg image/jpeg',
      'tax_form w9.pdf application/pdf',
    ]);
    const pdf = all.files.find(({ of }) => of === 'tax_form');
    assert.match(Buffer.from(pdf?.data ?? '', 'base64').toString('latin1'), /^%PDF/);
  });

  test('has the numbers of a removed payout method for as long as they are kept', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts']);
    const { current } = await payee.does('/session/payout-methods', bankAccount);
    const [method] = (current as RequirementOf<'manage-payouts'>).methods;
    await payee.does(`/session/payout-methods/${method?.id}`, undefined, 'DELETE');
    const removed = server.clock.now();
    const methods = async () => (await exportOf(server, payee.seen.flow.user_id as string)).payout_methods;
    const [kept] = await methods();
    assert.deepEqual(
      [kept?.id, kept?.removed, kept?.answers['account_number']],
      [method?.id, removed.toISOString(), bankAccount.account_number],
    );
    await sweep(server.db, new Date(removed.getTime() + 91 * 86_400_000));
    assert.deepEqual((await methods())[0]?.answers, {});
  });

  test('comes file by file, so that the server holds one at a time', async () => {
    const server = await createTestServer();
    const id = await everything(server);
    const response = await server.asPartner('GET', `/v2/users/${id}/export`);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    const pieces: string[] = [];
    for await (const piece of response.body ?? []) pieces.push(Buffer.from(piece).toString('utf8'));
    const filesIn = pieces.map((piece) => piece.split('"content_type":').length - 1);
    assert.equal(
      filesIn.reduce((sum, count) => sum + count),
      3,
    );
    assert.ok(Math.max(...filesIn) === 1, 'no piece has two files');
    assert.equal(userExport.parse(JSON.parse(pieces.join(''))).files.length, 3);
  });

  test('has nothing of another user', async () => {
    const server = await createTestServer();
    const id = await everything(server);
    const other = await introduced(
      server,
      ['compliance'],
      { ...profile, first_name: 'Nobody', email: 'nobody@example.com' },
      { country: 'US', phone_number: '415 555 0199' },
    );
    const text = JSON.stringify(await exportOf(server, other.seen.flow.user_id as string));
    for (const secret of [id, tin, bankAccount.account_number, profile.email])
      assert.ok(!text.includes(secret), secret);
  });

  test('is for keys that may read whole numbers, of users who are there', async () => {
    const server = await createTestServer();
    const id = await everything(server);
    const made = await server.asPartner('POST', '/v2/api-keys', { name: 'reports', scopes: ['read'] });
    const { key } = (await made.json()) as { key: string };
    const authorization = `Basic ${Buffer.from(`${server.partner.client_id}:${key}`).toString('base64')}`;
    const asReader = await server.app.request(`/v2/users/${id}/export`, { headers: { authorization } });
    assert.equal(asReader.status, 403);
    await server.asPartner('DELETE', `/v2/users/${id}`);
    assert.equal((await server.asPartner('GET', `/v2/users/${id}/export`)).status, 404);
  });
});
