import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { StepRequestInput } from '../../../src/contract/steps.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { findUserById } from '../../../src/server/db/users.ts';
import { openAppWallet } from '../../../src/server/ledger/opening.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { bankAccount, fields, foreigner, introduced, messages, openFlow, person, profile } from './payee.ts';
import type { Payee } from './payee.ts';

const review = '/session/payout/review';
const confirm = '/session/payout';
const again = '/session/payout/again';
const finish = '/session/payout/continue';
const methods = '/session/payout-methods';
const seen = (payee: Payee) => payee.seen.current as RequirementOf<'payout'>;
const statusOf = (payee: Payee) => seen(payee).payout?.status;

/** Pays the payee `cents`, as the partner. */
async function fund(server: TestServer, payee: Payee, cents: number): Promise<void> {
  await server.db.transaction(async (tx) => {
    const user = await findUserById(tx, payee.seen.flow.user_id ?? '');
    assert.ok(user);
    await createTransfer(server.deps, tx, { app: server.partner, user, amount: -cents });
  });
}

interface Setting {
  readonly cents?: number;
  readonly options?: Partial<Extract<StepRequestInput, { name: 'payout' }>>;
  readonly method?: object | null;
}

/** Takes a payee to the step, with money in the wallet and one method. */
async function withdrawing({ cents = 120_00, options = {}, method = bankAccount }: Setting = {}) {
  const server = await createTestServer();
  await server.db.transaction((tx) => openAppWallet(server.deps, tx, server.partner));
  const payee = await introduced(server, [{ name: 'payout', ...options }]);
  if (cents > 0) await fund(server, payee, cents);
  if (method) await payee.does(methods, method);
  else await payee.does('/session/auto-payout', { enabled: false }, 'PUT');
  const [first] = seen(payee).methods;
  return { server, payee, method_id: first?.id ?? '' };
}

async function paysOut(payee: Payee, amount: number, method_id: string): Promise<void> {
  await payee.does(review, { amount, method_id });
  await payee.does(confirm, { id: seen(payee).review?.id });
}

async function wait(server: TestServer, payee: Payee, ms: number): Promise<void> {
  server.clock.advance(ms);
  await server.runDueJobs();
  await payee.does('/session', undefined, 'GET');
}

