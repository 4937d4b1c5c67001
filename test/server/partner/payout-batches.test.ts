/** Many payouts by one call: a result for each row, and each row once, whatever is repeated. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import { payoutBatch, payoutBatchResults } from '../../../src/contract/money/payout-batches.ts';
import type {
  BatchItem,
  PayoutBatch,
  PayoutBatchResults,
} from '../../../src/contract/money/payout-batches.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { biteRows, payBatches, rescueBatches } from '../../../src/server/ledger/batches.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { addMethod, addUser, paypal, readBooks } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const opening = 100_000_000;
let server: TestServer;
let user: UserRow;
beforeEach(async () => {
  server = await createTestServer();
  user = await addUser(server);
  await addMethod(server, user, paypal);
});

async function answered<T>(response: Response | Promise<Response>, status = 200): Promise<T> {
  const answer = await response;
  assert.equal(answer.status, status, await answer.clone().text());
  return (await answer.json()) as T;
}
/** A row that is right but for what is given. */
const item = (more: object = {}): BatchItem => ({
  user_id: user.id,
  amount: 1_000,
  platform: 'paypal',
  idempotency_key: randomUUID(),
  fund: true,
  ...more,
});
const send = (body: object, headers = {}) => server.asPartner('POST', '/v2/payout-batches', body, headers);
const make = (items: readonly object[], more: object = {}) => answered<PayoutBatch>(send({ items, ...more }));
const read = (id: string) => answered<PayoutBatch>(server.asPartner('GET', `/v2/payout-batches/${id}`));
const results = (id: string, query = '') =>
  answered<PayoutBatchResults>(server.asPartner('GET', `/v2/payout-batches/${id}/results${query}`));
const allPayouts = async () =>
  (await answered<{ data: Transfer[] }>(server.asPartner('GET', '/v2/transfers?type=payout&limit=100'))).data;
async function finish(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await server.runDueJobs();
    server.clock.advance(5_000);
  }
  await server.runDueJobs();
}
const booksBalance = async () => {
  const { totals, ...books } = await readBooks(server.db);
  assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  return totals;
};

describe('a payout batch', () => {
  test('pays each row, says what became of it, and passes through its statuses', async () => {
    const [good, nobody, poor] = [
      item({ metadata: { invoice: 'INV-1' } }),
      item({ user_id: randomUUID() }),
      item({ amount: opening * 2 }),
    ];
    const made = await make([good, nobody, poor], { metadata: { week: '2026-09' } });
    assert.equal(payoutBatch.safeParse(made).success, true);
    assert.deepEqual(
      [made.status, made.metadata, made.idempotency_key],
      ['created', { week: '2026-09' }, undefined],
    );
    assert.deepEqual(
      (await results(made.id)).items.map(({ transfer, error_code }) => [transfer, error_code]),
      [
        [null, null],
        [null, null],
        [null, null],
      ],
    );
    await payBatches(server.deps, server.partner.id);
    assert.equal((await read(made.id)).status, 'paying_out');
    await finish();
    const done = await results(made.id, '?include_request=true');
    assert.equal(payoutBatchResults.safeParse(done).success, true);
    assert.deepEqual([done.status, done.has_more, done.items.length], ['completed', false, 3]);
    const [first, second, third] = done.items;
    assert.deepEqual(
      [first?.transfer?.status, first?.error_code, first?.metadata],
      ['completed', null, good.metadata],
    );
    assert.deepEqual(
      [second?.transfer, second?.error_code, second?.user_id],
      [null, 'no_such_resource', nobody.user_id],
    );
    assert.match(second?.error_message ?? '', new RegExp(nobody.user_id));
    assert.equal(third?.error_code, 'amount-above-maximum');
    assert.deepEqual(first?.request, good);
    const [payout] = await allPayouts();
    assert.deepEqual([payout?.id, payout?.metadata], [first?.transfer?.id, good.metadata]);
    await booksBalance();
  });

  test('goes on behind a row that cannot be paid, and gives nothing twice', async () => {
    // More than a bite, of which one in three is wrong in its own way.
    const rows = Array.from({ length: biteRows * 2 + 3 }, (_, at) =>
      at % 3 === 1 ? item({ user_id: randomUUID() }) : at % 3 === 2 ? item({ platform: 'venmo' }) : item(),
    );
    const { id } = await make(rows);
    await payBatches(server.deps, server.partner.id);
    assert.equal((await read(id)).status, 'processing');
    await finish();
    const { items, status } = await results(id);
    assert.equal(status, 'completed');
    assert.deepEqual(
      items.map(({ error_code }) => error_code),
      rows.map((_, at) => [null, 'no_such_resource', 'user-info-missing'][at % 3]),
    );
    const paid = items.filter(({ transfer }) => transfer).length;
    assert.equal((await allPayouts()).length, paid);
    const { app_wallet: left = 0 } = await booksBalance();
    assert.ok(left < opening - paid * 1_000 + 1);
  });

  test('says where the money came back', async () => {
    const { id } = await make([item({ amount: 1_013 }), item({ amount: 1_014 })]);
    await finish();
    const { items, status } = await results(id);
    assert.deepEqual(
      [status, ...items.map(({ transfer }) => transfer?.status)],
      ['completed', 'failed', 'reversed'],
    );
    assert.equal(await walletBalance(server.db, { appId: server.partner.id }), opening);
  });

  test('waits as paying_out for a payee who is held', async () => {
    const held = await addUser(server, { ofac_status: 'in_review' });
    await addMethod(server, held, { ...paypal, email: 'held@example.com' });
    const { id } = await make([item(), item({ user_id: held.id })]);
    await finish();
    const { items, status } = await results(id);
    assert.deepEqual(
      [status, ...items.map(({ transfer }) => transfer?.status)],
      ['paying_out', 'completed', 'flagged'],
    );
  });
});

