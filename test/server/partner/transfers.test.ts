import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import { transfer as transferSchema } from '../../../src/contract/money/transfers.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import { setDefaultPayoutMethod } from '../../../src/server/db/payout-methods.ts';
import { updateUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { addMethod, addUser, bank, paypal, readBooks } from '../ledger/support.ts';
import { basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

describe('transfers and payouts of the partner API', () => {
  let server: TestServer;
  let user: UserRow;
  beforeEach(async () => {
    server = await createTestServer();
    user = await addUser(server);
  });

  const post = (path: string, body: object, headers = {}) =>
    server.asPartner('POST', `/v2/${path}`, body, headers);
  const answered = async <T = Transfer>(
    response: Response | Promise<Response>,
    status: number,
  ): Promise<T> => {
    const answer = await response;
    assert.equal(answer.status, status, await answer.clone().text());
    return (await answer.json()) as T;
  };
  const give = (cents: number, more = {}) =>
    answered(post('transfers', { user_id: user.id, amount: -cents, ...more }), 200);
  const payOut = (amount: number, more = {}) =>
    post('payouts', { user_id: user.id, amount, platform: 'default', ...more });
  const problem = async (response: Promise<Response>, status: number) => {
    const { error_code, errors } = await answered<Problem>(response, status);
    return [error_code, ...(errors ?? []).map(({ field, code }) => `${field} ${code}`)];
  };
  const wallet = async () =>
    (await answered<User>(server.asPartner('GET', `/v2/users/${user.id}`), 200)).wallet;
  const list = async (query = '', headers = {}) =>
    answered<{ data: Transfer[]; has_more: boolean }>(
      server.asPartner('GET', `/v2/transfers${query}`, undefined, headers),
      200,
    );

  test('a payout from an empty wallet is refused with the way to pay it from the app’s', async () => {
    await addMethod(server, user, paypal);
    const { detail } = await answered<Problem>(payOut(1_000), 409);
    assert.match(detail ?? '', /`fund`/);
    await answered(payOut(1_000, { fund: true }), 201);
  });

  test('a negative amount goes to the user, a positive one back', async () => {
    const given = await give(5_000, { metadata: { order: 'o1' }, tax_exempt: true });
    assert.equal(transferSchema.safeParse(given).success, true);
    assert.deepEqual(
      {
        ...given,
        id: '',
        created: '',
        status_history: given.status_history.map(({ status }) => status),
        transactions: [],
      },
      {
        id: '',
        created: '',
        user_id: user.id,
        status: 'completed',
        type: 'balance',
        amount: -5_000,
        external_data: {},
        transactions: [],
        metadata: { order: 'o1' },
        status_history: ['created', 'completed'],
        tax_exempt: true,
        fee: 0,
        payout_fee_party: null,
        failure_reason: null,
        income_type: 'services',
        withholding: null,
      },
    );
    assert.deepEqual(
      given.transactions.map(({ amount, type, source_name, destination_name }) => [
        amount,
        type,
        source_name,
        destination_name,
      ]),
      [[5_000, 'balance', 'App wallet', 'User wallet']],
    );
    assert.deepEqual(await answered(server.asPartner('GET', `/v2/transfers/${given.id}`), 200), given);
    assert.deepEqual(await wallet(), { amount: 5_000, withdrawable_amount: 5_000, credit_balance: 0 });
    await answered(post('transfers', { user_id: user.id, amount: 1_200 }), 200);
    assert.equal((await wallet()).amount, 3_800);
    assert.deepEqual(await problem(post('transfers', { user_id: user.id, amount: 3_801 }), 409), [
      'transaction-insufficient-funds',
      'amount transaction-insufficient-funds',
    ]);
    assert.deepEqual(await problem(post('transfers', { user_id: user.id, amount: -100_000_001 }), 409), [
      'transaction-insufficient-funds',
      'amount transaction-insufficient-funds',
    ]);
  });

  test('a user who has not confirmed the phone can be given money, and not be debited', async () => {
    await updateUser(server.db, user.id, { phone_verified: false, status: 'unverified' });
    await give(500);
    assert.deepEqual(await problem(post('transfers', { user_id: user.id, amount: 100 }), 422), [
      'invalid-transaction',
    ]);
  });

  test('names every field that is wrong', async () => {
    assert.deepEqual(
      await problem(post('transfers', { user_id: 'x', amount: 1.5, tax_exempt: 'no', fee: 1 }), 422),
      [
        'invalid-input',
        'fee unknown',
        'user_id invalid-uuid',
        'amount invalid-number',
        'tax_exempt invalid-boolean',
      ],
    );
    assert.deepEqual(await problem(post('transfers', { user_id: user.id, amount: 0 }), 422), [
      'invalid-input',
      'amount invalid-number',
    ]);
    assert.deepEqual(
      await problem(payOut(0, { platform: 'crypto', payout_fee_party: 'nobody', idempotency_key: 'k' }), 422),
      [
        'invalid-input',
        'amount invalid-number',
        'platform invalid-choice',
        'payout_fee_party invalid-choice',
        'idempotency_key invalid-uuid',
      ],
    );
    assert.deepEqual(await problem(post('transfers', { user_id: randomUUID(), amount: -1 }), 404), [
      'no-such-resource',
    ]);
  });

  test('pays out on the method named, the only one of its kind, or the default', async () => {
    assert.deepEqual(await problem(payOut(1_000, { fund: true }), 422), ['user-info-missing']);
    const first = await addMethod(server, user, bank);
    const second = await addMethod(server, user, { ...bank, account_number: '000999999999' });
    const third = await addMethod(server, user, paypal);
    const methodOf = async (more: object) =>
      (await answered(payOut(1_000, { fund: true, ...more }), 201)).external_data.account_id;
    assert.equal(await methodOf({}), first.id);
    assert.equal(await methodOf({ platform: 'ach' }), first.id);
    assert.equal(await methodOf({ platform: 'bank_transfer', account_id: second.id }), second.id);
    assert.equal(await methodOf({ platform: 'paypal' }), third.id);
    await setDefaultPayoutMethod(server.db, user.id, third.id);
    assert.equal(await methodOf({}), third.id);
    assert.deepEqual(await problem(payOut(1_000, { platform: 'ach' }), 422), [
      'invalid-input',
      'account_id required',
    ]);
    assert.deepEqual(await problem(payOut(1_000, { platform: 'ach', account_id: third.id }), 422), [
      'invalid-input',
      'account_id invalid-choice',
    ]);
    assert.deepEqual(await problem(payOut(1_000, { platform: 'venmo' }), 422), ['user-info-missing']);
  });

  test('fund takes it from the app; the payout is followed to its end, with its lines', async () => {
    await addMethod(server, user, paypal);
    const payout = await answered(
      payOut(2_000, { fund: true, payout_fee_party: 'user', metadata: 'm' }),
      201,
    );
    assert.deepEqual(
      [payout.status, payout.type, payout.amount, payout.fee, payout.payout_fee_party],
      ['created', 'payout', 2_000, 25, 'user'],
    );
    assert.equal((await wallet()).amount, 0);
    await server.runDueJobs();
    server.clock.advance(3_000);
    await server.runDueJobs();
    const done = await answered(server.asPartner('GET', `/v2/transfers/${payout.id}`), 200);
    assert.deepEqual(
      done.status_history.map(({ status }) => status),
      ['created', 'pending', 'completed'],
    );
    assert.match(done.external_data.external_id ?? '', /^sandbox_/);
    assert.deepEqual(
      done.transactions.map(({ amount, type, source_name, destination_name }) => [
        amount,
        type,
        source_name,
        destination_name,
      ]),
      [
        [1_975, 'payout', 'User wallet', 'paypal'],
        [25, 'fee', 'User wallet', 'Fees'],
        [1_975, 'payout', 'paypal', 'Outside'],
      ],
    );
  });

  test('below the minimum, above the maximum, beyond the wallet or on no rail of theirs, nobody is paid', async () => {
    await addMethod(server, user, bank);
    await give(5_000);
    assert.deepEqual(await problem(payOut(99), 422), ['amount-below-minimum', 'amount amount-below-minimum']);
    assert.deepEqual(await problem(payOut(100_000_001, { fund: true }), 422), [
      'amount-above-maximum',
      'amount amount-above-maximum',
    ]);
    assert.deepEqual(await problem(payOut(5_001), 409), [
      'transaction-insufficient-funds',
      'amount transaction-insufficient-funds',
    ]);
    await updateUser(server.db, user.id, { country: 'DE' });
    assert.deepEqual(await problem(payOut(1_000), 422), ['payout-method-unavailable']);
    assert.equal((await wallet()).amount, 5_000);
  });

  test('no payout before the tax form that the law wants; exempt money does not count', async () => {
    await addMethod(server, user, bank);
    await give(500_000);
    await answered(payOut(199_999), 201);
    assert.deepEqual(await problem(payOut(100), 422), ['user-info-missing']);
    await give(10_000, { tax_exempt: true });
    await answered(payOut(10_000), 201);
    assert.deepEqual(await problem(payOut(100), 422), ['user-info-missing']);
    await answered(payOut(3_000, { fund: true, tax_exempt: true }), 201);
  });

  for (const [path, body, status] of [
    ['transfers', { amount: -700 }, 200],
    // A row of a batch may have the same key, so that it is never paid twice.
    ['payouts', { amount: 700, platform: 'ach', fund: true }, 201],
  ] as const)
    test(`idempotency_key in the body of ${path} works like the header, beside it, and for ever`, async () => {
      await addMethod(server, user, bank);
      const key = randomUUID();
      const once = (more: object = {}, headers = {}) =>
        post(
          path,
          { user_id: user.id, ...body, idempotency_key: key, ...more },
          { 'Dots-User-IP': '203.0.113.7', ...headers },
        );
      const first = await once();
      const text = await first.text();
      assert.equal(first.status, status, text);
      const again = await once();
      assert.deepEqual(
        [again.status, again.headers.get('idempotent-replayed'), await again.text()],
        [status, 'true', text],
      );
      assert.deepEqual(await problem(once({ metadata: 'other' }), 409), [
        'idempotency-conflict',
        'metadata other-than-first',
      ]);
      // Whoever adds a header to the retry still means the same thing. From then on that header stands for
      // it, too.
      assert.equal(await (await once({}, { 'idempotency-key': 'h1' })).text(), text);
      const made = (await list()).data.length;
      server.clock.advance(24 * 60 * 60 * 1000 + 1);
      const id = async (answer: Response) => ((await answer.json()) as { id: string }).id;
      const later = await id(await once());
      assert.equal(later, (JSON.parse(text) as { id: string }).id);
      assert.equal((await list()).data.length, made);
    });

  test('two bodies with one header are a conflict whatever their own keys say', async () => {
    const once = (key: string) =>
      post(
        'transfers',
        { user_id: user.id, amount: -100, idempotency_key: key },
        { 'idempotency-key': 'h1' },
      );
    await answered(once(randomUUID()), 200);
    assert.deepEqual(await problem(once(randomUUID()), 409), [
      'idempotency-conflict',
      'Idempotency-Key other-than-first',
    ]);
    assert.equal((await wallet()).amount, 100);
  });

  test('lists by user, type, status and date, in both orders, by page', async () => {
    const other = await addUser(server);
    await addMethod(server, user, bank);
    const ids: string[] = [];
    for (let n = 1; n <= 5; n++) {
      ids.push((await give(1_000 * n)).id);
      server.clock.advance(24 * 60 * 60 * 1000);
    }
    const payout = (await answered(payOut(1_000), 201)).id;
    const elsewhere = (await answered(post('transfers', { user_id: other.id, amount: -1 }), 200)).id;
    const found = async (query: string) => (await list(query)).data.map(({ id }) => id);
    assert.deepEqual(await found(`?user_id=${other.id}`), [elsewhere]);
    assert.deepEqual(await found('?type=payout'), [payout]);
    assert.deepEqual(await found('?status=created'), [payout]);
    // The clock of the tests starts on 2 March, 9 o'clock.
    assert.deepEqual(await found('?start_date=2026-03-03&end_date=2026-03-04'), [ids[2], ids[1]]);
    assert.deepEqual(await found('?start_date=2026-03-03T09:00:00Z&end_date=2026-03-03T09:00:00Z'), [ids[1]]);
    assert.equal(
      (await found(`?user_id=${user.id}&type=balance&start_date=1900-01-01&end_date=9999-12-31`)).length,
      ids.length,
    );
    for (const none of ['0000-01-01', '2026-02-30', '12026-01-01', '9999-12-31T23:59:59-23:59'])
      assert.deepEqual(await problem(server.asPartner('GET', `/v2/transfers?start_date=${none}`), 422), [
        'invalid-input',
        'start_date invalid-date',
      ]);
    assert.deepEqual(await found(`?user_id=${user.id}&type=balance&reverse_order=true`), ids);
    const page = await list(
      `?user_id=${user.id}&type=balance&reverse_order=true&limit=2&starting_after=${ids[1]}`,
    );
    assert.deepEqual([page.data.map(({ id }) => id), page.has_more], [[ids[2], ids[3]], true]);
    const back = await list(
      `?user_id=${user.id}&type=balance&reverse_order=true&limit=2&ending_before=${ids[3]}`,
    );
    assert.deepEqual([back.data.map(({ id }) => id), back.has_more], [[ids[1], ids[2]], true]);
    assert.deepEqual(
      await problem(server.asPartner('GET', '/v2/transfers?status=gone&start_date=soon'), 422),
      ['invalid-input', 'status invalid-choice', 'start_date invalid-date'],
    );
  });

  test('another app sees none of it', async () => {
    const { id } = await give(1_000);
    await server.addApp('pk_other', 'sk_other');
    const headers = { authorization: basicAuth('pk_other', 'sk_other') };
    assert.deepEqual((await list('', headers)).data, []);
    assert.equal((await server.asPartner('GET', `/v2/transfers/${id}`, undefined, headers)).status, 404);
    assert.deepEqual(await problem(post('transfers', { user_id: user.id, amount: 100 }, headers), 404), [
      'no-such-resource',
    ]);
    assert.deepEqual(
      await problem(post('payouts', { user_id: user.id, amount: 100, platform: 'ach' }, headers), 404),
      ['no-such-resource'],
    );
    const { totals: _, ...books } = await readBooks(server.db);
    assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  });
});
