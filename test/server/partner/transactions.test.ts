/** The books by the API, line by line. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { transaction } from '../../../src/contract/money/transactions.ts';
import type { Transaction } from '../../../src/contract/money/transactions.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { addMethod, addUser, paypal } from '../ledger/support.ts';
import { basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

interface Page {
  readonly data: Transaction[];
  readonly has_more: boolean;
}

describe('transactions of the partner API', () => {
  let server: TestServer;
  let user: UserRow;
  beforeEach(async () => {
    server = await createTestServer();
    user = await addUser(server);
    await addMethod(server, user, paypal);
  });

  const get = async <T = Page>(path = '', status = 200): Promise<T> => {
    const answer = await server.asPartner('GET', `/v2/transactions${path}`);
    assert.equal(answer.status, status, await answer.clone().text());
    return (await answer.json()) as T;
  };
  const give = (amount: number) =>
    server.asPartner('POST', '/v2/transfers', { user_id: user.id, amount: -amount });
  async function busy(): Promise<void> {
    await give(5_000);
    for (const [amount, payout_fee_party] of [
      [1_013, 'user'],
      [1_014, 'platform'],
      [2_000, 'user'],
    ])
      await server.asPartner('POST', '/v2/payouts', {
        ...{ user_id: user.id, amount, platform: 'default', payout_fee_party, fund: true },
      });
    for (let times = 0; times < 4; times += 1) {
      await server.runDueJobs();
      server.clock.advance(3_000);
    }
  }
  const read = (line: Transaction) => [line.amount, line.type, line.source_name, line.destination_name];

  test('begin with the money of the sandbox, newest first', async () => {
    await give(700);
    const { data, has_more } = await get();
    assert.deepEqual(
      [data.map(read), has_more],
      [
        [
          [700, 'balance', 'App wallet', 'User wallet'],
          [100_000_000, 'refill', 'Outside', 'App wallet'],
        ],
        false,
      ],
    );
    for (const line of data) assert.equal(transaction.safeParse(line).success, true);
    assert.equal(data[1]?.transfer_id, null);
    assert.deepEqual(await get<Transaction>(`/${data[0]?.id}`), data[0]);
  });

  test('are the lines of all transfers, each once, however large the pages are', async () => {
    await busy();
    const { data: all, has_more } = await get('?limit=100');
    assert.equal(has_more, false);
    const answer = await server.asPartner('GET', '/v2/transfers?limit=100');
    const { data: transfers } = (await answer.json()) as { data: Transfer[] };
    const ofTransfers = transfers.flatMap(({ id, transactions }) =>
      transactions.map((line) => ({ ...line, transfer_id: id })),
    );
    const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
    assert.ok(ofTransfers.length > 12);
    assert.deepEqual(
      all.filter(({ transfer_id }) => transfer_id !== null).sort(byId),
      ofTransfers.sort(byId),
    );
    const listed = (await get('?limit=100')).data;
    for (const limit of [1, 2, 3, 7]) {
      const down: Transaction[] = [];
      for (let more = true; more;) {
        const last = down.at(-1);
        const page = await get(`?limit=${limit}${last ? `&starting_after=${last.id}` : ''}`);
        down.push(...page.data);
        more = page.has_more;
      }
      assert.deepEqual(down, listed, `down by ${limit}`);
      const up: Transaction[] = listed.slice(-1);
      for (let more = true; more;) {
        const page = await get(`?limit=${limit}&ending_before=${up[0]?.id}`);
        up.unshift(...page.data);
        more = page.has_more;
      }
      assert.deepEqual(up, listed, `up by ${limit}`);
    }
  });

  test('are nobody else’s, and found by no other number', async () => {
    await give(700);
    const [line] = (await get()).data;
    await server.addApp('pk_other', 'sk_other');
    const asOther = { headers: { authorization: basicAuth('pk_other', 'sk_other') } };
    for (const path of [`/${line?.id}`, `?starting_after=${line?.id}`])
      assert.equal((await server.app.request(`/v2/transactions${path}`, asOther)).status, 404, path);
    for (const path of ['/0', '/-1', '/1.5', '/x', '/99999999999999999999', '/987654321'])
      await get(path, 404);
    for (const query of ['?starting_after=x', '?limit=0', '?limit=101', '?starting_after=1&ending_before=2'])
      await get(query, 422);
    await get('?starting_after=987654321', 404);
  });
});