describe('withdrawing', () => {
  it('shows before and after what is kept back, and asks again when that has changed', async () => {
    const server = await createTestServer({ config: { withholding: 'deduct' } });
    const payee = await introduced(server, ['compliance', 'payout']);
    await payee.does('/session/compliance', { ...foreigner, place_of_work: 'inside' });
    await fund(server, payee, 100_00);
    await payee.does(methods, { platform: 'paypal', email: 'jane@example.com' });
    const method_id = seen(payee).methods[0]?.id ?? '';
    await payee.does(review, { amount: 100_00, method_id });
    const terms = ({ amount, fee, withheld, net }: NonNullable<ReturnType<typeof seen>['review']>) => ({
      ...{ amount, fee, withheld, net },
    });
    const said = {
      ...{ amount: 100_00, fee: 0, net: 70_00 },
      withheld: { amount: 30_00, rate: 0.3, why: 'us-income' },
    };
    const first = seen(payee).review;
    assert.deepEqual(first && terms(first), said);
    // The payee files another form meanwhile.
    const at = `/v2/users/${payee.seen.flow.user_id}/compliance`;
    const { signature: name, consent, line_1, city, postcode, country, form: _, ...rest } = foreigner;
    const w8ben = {
      ...{ ...rest, place_of_work: 'both', us_work_percent: 40 },
      ...{ address: { line_1, city, postcode, country } },
      signature: { name, email: 'jana@example.com', consent },
    };
    const filed = await server.asPartner('PUT', at, { w8ben });
    const user = (await filed.json()) as { compliance: Record<string, unknown> };
    assert.deepEqual(
      [filed.status, user.compliance['place_of_work'], user.compliance['us_work_percent']],
      [200, 'both', 40],
    );
    await payee.does(confirm, { id: first?.id });
    assert.equal(seen(payee).notice, 'quote-changed');
    await paysOut(payee, 100_00, method_id);
    const { payout } = seen(payee);
    assert.deepEqual(
      [payout?.amount, payout?.withheld, payout?.net],
      [100_00, { amount: 12_00, rate: null, why: 'us-income' }, 88_00],
    );
  });

  it('shows what there is, asks once more, pays, and follows it to its end', async () => {
    const { server, payee, method_id } = await withdrawing();
    assert.equal(seen(payee).balance, 120_00);
    assert.equal(seen(payee).draft, null);
    assert.deepEqual(seen(payee).rails.find(({ platform }) => platform === 'ach')?.minimum, 1_00);

    await payee.does(review, { amount: 50_00, method_id });
    const asked = seen(payee).review;
    assert.deepEqual(
      [asked?.amount, asked?.fee, asked?.net, asked?.method.masked],
      [50_00, 0, 50_00, '••• 6789'],
    );
    assert.equal(seen(payee).balance, 120_00, 'nothing moved yet');
    assert.equal(payee.seen.waiting, true, 'money may come, and go elsewhere');

    await payee.does(confirm, { id: asked?.id });
    assert.equal(statusOf(payee), 'created');
    assert.equal(seen(payee).balance, 70_00);
    assert.equal(payee.seen.waiting, true);
    await wait(server, payee, 0);
    assert.equal(statusOf(payee), 'pending');
    await wait(server, payee, 10_000);
    assert.equal(statusOf(payee), 'completed');
    assert.equal(payee.seen.waiting, false);
    assert.equal(seen(payee).payout?.again, false);

    const done = await payee.does(finish);
    assert.deepEqual([done.flow.status, done.completions.at(-1)?.outcome], ['completed', 'paid']);
    const told = (await messages(server, 'transfer.')).map(({ event }) => event);
    assert.ok(told.includes('transfer.completed'));
  });

  it('is followed further while the bank may still send it back', async () => {
    const { server, payee, method_id } = await withdrawing();
    await paysOut(payee, 50_14, method_id);
    await wait(server, payee, 0);
    await wait(server, payee, 3_000);
    assert.equal(statusOf(payee), 'completed');
    assert.equal(payee.seen.waiting, true);
    await wait(server, payee, 60_000);
    assert.equal(statusOf(payee), 'reversed');
    assert.equal(payee.seen.waiting, false);
    assert.equal(seen(payee).balance, 120_00);
  });

  it('may go on while the money is on its way', async () => {
    const { payee, method_id } = await withdrawing();
    await paysOut(payee, 120_00, method_id);
    assert.equal((await payee.does(finish)).completions.at(-1)?.outcome, 'paid');
  });

  it('may be left out', async () => {
    const { payee } = await withdrawing({ cents: 0, method: null });
    assert.equal(seen(payee).balance, 0);
    assert.equal((await payee.does(finish)).completions.at(-1)?.outcome, 'unchanged');
  });

  it('says what is wrong with the amount or the method', async () => {
    const { payee, method_id } = await withdrawing();
    const cases: [object, string[]][] = [
      [{}, ['amount:required', 'method_id:required']],
      [{ amount: 1.5, method_id }, ['amount:invalid-amount']],
      [{ amount: 0, method_id }, ['amount:invalid-amount']],
      [{ amount: 50, method_id }, ['amount:amount-below-minimum']],
      [{ amount: 120_01, method_id }, ['amount:transaction-insufficient-funds']],
      [{ amount: 1_000_001_00, method_id }, ['amount:amount-above-maximum']],
      [{ amount: 50_00, method_id: randomUUID() }, ['method_id:invalid-choice']],
    ];
    for (const [given, expected] of cases)
      assert.deepEqual(fields(await payee.refused(review, given)).sort(), expected, JSON.stringify(given));
    assert.equal((await payee.refused(confirm, { id: randomUUID() })).error_code, 'step-not-current');
  });

  it('tells who bears the fee', async () => {
    const paypal = { platform: 'paypal', email: 'jane@example.com' };
    for (const [party, fee, net] of [
      ['user', 25, 49_75],
      ['platform', 0, 50_00],
    ] as const) {
      const { payee, method_id } = await withdrawing({
        options: { payout_fee_party: party },
        method: paypal,
      });
      assert.equal(seen(payee).rails.find(({ platform }) => platform === 'paypal')?.fee, fee);
      await payee.does(review, { amount: 50_00, method_id });
      assert.deepEqual([seen(payee).review?.fee, seen(payee).review?.net], [fee, net], party);
      await payee.does(confirm, { id: seen(payee).review?.id });
      assert.deepEqual(
        [seen(payee).payout?.fee, seen(payee).payout?.net, seen(payee).balance],
        [fee, net, 70_00],
        party,
      );
    }
  });

  it('happens once, whoever confirms how often and in which window', async () => {
    const { server, payee, method_id } = await withdrawing();
    await payee.does(review, { amount: 50_00, method_id });
    const { id } = seen(payee).review ?? {};
    const other = await openFlow(server, payee.flowId);
    for (const window of [payee, other, payee]) await window.does(confirm, { id });
    const key = { 'idempotency-key': 'one-wish' };
    for (let time = 0; time < 2; time += 1)
      assert.equal((await payee.call('POST', confirm, { id }, key)).status, 200);
    await other.does(review, { amount: 70_00, method_id });
    assert.equal(seen(other).payout?.amount, 50_00, 'the other window sees what was done');
    assert.equal(seen(payee).balance, 70_00);
    const transfers = await server.db.query(`select id from transfers where type = 'payout'`);
    assert.equal(transfers.length, 1);
  });

  it('survives a reload at every point', async () => {
    const { server, payee, method_id } = await withdrawing();
    await payee.does(review, { amount: 50_00, method_id });
    assert.deepEqual(seen(await openFlow(server, payee.flowId)).review, seen(payee).review);
    await payee.does(confirm, { id: seen(payee).review?.id });
    assert.equal(statusOf(await openFlow(server, payee.flowId)), 'created');
  });
});

