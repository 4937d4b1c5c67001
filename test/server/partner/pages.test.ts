/** What a page of a list costs: as many statements for a hundred rows as for one. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, mock, test } from 'node:test';
import type { User } from '../../../src/contract/partner/users.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const rows = 12;

describe('a page of a list', () => {
  let server: TestServer;
  /** What every call costs: the app and its key. */
  let entrance: number;
  const users: User[] = [];

  before(async () => {
    // The app and its key are known for two seconds, and what is counted must not depend on when they end.
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    server = await createTestServer();
    for (let number = 0; number < rows; number += 1) {
      const user = await answered<User>('POST', '/v2/users', {
        first_name: 'Jane',
        last_name: 'Doe',
        email: 'jane@example.com',
        country_code: '1',
        phone_number: `41555501${String(number).padStart(2, '0')}`,
      });
      users.push(user);
      const path = `/v2/users/${user.id}`;
      await answered('POST', `${path}/send-verification-token`, {});
      await answered('POST', `${path}/verify`, { token: '123456' });
      await answered('PUT', `${path}/payout-methods`, {
        platform: 'paypal',
        email: `p${number}@example.com`,
      });
      await answered('POST', '/v2/transfers', { user_id: user.id, amount: -1000 });
      await answered('POST', '/v2/flows', { user_id: user.id, steps: ['compliance'] });
    }
    // A flow that is not there is looked for by one statement.
    entrance = (await cost(`/v2/flows/${randomUUID()}`)) - 1;
  });
  after(() => mock.timers.reset());

  async function answered<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await server.asPartner(method, path, body);
    assert.ok(answer.ok, `${method} ${path}: ${await answer.clone().text()}`);
    return (await answer.json()) as T;
  }

  async function cost(path: string): Promise<number> {
    const first = server.db.answered();
    await server.asPartner('GET', path);
    return server.db.answered() - first;
  }

  /** Who read is written down beside it, by one more. */
  for (const [list, written] of [
    ['users', 1],
    ['transfers', 0],
    ['flows', 0],
  ] as const)
    test(`of ${list} takes three statements at most, wherever it begins`, async () => {
      const { data } = await answered<{ data: { id: string }[] }>('GET', `/v2/${list}?limit=2`);
      const [, second] = data;
      for (const query of [`limit=${rows}`, 'limit=1', `limit=${rows}&starting_after=${second?.id}`]) {
        const statements = (await cost(`/v2/${list}?${query}`)) - entrance - written;
        assert.ok(statements <= 3, `${list}?${query}: ${statements}`);
      }
    });

  test('says of each user what their own page says', async () => {
    const { data } = await answered<{ data: User[] }>('GET', `/v2/users?limit=${rows}`);
    for (const user of data) assert.deepEqual(user, await answered('GET', `/v2/users/${user.id}`));
    assert.equal(data.length, rows);
    assert.ok(data.every(({ wallet }) => wallet.amount === 1000));
    assert.ok(data.every(({ default_payout_method_details: details }) => details?.platform === 'paypal'));
  });

  test('is of no user who was made a moment ago, of whom there is nothing to read', async () => {
    const first = server.db.answered();
    await answered('POST', '/v2/users', {
      ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' },
      ...{ country_code: '1', phone_number: '4155550199' },
    });
    // Whether they are known, the limits of screenings, the sandbox's sanctions list, and the row.
    assert.equal(server.db.answered() - first - entrance, 4);
  });
});
