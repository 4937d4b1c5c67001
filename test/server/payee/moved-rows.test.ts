/** Somebody who can write to the database but has no keys: what they give to another owner does not open. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { bankAccount, introduced, person, profile } from './payee.ts';

/** Two payees with a payout method and a tax form each. The attacker's comes first. */
async function two(server: TestServer): Promise<[attacker: string, victim: string]> {
  const ids: string[] = [];
  for (const [phone, email] of [
    [undefined, 'mallory@example.com'],
    [{ country: 'US', phone_number: '415 555 0199' }, profile.email],
  ] as const) {
    const payee = await introduced(server, ['compliance', 'manage-payouts'], { ...profile, email }, phone);
    await payee.does('/session/compliance', person);
    await payee.does('/session/payout-methods', bankAccount);
    ids.push(payee.seen.flow.user_id as string);
  }
  return ids as [string, string];
}

describe('a row that was given to somebody else', () => {
  test('a payout method: no money goes to it', async () => {
    const server = await createTestServer();
    const [attacker, victim] = await two(server);
    await server.asPartner('POST', '/v2/transfers', { user_id: victim, amount: -50_000 });
    await server.db.query('delete from payout_methods where user_id = $1', [victim]);
    await server.db.query('update payout_methods set user_id = $1, is_default = true where user_id = $2', [
      victim,
      attacker,
    ]);
    const paying = { user_id: victim, platform: 'ach', amount: 1_000 };
    await server.asPartner('POST', '/v2/payouts', paying);
    await server.runDueJobs().catch(() => undefined);
    const [sent] = await server.db.query<{ count: number }>(
      `select count(*)::int as count from transfers where external_id is not null`,
    );
    assert.equal(sent?.count, 0);
  });

  test('a tax form: nobody reads it through their own account', async () => {
    const server = await createTestServer();
    const [attacker, victim] = await two(server);
    await server.db.query('delete from tax_forms where user_id = $1', [attacker]);
    await server.db.query('update tax_forms set user_id = $1 where user_id = $2', [attacker, victim]);
    const answer = await server.asPartner('GET', `/v2/users/${attacker}/tax-forms`);
    assert.equal(answer.status, 500, await answer.text());
  });
});