describe('what is repeated', () => {
  test('is the same batch for the same key, and a conflict for another one with it', async () => {
    const items = [item()];
    const key = randomUUID();
    const first = await make(items, { idempotency_key: key });
    assert.equal((await make(items, { idempotency_key: key })).id, first.id);
    // Long after the answer was forgotten.
    server.clock.advance(3 * 24 * 3_600_000);
    await sweep(server.db, server.clock.now());
    await finish();
    const again = await make(items, { idempotency_key: key });
    assert.deepEqual([again.id, again.status], [first.id, 'completed']);
    const other = await answered<Problem>(send({ items: [item()], idempotency_key: key }), 409);
    assert.equal(other.error_code, 'idempotency-conflict');
    server.clock.advance(3 * 24 * 3_600_000);
    assert.equal(
      (await answered<Problem>(send({ items: [item()], idempotency_key: key }), 409)).error_code,
      'idempotency-conflict',
    );
    assert.equal((await allPayouts()).length, 1);
  });

  test('is the same payout for the key of a row, in whatever batch and call', async () => {
    const row = item();
    const single = await answered<Transfer>(
      server.asPartner('POST', '/v2/payouts', { ...row, idempotency_key: row.idempotency_key.toUpperCase() }),
      201,
    );
    const one = await make([row, item()]);
    const two = await make([{ ...row, tax_exempt: false, payout_fee_party: 'platform' }]);
    await finish();
    const ids = [
      (await results(one.id)).items[0]?.transfer?.id,
      (await results(two.id)).items[0]?.transfer?.id,
    ];
    assert.deepEqual(ids, [single.id, single.id]);
    assert.deepEqual([(await read(one.id)).status, (await read(two.id)).status], ['completed', 'completed']);
    assert.equal((await allPayouts()).length, 2);
    // A day later the answer is not kept any more, and still nobody is paid twice.
    server.clock.advance(2 * 24 * 3_600_000);
    assert.equal((await answered<Transfer>(server.asPartner('POST', '/v2/payouts', row), 201)).id, single.id);
    for (const change of [
      { amount: 2_000 },
      { platform: 'venmo' },
      { payout_fee_party: 'user' },
      { account_id: randomUUID() },
      { metadata: 'again' },
      { tax_exempt: true },
    ]) {
      const other = await make([{ ...row, ...change }]);
      await finish();
      const [result] = (await results(other.id)).items;
      assert.equal(result?.error_code, 'idempotency-conflict', JSON.stringify(change));
    }
  });

  test('is one payout when jobs are lost, doubled, or two servers work on the batch', async () => {
    const { id } = await make(Array.from({ length: biteRows + 10 }, () => item()));
    await server.db.query('delete from test_jobs');
    server.clock.advance(60_000);
    assert.equal(await rescueBatches(server.deps), 1);
    await server.db.query('insert into test_jobs (job, run_at) select job, run_at from test_jobs');
    await Promise.all([1, 2, 3].map(() => payBatches(server.deps, server.partner.id)));
    await finish();
    await server.db.query('delete from test_jobs');
    server.clock.advance(60_000);
    await rescuePayouts(server.deps);
    await finish();
    const { items, status } = await results(id);
    assert.equal(status, 'completed');
    assert.equal(new Set(items.map(({ transfer }) => transfer?.id)).size, biteRows + 10);
    assert.equal((await allPayouts()).length, biteRows + 10);
    assert.equal(await rescueBatches(server.deps), 0);
    await booksBalance();
  });
});