describe('a payout that does not arrive', () => {
  for (const [what, amount, method] of [
    ['by its amount', 50_13, bankAccount],
    ['by its PayPal address', 50_00, { platform: 'paypal', email: 'fail@example.com' }],
  ] as const) {
    it(`gives the money back and may be tried again (${what})`, async () => {
      const { server, payee, method_id } = await withdrawing({ method });
      await paysOut(payee, amount, method_id);
      await wait(server, payee, 0);
      assert.equal(seen(payee).balance, 120_00 - amount);
      await wait(server, payee, 5_000);
      assert.equal(statusOf(payee), 'failed');
      assert.equal(seen(payee).payout?.again, true);
      assert.equal(seen(payee).balance, 120_00, 'the money is back');

      await payee.does(again);
      assert.deepEqual(seen(payee).draft, { amount, method_id });
      await payee.does(methods, { platform: 'venmo', handle: '@jane-doe' });
      const venmo = seen(payee).methods.find(({ platform }) => platform === 'venmo')?.id ?? '';
      await paysOut(payee, 60_00, venmo);
      await wait(server, payee, 0);
      await wait(server, payee, 10_000);
      assert.equal(statusOf(payee), 'completed');
      assert.equal((await payee.does(finish)).completions.at(-1)?.outcome, 'paid');
    });
  }

  it('is nothing that was paid when the payee goes on', async () => {
    const { server, payee, method_id } = await withdrawing();
    await paysOut(payee, 50_13, method_id);
    await wait(server, payee, 0);
    await wait(server, payee, 5_000);
    assert.equal((await payee.does(finish)).completions.at(-1)?.outcome, 'unchanged');
  });
});

describe('what changed between looking and confirming', () => {
  it('is the balance: nothing is paid, and the payee is told', async () => {
    const { server, payee, method_id } = await withdrawing();
    await payee.does(review, { amount: 100_00, method_id });
    const { id } = seen(payee).review ?? {};
    await server.db.transaction(async (tx) => {
      const user = await findUserById(tx, payee.seen.flow.user_id ?? '');
      assert.ok(user);
      await createTransfer(server.deps, tx, { app: server.partner, user, amount: 50_00 });
    });
    await payee.does(confirm, { id });
    assert.deepEqual(
      [seen(payee).notice, seen(payee).review, seen(payee).balance],
      ['insufficient-funds', null, 70_00],
    );
    assert.deepEqual(seen(payee).draft, { amount: 100_00, method_id });
    await paysOut(payee, 70_00, method_id);
    assert.equal(seen(payee).notice, null);
    assert.equal(statusOf(payee), 'created');
  });

  it('is the method', async () => {
    const { payee, method_id } = await withdrawing();
    await payee.does(review, { amount: 100_00, method_id });
    const { id } = seen(payee).review ?? {};
    await payee.does(`${methods}/${method_id}`, undefined, 'DELETE');
    assert.equal(seen(payee).review, null);
    await payee.does(confirm, { id });
    assert.equal(seen(payee).notice, 'method-removed');
  });

  it('is what was reviewed, in another window', async () => {
    const { server, payee, method_id } = await withdrawing();
    await payee.does(review, { amount: 100_00, method_id });
    const { id } = seen(payee).review ?? {};
    const other = await openFlow(server, payee.flowId);
    await other.does(review, { amount: 20_00, method_id });
    await payee.does(confirm, { id });
    assert.equal(seen(payee).notice, 'quote-changed');
    assert.equal(seen(payee).payout, null);
  });
});

