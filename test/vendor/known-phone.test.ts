/**
 * A phone number is a person: the vendor answers a second `POST /users` with the user whom the app has. What
 * the partner wrote about them is kept, and what cannot be is named.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { User } from '../../src/contract/partner/users.ts';
import { createTestServer } from '../server/support.ts';
import type { TestServer } from '../server/support.ts';

const ada = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  country_code: '1',
  phone_number: '4155550100',
  metadata: { partner_id: 'p1' },
};

describe('a user with a known phone', () => {
  let server: TestServer;
  const create = async (body: object, headers: Record<string, string> = {}) => {
    const answer = await server.asPartner('POST', '/v2/users', body, headers);
    return {
      status: answer.status,
      ignored: answer.headers.get('ignored-fields'),
      user: (await answer.json()) as User,
    };
  };
  const updates = async () =>
    (await server.db.query("select 1 from webhook_messages where event = 'user.updated'")).length;
  before(async () => {
    server = await createTestServer();
    await server.asPartner('POST', '/v2/webhook-endpoints', { url: 'https://hooks.example/dots' });
    await create(ada);
  });

  test('is answered as they are to the same call, and nothing happens', async () => {
    const again = await create({ ...ada, first_name: ' Ada ', username: undefined });
    assert.deepEqual([again.status, again.ignored, again.user.first_name], [200, null, 'Ada']);
    assert.equal(await updates(), 0);
  });

  test('gets the partner’s notes and settings', async () => {
    const again = await create({
      ...ada,
      metadata: { partner_id: 'p2' },
      payout_options_exclude_list: ['venmo'],
      '1099_adjustment': { year: 2026, form: '1099-NEC', amount: 5 },
      date_of_birth: '1990-04-12',
    });
    assert.deepEqual([again.status, again.ignored], [200, null]);
    assert.deepEqual(again.user.metadata, { partner_id: 'p2' });
    assert.deepEqual(again.user.payout_options_exclude_list, ['venmo']);
    assert.equal(again.user['1099_adjustment']?.year, 2026);
    assert.equal(again.user.compliance.date_of_birth_collected, true);
    assert.equal(await updates(), 1);
    const without = await create({ ...ada, metadata: undefined });
    assert.deepEqual(without.user.metadata, { partner_id: 'p2' });
    assert.equal(await updates(), 1);
  });

  test('keeps the names and the address that are the payee’s own, and the answer names them', async () => {
    const other = { ...ada, first_name: 'Eve', email: 'eve@example.com', username: 'eve', extra: 1 };
    for (const headers of [{}, { 'idempotency-key': 'known' }, { 'idempotency-key': 'known' }]) {
      const again = await create(other, headers);
      assert.equal(again.status, 200);
      assert.equal(again.user.first_name, 'Ada');
      assert.equal(again.ignored, 'extra, first_name, email, username');
    }
    const { ignored } = await create({ ...ada, phone_number: '4155550101', first_name: 'Eve' });
    assert.equal(ignored, null);
  });
});