describe('a batch whose shape is not right', () => {
  const refused = async (body: object) => {
    const { error_code, errors } = await answered<Problem>(send(body), 422);
    assert.equal(error_code, 'invalid-input');
    return (errors ?? []).map(({ field, code }) => `${field} ${code}`);
  };

  test('is refused as a whole, with the row that is wrong', async () => {
    const good = Array.from({ length: 17 }, () => item());
    assert.deepEqual(await refused({ items: [...good, item({ amount: 0 })] }), [
      'items[17].amount invalid-number',
    ]);
    assert.deepEqual(await refused({ items: [item({ fund: false }), item({ user_id: 'x' })] }), [
      'items[0].fund invalid-choice',
      'items[1].user_id invalid-uuid',
    ]);
    const { fund: _, idempotency_key: __, ...bare } = item();
    assert.deepEqual((await refused({ items: [bare] })).sort(), [
      'items[0].fund required',
      'items[0].idempotency_key required',
    ]);
    const twice = item();
    assert.deepEqual(
      await refused({
        items: [item(), twice, { ...twice, idempotency_key: twice.idempotency_key.toUpperCase() }],
      }),
      ['items[2].idempotency_key invalid-choice'],
    );
    assert.deepEqual(await refused({ items: [item({ metadata: 'x'.repeat(17_000) })] }), [
      'items[0].metadata invalid-metadata',
    ]);
    assert.deepEqual(await refused({ items: [] }), ['items required']);
    assert.deepEqual(await refused({}), ['items required']);
    assert.deepEqual(await allPayouts(), []);
  });

  test('is told of a hundred mistakes at most', async () => {
    const wrong = Array.from({ length: 300 }, () => item({ amount: -1 }));
    assert.equal((await refused({ items: wrong })).length, 100);
  });

  test('has too many rows or bytes', async () => {
    const many = Array.from({ length: 5_001 }, () => item());
    assert.deepEqual(await refused({ items: many }), ['items too-long']);
    const large = { items: [item()], padding: 'x'.repeat(4 * 1024 * 1024) };
    assert.equal((await answered<Problem>(send(large), 413)).error_code, 'payload-too-large');
  });
});

describe('results', () => {
  test('come all at once, or in pages by the keys of rows', async () => {
    const rows = Array.from({ length: 7 }, () => item());
    const { id } = await make(rows);
    const keys = rows.map(({ idempotency_key }) => idempotency_key);
    const page = async (query: string) => {
      const { items, has_more } = await results(id, query);
      return [...items.map(({ idempotency_key }) => keys.indexOf(idempotency_key)), has_more];
    };
    assert.deepEqual(await page(''), [0, 1, 2, 3, 4, 5, 6, false]);
    assert.deepEqual(await page('?limit=3'), [0, 1, 2, true]);
    assert.deepEqual(await page(`?limit=3&starting_after=${keys[2]}`), [3, 4, 5, true]);
    assert.deepEqual(await page(`?limit=3&starting_after=${keys[5]}`), [6, false]);
    assert.deepEqual(await page(`?limit=3&starting_after=${keys[6]}`), [false]);
    assert.deepEqual(await page(`?limit=3&ending_before=${keys[5]}`), [2, 3, 4, true]);
    assert.deepEqual(await page(`?limit=9&ending_before=${keys[2]}`), [0, 1, false]);
    for (const [query, status] of [
      [`?starting_after=${randomUUID()}`, 404],
      ['?limit=0', 422],
      ['?limit=5001', 422],
      ['?include_request=yes', 422],
      ['?page=2', 422],
      [`?starting_after=${keys[0]}&ending_before=${keys[1]}`, 422],
    ] as const)
      await answered(server.asPartner('GET', `/v2/payout-batches/${id}/results${query}`), status);
  });

  test('cost as few statements for all rows as for one', async () => {
    const { id } = await make(Array.from({ length: 40 }, () => item()));
    await make([item()]);
    for (const path of [`/${id}/results`, `/${id}/results?limit=1`, '?limit=1', '?limit=50']) {
      const first = server.db.answered();
      await answered(server.asPartner('GET', `/v2/payout-batches${path}`));
      // The app, its key, and three at most for the page.
      assert.ok(server.db.answered() - first <= 5, path);
    }
  });
});

