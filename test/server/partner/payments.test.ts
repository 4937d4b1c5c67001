/**
 * Debits of accounts that users have connected: what comes in, what comes back, and what then may be
 * debited.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import { customerPaymentMethod } from '../../../src/contract/money/payments.ts';
import type { CustomerPaymentMethod } from '../../../src/contract/money/payments.ts';
import { paymentCustomer } from '../../../src/contract/partner/payment-customers.ts';
import type { PaymentCustomer } from '../../../src/contract/partner/payment-customers.ts';
import { debitReturns, meansOf } from '../../../src/contract/money/debit-returns.ts';
import { transfer } from '../../../src/contract/money/transfers.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { Statement } from '../../../src/contract/money/apps.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import { removePaymentMethod } from '../../../src/server/db/payment-methods.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import type { DebitOrder, FundingReport } from '../../../src/server/ports/funding.ts';
import { addAccount } from '../ledger/accounts.ts';
import { addUser, readBooks } from '../ledger/support.ts';
import { openFlow } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const opening = 100_000_000;
const hour = 3_600_000;
let server: TestServer;
let user: UserRow;
beforeEach(async () => {
  server = await createTestServer();
  user = await addUser(server);
});

async function answered<T>(response: Response | Promise<Response>, status = 200): Promise<T> {
  const answer = await response;
  assert.equal(answer.status, status, await answer.clone().text());
  return (await answer.json()) as T;
}
const ask = (method: string, path: string, body?: object) => server.asPartner(method, `/v2${path}`, body);
const pay = (body: object) =>
  answered<Transfer>(
    ask('POST', '/payments', { user_id: user.id, amount: 5_000, platform: 'ach', ...body }),
    201,
  );
const refused = async (body: object, status: number) => {
  const { error_code, errors } = await answered<Problem>(
    ask('POST', '/payments', { user_id: user.id, amount: 5_000, platform: 'ach', ...body }),
    status,
  );
  return [error_code, ...(errors ?? []).map(({ field, code }) => `${field} ${code}`)].join(', ');
};
const read = (id: string) => answered<Transfer>(ask('GET', `/transfers/${id}`));
const method = (id: string) => answered<CustomerPaymentMethod>(ask('GET', `/payment-methods/${id}`));
const balance = () => walletBalance(server.db, { appId: server.partner.id });
async function pass(...steps: number[]): Promise<void> {
  for (const ms of steps) {
    server.clock.advance(ms);
    await server.runDueJobs();
  }
}
const told = async (event: string) =>
  (
    await server.db.query<{ payload: Record<string, never> }>(
      'select payload from webhook_messages where event = $1 order by created, id',
      [event],
    )
  ).map(({ payload }) => payload);
const booksBalance = async () => {
  const { totals: _, ...books } = await readBooks(server.db);
  assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
};

describe('a payment', () => {
  test('is in the wallet when the bank has paid it, and everywhere in the books', async () => {
    const account = await addAccount(server, user);
    const made = await pay({ metadata: { invoice: '7' } });
    assert.equal(transfer.safeParse(made).success, true);
    assert.deepEqual(
      [
        made.type,
        made.status,
        made.amount,
        made.user_id,
        made.external_data,
        made.return_code,
        made.debit_on,
      ],
      ['payment', 'created', 5_000, user.id, { account_id: account, platform: 'ach' }, null, null],
    );
    await pass(0);
    assert.deepEqual([(await read(made.id)).status, await balance()], ['pending', opening]);
    await pass(3_000);
    const done = await read(made.id);
    assert.equal(done.status, 'completed');
    assert.equal(await balance(), opening + 5_000);
    assert.deepEqual(
      done.transactions.map(({ amount, type, source_name, destination_name }) => [
        ...[amount, type, source_name, destination_name],
      ]),
      [[5_000, 'payment', 'Outside', 'App wallet']],
    );
    const month = server.clock.now().toISOString().slice(0, 7);
    const { totals } = await answered<Statement>(
      ask('GET', `/apps/${server.partner.id}/statements/${month}`),
    );
    assert.deepEqual(totals[1], { purpose: 'payments', entries: 1, amount: 5_000 });
    const listed = await answered<{ data: Transfer[] }>(ask('GET', '/transfers?type=payment'));
    assert.deepEqual(
      listed.data.map(({ id }) => id),
      [made.id],
    );
    assert.deepEqual(
      (await told('transfer.completed')).map(({ transfer_id }) => transfer_id),
      [made.id],
    );
    // It is no wage, and nothing of it is the user's.
    assert.equal(await walletBalance(server.db, { userId: user.id }), 0);
    await booksBalance();
  });

  test('that is refused has moved nothing, and may be asked for again after R01', async () => {
    const account = await addAccount(server, user);
    const { id } = await pay({ amount: 5_013 });
    await pass(0, 3_000);
    const failed = await read(id);
    assert.deepEqual([failed.status, failed.return_code, failed.transactions], ['failed', 'R01', []]);
    assert.match(failed.failure_reason ?? '', /insufficient funds/);
    assert.deepEqual([(await method(account)).status, await balance()], ['verified', opening]);
    await pay({});
  });

  test('that comes back is taken from the wallet again, as soon as it covers it', async () => {
    await addAccount(server, user);
    const { id } = await pay({ amount: 25_014 });
    await pass(0, 3_000);
    assert.equal(await balance(), opening + 25_014);
    const other = await addUser(server);
    const give = (amount: number) =>
      answered<Transfer>(ask('POST', '/transfers', { user_id: other.id, amount }));
    await give(-(opening + 25_000));
    await pass(6_000);
    assert.deepEqual([(await read(id)).status, await balance()], ['completed', 14]);
    await give(1_000_000);
    await pass(hour);
    const done = await read(id);
    assert.deepEqual([done.status, done.return_code, await balance()], ['reversed', 'R02', 975_000]);
    const month = server.clock.now().toISOString().slice(0, 7);
    const { totals } = await answered<Statement>(
      ask('GET', `/apps/${server.partner.id}/statements/${month}`),
    );
    assert.deepEqual(
      totals.filter(({ purpose }) => purpose.startsWith('payments')),
      [
        { purpose: 'payments', entries: 1, amount: 25_014 },
        { purpose: 'payments_undone', entries: 1, amount: -25_014 },
      ],
    );
    await booksBalance();
  });

  for (const [amount, code, status] of [
    [5_014, 'R02', 'failed'],
    [5_017, 'R03', 'failed'],
    [5_015, 'R10', 'removed'],
    [5_016, 'R29', 'removed'],
  ] as const)
    test(`that comes back as ${code} leaves the account ${status}, and tells so`, async () => {
      const account = await addAccount(server, user);
      const second = await addAccount(server, user, '000555555559');
      const { id } = await pay({ amount, account_id: account });
      await pass(0, 3_000, 6_000);
      assert.equal((await read(id)).return_code, code);
      const left = await method(account);
      assert.equal(left.authorization.revoked !== null, status === 'removed');
      assert.equal(left.status, status);
      assert.equal(left.is_default, false);
      assert.ok(
        (await told('payment_method.updated')).some(({ payment_method_id }) => payment_method_id === account),
      );
      assert.equal(
        await refused({ account_id: account }, status === 'removed' ? 422 : 409),
        status === 'removed' ? 'invalid-input, account_id invalid-choice' : 'payment-method-unverified',
      );
      // The only one that is left is the one that is debited.
      assert.equal((await method(second)).is_default, true);
      await booksBalance();
    });

  test('waits for its day, and can be canceled until then', async () => {
    await addAccount(server, user);
    const on = '2026-03-20';
    const [kept, canceled] = [await pay({ debit_on: on }), await pay({ debit_on: on })];
    assert.equal(kept.debit_on, on);
    await pass(0, 24 * hour);
    // A job too early, and the rescue, leave it alone.
    await rescuePayouts(server.deps);
    await server.db.query('update test_jobs set run_at = $1', [server.clock.now()]);
    await pass(0);
    assert.deepEqual([(await read(kept.id)).status, await balance()], ['created', opening]);
    const stop = (id: string, status = 200) =>
      answered<Partial<Transfer & Pick<Problem, 'error_code'>>>(
        ask('POST', `/payments/${id}/cancel`, {}),
        status,
      );
    assert.equal((await stop(canceled.id)).status, 'canceled');
    assert.equal((await stop(canceled.id)).status, 'canceled');
    server.clock.set('2026-03-20T00:00:30Z');
    await rescuePayouts(server.deps);
    await pass(0, 4_000);
    assert.deepEqual(
      [(await read(kept.id)).status, (await read(canceled.id)).status, await balance()],
      ['completed', 'canceled', opening + 5_000],
    );
    assert.equal((await stop(kept.id, 422)).error_code, 'invalid-transaction');
    assert.deepEqual(await refused({ debit_on: '2026-07-30' }, 422), 'invalid-input, debit_on invalid-date');
    assert.deepEqual(await refused({ debit_on: '2026-02-30' }, 422), 'invalid-input, debit_on invalid-date');
  });

  test('whose authorization ended before its day debits nobody', async () => {
    const account = await addAccount(server, user);
    const { id } = await pay({ debit_on: '2026-03-05' });
    await removePaymentMethod(server.db, account, server.clock.now());
    await pass(4 * 24 * hour, 3_000);
    const failed = await read(id);
    assert.deepEqual([failed.status, failed.return_code, await balance()], ['failed', null, opening]);
    assert.match(failed.failure_reason ?? '', /revoked/);
  });

  test('is made once per key, for ever', async () => {
    await addAccount(server, user);
    const once = { idempotency_key: randomUUID() };
    const { id } = await pay(once);
    assert.equal((await pay(once)).id, id);
    await pass(0, 3 * 24 * hour);
    assert.equal((await pay({ ...once, idempotency_key: once.idempotency_key.toUpperCase() })).id, id);
    assert.equal(await refused({ ...once, amount: 1 }, 409), 'idempotency-conflict, amount other-than-first');
    await pass(0, 5_000);
    assert.equal(await balance(), opening + 5_000);
  });

  test('survives a lost job, a doubled one and a bank that does not answer', async () => {
    const answers: (Error | FundingReport)[] = [new Error('The line was cut.')];
    const orders: DebitOrder[] = [];
    const debit = async (order: DebitOrder): Promise<FundingReport> => {
      orders.push(order);
      const next = answers.shift() ?? { status: 'completed', externalId: 'debit-1' };
      if (next instanceof Error) throw next;
      return next;
    };
    const { funding } = server.deps.providers;
    assert.ok(funding);
    server = await createTestServer({
      deps: {
        providers: {
          ...server.deps.providers,
          funding: { ...funding, debit, lookAtDebit: (order) => debit(order) },
        },
      },
    });
    user = await addUser(server);
    await addAccount(server, user);
    const { id } = await pay({});
    await server.db.query('delete from test_jobs');
    server.clock.advance(20_000);
    await rescuePayouts(server.deps);
    await server.db.query('insert into test_jobs (job, run_at) select job, run_at from test_jobs');
    await pass(0, 5_000, 10_000);
    assert.equal((await read(id)).status, 'completed');
    assert.equal(await balance(), opening + 5_000);
    assert.equal(new Set(orders.map((order) => `${order.transferId} ${order.amount}`)).size, 1);
    // The bank is told whom it debits, and what they agreed to.
    const [order] = orders;
    assert.deepEqual(order?.from, {
      ...{ routing_number: '110000000', account_number: '000444444442', account_type: 'checking' },
      name: 'Ada Example',
      holder: { name: 'Ada Example', type: 'person', address: null },
    });
    assert.match(order.authorization.text.join(' '), /authorize Acme Market/);
    await booksBalance();
  });
});

describe('nobody is debited', () => {
  test('without a connected, verified account of theirs', async () => {
    assert.equal(await refused({}, 422), 'user-info-missing');
    const pending = await addAccount(server, user, '000123456789', 'sent');
    assert.equal(await refused({}, 422), 'user-info-missing');
    assert.equal(await refused({ account_id: pending }, 409), 'payment-method-unverified');
    const other = await addUser(server);
    const theirs = await addAccount(server, other);
    assert.equal(await refused({ account_id: theirs }, 422), 'invalid-input, account_id invalid-choice');
    await addAccount(server, user, '000555555559');
    await addAccount(server, user, '000777777775');
    await server.db.query('update payment_methods set is_default = false');
    assert.equal(await refused({}, 422), 'invalid-input, account_id required');
  });

  test('who is held, disabled, or has not confirmed their phone', async () => {
    for (const more of [
      { ofac_status: 'in_review' as const },
      { ofac_status: 'id_verification_required' as const },
      { phone_verified: false },
    ]) {
      const one = await addUser(server, more);
      await addAccount(server, one);
      assert.equal(await refused({ user_id: one.id }, 422), 'invalid-transaction');
    }
    await addAccount(server, user);
    const { id } = await pay({ debit_on: '2026-03-05' });
    await answered(ask('POST', `/users/${user.id}/disable`, {}));
    assert.equal(await refused({}, 422), 'invalid-transaction');
    await pass(4 * 24 * hour, 3_000);
    assert.deepEqual([(await read(id)).status, await balance()], ['failed', opening]);
  });

  test('by numbers alone, or by who is not named', async () => {
    await addAccount(server, user);
    const ach_info = { routing_number: '110000000', account_number: '1234567', account_type: 'checking' };
    assert.equal(await refused({ ach_info }, 422), 'invalid-input, ach_info unknown');
    assert.equal(await refused({ user_id: null }, 422), 'invalid-input, user_id required');
    assert.equal(await refused({ user_id: randomUUID() }, 404), 'no-such-resource');
    assert.equal(await refused({ customer_id: randomUUID() }, 422), 'invalid-input, customer_id unknown');
    assert.equal(await refused({ user_id: null, customer_id: randomUUID() }, 404), 'no-such-resource');
    assert.equal(await refused({ platform: 'card' }, 422), 'invalid-input, platform invalid-choice');
    for (const amount of [0, -1, 1.5, '5', null, 1e12])
      assert.equal(await refused({ amount }, 422), 'invalid-input, amount invalid-number');
  });

  test('where no bank that debits is connected', async () => {
    const { funding, ...rest } = server.deps.providers;
    assert.ok(funding);
    server = await createTestServer({
      deps: {
        providers: {
          ...rest,
          funding: { send: (order) => funding.send(order), look: (order, id) => funding.look(order, id) },
        },
      },
    });
    user = await addUser(server);
    await addAccount(server, user);
    assert.equal(await refused({}, 404), 'not-offered');
  });

  test('and deleted before the debit has ended', async () => {
    await addAccount(server, user);
    await pay({});
    await pass(0);
    const { error_code, detail } = await answered<Problem>(ask('DELETE', `/users/${user.id}`), 409);
    assert.equal(error_code, 'debit-to-come');
    assert.match(detail ?? '', /with the bank.*until it has ended/);
    await pass(3_000);
    await answered(ask('DELETE', `/users/${user.id}`));
  });

  test('and deleted before a debit that is to come, which can be canceled', async () => {
    await addAccount(server, user);
    const { id } = await pay({ debit_on: '2026-03-20' });
    const { error_code, detail } = await answered<Problem>(ask('DELETE', `/users/${user.id}`), 409);
    assert.equal(error_code, 'debit-to-come');
    assert.match(detail ?? '', new RegExp(`2026-03-20.*POST /payments/${id}/cancel`));
    await answered(ask('POST', `/payments/${id}/cancel`, {}));
    await answered(ask('DELETE', `/users/${user.id}`));
  });
});

describe('a payment customer', () => {
  const jane = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' };
  const phone = { country_code: '1', phone_number: '4155550177' };
  const create = (body: object) => answered<PaymentCustomer>(ask('POST', '/payment-customers', body));

  test('is a user by phone, connects an account in a flow, and is debited', async () => {
    const made = await create({
      ...jane,
      ...phone,
      address: { line_1: '1 Main', city: 'Springfield', state: 'Illinois', postcode: '62701', country: 'US' },
      metadata: { plan: 'gold' },
    });
    assert.equal(paymentCustomer.safeParse(made).success, true);
    assert.deepEqual(
      [made.email, made.phone_number, made.address?.state],
      [jane.email, phone.phone_number, 'IL'],
    );
    assert.deepEqual(await answered(ask('GET', `/payment-customers/${made.id}`)), made);
    const flow = await answered<{ id: string }>(
      ask('POST', '/flows', { user_id: made.user_id, steps: ['manage-payments'] }),
    );
    const payee = await openFlow(server, flow.id);
    await payee.does('/session/authentication/code', {
      channel: 'sms',
      country: 'US',
      phone_number: '4155550177',
    });
    await payee.does('/session/authentication/check', { code: '123456' });
    await payee.does('/session/bank-link', { institution_id: 'sandbox-lantern' });
    const { mandate } = payee.seen.current as RequirementOf<'manage-payments'>;
    const agreed = { mandate_version: mandate.version, consent: true };
    await payee.does('/session/payment-methods', { source: 'link', account_id: 'checking', ...agreed });
    const { data } = await answered<{ data: CustomerPaymentMethod[] }>(
      ask('GET', `/payment-methods?customer_id=${made.id}`),
    );
    const [account] = data;
    assert.equal(customerPaymentMethod.safeParse(account).success, true);
    assert.deepEqual(
      [data.length, account?.status, account?.is_default, account?.mask, account?.authorization.text],
      [1, 'verified', true, '4442', mandate.text],
    );
    const payment = await answered<Transfer>(
      ask('POST', '/payments', {
        customer_id: made.id,
        amount: 900,
        platform: 'ach',
        account_id: account?.id,
      }),
      201,
    );
    assert.equal(payment.user_id, made.user_id);
    await pass(0, 3_000);
    assert.equal(await balance(), opening + 900);
  });

  test('is an existing user, or a business', async () => {
    const one = await create({ user_id: user.id });
    assert.deepEqual([one.user_id, 'first_name' in one], [user.id, false]);
    const two = await create({ business_name: 'Doe Studio LLC', email: jane.email, ...phone });
    // Whoever signs for the business says who they are.
    const steps = ['onboarding', 'manage-payments'];
    const flow = await answered<{ plan: { name: string }[] }>(
      ask('POST', '/flows', { user_id: two.user_id, steps }),
    );
    assert.equal(flow.plan[0]?.name, 'onboarding');
    const { data, has_more } = await answered<{ data: PaymentCustomer[]; has_more: boolean }>(
      ask('GET', '/payment-customers?limit=1'),
    );
    assert.deepEqual([data.length, has_more], [1, true]);
  });

  test('is one of each user, however they are named and however often', async () => {
    const made = await create({ ...jane, ...phone, metadata: { plan: 'gold' } });
    assert.deepEqual(await create({ ...jane, ...phone, metadata: { plan: 'gold' } }), made);
    const together = await Promise.all(
      [1, 2, 3].map(() => ask('POST', '/payment-customers', { user_id: user.id })),
    );
    const ids = await Promise.all(
      together.map(async (answer) => ((await answer.json()) as PaymentCustomer).id),
    );
    assert.equal(new Set(ids).size, 1);
    for (const other of [
      { ...jane, ...phone, last_name: 'Roe' },
      { ...jane, ...phone, business_name: 'Doe Studio LLC' },
      { user_id: made.user_id, metadata: 'silver' },
    ]) {
      const { error_code, detail } = await answered<Problem>(ask('POST', '/payment-customers', other), 409);
      assert.equal(error_code, 'payment-customer-exists');
      assert.match(detail ?? '', new RegExp(`GET /payment-customers/${made.id}`));
    }
    // Whoever has the same email and another phone is somebody else, as with users.
    const second = await create({ ...jane, country_code: '1', phone_number: '4155550178' });
    assert.notEqual(second.user_id, made.user_id);
  });

  test('has a phone of the US, where the accounts are, unless the user is known', async () => {
    for (const abroad of [
      { country_code: '44', phone_number: '7400123456' },
      { country_code: '1', phone_number: '4165550123' },
    ]) {
      const { errors } = await answered<Problem>(
        ask('POST', '/payment-customers', { ...jane, ...abroad }),
        422,
      );
      assert.deepEqual(
        errors?.map(({ field }) => field),
        ['phone_number'],
      );
      assert.match(errors[0]?.message ?? '', /United States.*user_id/);
    }
    await create({ ...jane, country_code: '1', phone_number: '7875550123' });
    const known = await addUser(server, { phone_e164: '+447400123456', calling_code: '44' });
    assert.equal((await create({ user_id: known.id })).user_id, known.id);
  });

  test('is refused where nobody could connect an account', async () => {
    const wrong = async (body: object, status = 422) =>
      ((await answered<Problem>(ask('POST', '/payment-customers', body), status)).errors ?? []).map(
        ({ field, code }) => `${field} ${code}`,
      );
    assert.deepEqual(await wrong(jane), ['country_code required', 'phone_number required']);
    assert.deepEqual(await wrong({ email: jane.email, ...phone }), [
      'first_name required',
      'last_name required',
    ]);
    assert.deepEqual(await wrong({ ...jane, ...phone, phone_number: '1' }), [
      'phone_number invalid-phone-number',
    ]);
    assert.deepEqual(await wrong({ ...jane, ...phone, metadata: 'x'.repeat(17_000) }), [
      'metadata invalid-metadata',
    ]);
    await wrong({ user_id: randomUUID() }, 404);
  });

  test('and their accounts are nobody’s in another app', async () => {
    const { id } = await create({ user_id: user.id });
    const account = await addAccount(server, user);
    const payment = await pay({ debit_on: '2026-03-09' });
    await server.addApp('pk_other', 'sk_other');
    const authorization = `Basic ${Buffer.from('pk_other:sk_other').toString('base64')}`;
    for (const [verb, path, body] of [
      ['GET', `/payment-customers/${id}`],
      ['GET', `/payment-methods/${account}`],
      ['GET', `/payment-methods?customer_id=${id}`],
      ['GET', `/payment-methods?user_id=${user.id}`],
      ['POST', `/payment-methods/${account}/detach`, {}],
      ['POST', `/payments/${payment.id}/cancel`, {}],
      ['POST', '/payments', { user_id: user.id, amount: 1, platform: 'ach' }],
      ['POST', '/payments', { customer_id: id, amount: 1, platform: 'ach' }],
      ['POST', '/payment-customers', { user_id: user.id }],
    ] as const)
      await answered(server.asPartner(verb, `/v2${path}`, body, { authorization }), 404);
    const { data } = await answered<{ data: [] }>(
      server.asPartner('GET', '/v2/payment-customers', undefined, { authorization }),
    );
    assert.deepEqual(data, []);
  });

  test('goes with the user, is in their export, and is sealed at rest', async () => {
    const made = await create({ ...jane, user_id: user.id, business_name: 'Very Secret Studio' });
    const [row] = await server.db.query<{ all: string }>(
      'select payment_customers::text as all from payment_customers',
    );
    assert.doesNotMatch(row?.all ?? '', /Secret|jane/);
    const out = await answered<{ payment_customers: object[] }>(ask('GET', `/users/${user.id}/export`));
    assert.deepEqual(out.payment_customers, [made]);
    await answered(ask('DELETE', `/users/${user.id}`));
    await answered(ask('GET', `/payment-customers/${made.id}`), 404);
  });
});

describe('an account', () => {
  test('is removed for a customer who writes that they revoke it', async () => {
    const account = await addAccount(server, user);
    const { id } = await pay({ debit_on: '2026-03-09' });
    const detach = (body?: object, status = 200) =>
      answered<CustomerPaymentMethod>(ask('POST', `/payment-methods/${account}/detach`, body), status);
    const other = await answered<PaymentCustomer>(
      ask('POST', '/payment-customers', { user_id: (await addUser(server)).id }),
    );
    await detach({ customer_id: other.id }, 404);
    const removed = await detach();
    assert.deepEqual(
      [removed.status, removed.is_default, removed.authorization.revoked],
      ['removed', false, server.clock.now().toISOString()],
    );
    assert.deepEqual(await method(account), removed);
    const exported = await answered<{ payment_methods: { status: string }[] }>(
      ask('GET', `/users/${user.id}/export`),
    );
    assert.deepEqual(
      exported.payment_methods.map(({ status }) => status),
      ['removed'],
    );
    server.clock.advance(60_000);
    assert.deepEqual(await detach({}), removed);
    assert.equal((await told('payment_method.updated')).length, 1);
    const { data } = await answered<{ data: [] }>(ask('GET', `/payment-methods?user_id=${user.id}`));
    assert.deepEqual(data, []);
    await pass(8 * 24 * hour);
    assert.equal((await read(id)).status, 'failed');
  });

  test('is listed of somebody, and read by whom it is about', async () => {
    await addAccount(server, user);
    assert.deepEqual(
      (await answered<Problem>(ask('GET', '/payment-methods'), 422)).errors?.map(({ field }) => field),
      ['customer_id'],
    );
    await answered(ask('GET', `/payment-methods?user_id=${user.id}`));
    const { data } = await answered<{ data: { call: string }[] }>(ask('GET', `/users/${user.id}/accesses`));
    assert.deepEqual(
      data.map(({ call }) => call),
      ['GET /payment-methods'],
    );
  });
});

test('each code of a return says what may be debited next', () => {
  const means = Object.entries(debitReturns).map(([code, entry]) => [code, entry.means]);
  assert.deepEqual(
    means.filter(([, one]) => one === 'authorization').map(([code]) => code),
    ['R05', 'R07', 'R10', 'R11', 'R29'],
  );
  assert.equal(meansOf('R99'), 'again');
  assert.equal(meansOf(null), 'again');
});