describe('an amount that crosses the threshold of tax reporting', () => {
  it('asks for the form and comes back to what was typed', async () => {
    const { server, payee, method_id } = await withdrawing({ cents: 3_000_00 });
    await payee.does(review, { amount: 2_500_00, method_id });
    assert.equal(payee.seen.current?.step, 'compliance');
    assert.equal(payee.seen.current.reason, 'tax-law');
    assert.deepEqual(
      payee.seen.plan.slice(-2).map(({ name, state }) => `${name}:${state}`),
      ['compliance:active', 'payout:pending'],
    );
    await payee.does('/session/compliance', person);
    assert.deepEqual(seen(payee).draft, { amount: 2_500_00, method_id });
    assert.equal(seen(payee).review, null);
    await paysOut(payee, 2_500_00, method_id);
    await wait(server, payee, 0);
    assert.equal(statusOf(payee), 'pending');
  });

  it('is none below it', async () => {
    const { payee, method_id } = await withdrawing({ cents: 3_000_00 });
    await payee.does(review, { amount: 1_000_00, method_id });
    assert.notEqual(seen(payee).review, null);
  });

  it('is the first cent abroad, so that the form comes before the step', async () => {
    const server = await createTestServer();
    await server.db.transaction((tx) => openAppWallet(server.deps, tx, server.partner));
    const payee = await introduced(server, ['payout'], { ...profile, country: 'DE' });
    assert.equal(payee.seen.current?.step, 'compliance');
    await payee.does('/session/compliance', foreigner);
    await fund(server, payee, 100_00);
    await payee.does(methods, {
      platform: 'intl_bank',
      bank_country: 'DE',
      account_holder_name: 'Jana Beispiel',
      iban: 'DE89 3704 0044 0532 0130 00',
    });
    const [saved] = seen(payee).methods;
    assert.deepEqual([saved?.bank_name, saved?.masked], ['Commerzbank', '••• 3000']);
    await paysOut(payee, 100_00, seen(payee).methods[0]?.id ?? '');
    assert.equal(statusOf(payee), 'created');
  });
});

describe('the options of the step', () => {
  it('without a continue button it ends with the payout, and the payee may withdraw more', async () => {
    const { server, payee, method_id } = await withdrawing({ options: { hide_continue_button: true } });
    await paysOut(payee, 50_00, method_id);
    assert.equal(payee.seen.flow.status, 'completed');
    assert.equal(payee.seen.completions.at(-1)?.outcome, 'paid');
    assert.equal(payee.seen.waiting, true, 'the status still comes');
    await wait(server, payee, 0);
    await wait(server, payee, 10_000);
    assert.equal(statusOf(payee), 'completed');
    await payee.does(again);
    await paysOut(payee, 70_00, method_id);
    assert.equal(seen(payee).balance, 0);
    assert.equal(payee.seen.completions.filter(({ step }) => step === 'payout').length, 1);
  });

  it('hide the switch, or let it be thrown', async () => {
    const shown = await withdrawing();
    await shown.payee.does('/session/auto-payout', { enabled: true }, 'PUT');
    assert.deepEqual(seen(shown.payee).auto_payout, { shown: true, enabled: true });
    const hidden = await withdrawing({ options: { auto_payout_enabled: false } });
    assert.equal(seen(hidden.payee).auto_payout.shown, false);
  });

  it('with force it is as it is anyway: never satisfied beforehand', async () => {
    const { payee } = await withdrawing({ cents: 0, method: null, options: { force: true } });
    assert.equal(payee.seen.current?.step, 'payout');
  });
});