describe('of another app', () => {
  test('a batch is not found, and its keys are free', async () => {
    const row = item();
    const { id } = await make([row], { idempotency_key: randomUUID() });
    await finish();
    const other = await server.addApp('pk_other', 'sk_other');
    const authorization = `Basic ${Buffer.from('pk_other:sk_other').toString('base64')}`;
    const as = (method: string, path: string, body?: object) =>
      server.asPartner(method, `/v2${path}`, body, { authorization });
    for (const path of [`/payout-batches/${id}`, `/payout-batches/${id}/results`])
      await answered(as('GET', path), 404);
    assert.deepEqual((await answered<{ data: [] }>(as('GET', '/payout-batches'))).data, []);
    // The user is not theirs, and the key is nobody's there.
    const theirs = await answered<PayoutBatch>(as('POST', '/payout-batches', { items: [row] }));
    await finish();
    const { items } = await answered<PayoutBatchResults>(as('GET', `/payout-batches/${theirs.id}/results`));
    assert.equal(items[0]?.error_code, 'no_such_resource');
    assert.equal(await walletBalance(server.db, { appId: other.id }), opening);
  });
});

describe('what is kept of a batch', () => {
  test('is the money and no note, once the user is deleted', async () => {
    const { id } = await make([item({ metadata: { name: 'Ada' } })]);
    await finish();
    await answered(server.asPartner('DELETE', `/v2/users/${user.id}`));
    const [row] = (await results(id, '?include_request=true')).items;
    assert.deepEqual([row?.metadata, row?.transfer?.status], [null, 'completed']);
    assert.doesNotMatch(JSON.stringify(row), /Ada/);
  });

  test('is in the export of the user', async () => {
    const row = item({ user_id: user.id, platform: 'venmo', metadata: { order: 'o-9' } });
    const { id } = await make([row]);
    await finish();
    const out = await answered<{ payout_rows: object[] }>(
      server.asPartner('GET', `/v2/users/${user.id}/export`),
    );
    assert.deepEqual(out.payout_rows, [
      {
        ...{ batch_id: id, created: '2026-03-02T09:00:00.000Z', request: row },
        ...{ transfer_id: null, error_code: 'user-info-missing' },
      },
    ]);
  });

  test('is the same as one that an older server has written down', async () => {
    const items = [item()];
    const body = { items, idempotency_key: randomUUID() };
    const { id } = await answered<{ id: string }>(server.asPartner('POST', '/v2/payout-batches', body));
    const before = server.deps.vault.fingerprint('payout batch', JSON.stringify({ items, metadata: null }));
    await server.db.query('update payout_batches set request_hash = $1', [before]);
    server.clock.advance(3 * 24 * 3_600_000);
    const again = await answered<{ id: string }>(server.asPartner('POST', '/v2/payout-batches', body));
    assert.equal(again.id, id);
  });

  test('goes after a year, and its payouts stay paid once', async () => {
    const row = item();
    const { id } = await make([row]);
    await finish();
    server.clock.advance(366 * 24 * 3_600_000);
    await sweep(server.db, server.clock.now());
    await answered(server.asPartner('GET', `/v2/payout-batches/${id}`), 404);
    const again = await make([row]);
    await finish();
    assert.equal((await results(again.id)).items[0]?.transfer?.status, 'completed');
    assert.equal((await allPayouts()).length, 1);
  });
});
