/** `POST /payouts/send-payout`: whoever is known is paid at once, and everybody else is sent a link. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { addMethod, addUser, bank, paypal, readBooks } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, claim, passes, readLink, refused, told, wallet } from './links.ts';
import type { Link } from './links.ts';

const opening = 100_000_000;
const send = (server: TestServer, body: object, status = 201): Promise<Link> =>
  ask(server, 'POST', '/payouts/send-payout', { amount: 5_000, ...body }, status);

/** The newest of a type: those that are made at once come in any order. */
const newest = async (server: TestServer, type: Transfer['type']): Promise<Transfer | undefined> =>
  (await ask<{ data: Transfer[] }>(server, 'GET', `/transfers?type=${type}`)).data[0];
const walletOf = async (server: TestServer, id: string): Promise<number> =>
  (await ask<{ wallet: { amount: number } }>(server, 'GET', `/users/${id}`)).wallet.amount;

describe('sending a payout', () => {
  it('pays a known user with a default method at once', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await addMethod(server, user, bank);
    const made = await send(server, { user_id: user.id, metadata: { order: 7 } });
    assert.deepEqual([made.status, made.claimed_user_id, made['deliveries']], ['claimed', user.id, 0]);
    assert.equal(made['not_paid_because'], null);
    const [payout, given] = [await newest(server, 'payout'), await newest(server, 'balance')];
    assert.deepEqual(
      [payout?.type, payout?.amount, payout?.payout_link_id, payout?.user_id, payout?.metadata],
      ['payout', 5_000, made.id, user.id, { order: 7 }],
    );
    assert.deepEqual([given?.id, given?.status], [made.transfer_id, 'completed']);
    await passes(server, 0);
    await passes(server, 10_000);
    assert.deepEqual(await told(server), ['claimed claimed', 'updated claimed', 'paid_out claimed']);
    assert.deepEqual([await walletOf(server, user.id), await wallet(server)], [0, opening - 5_000]);
    const { sum, unbalanced, wrongWallets, totals } = await readBooks(server.db);
    assert.deepEqual({ sum, unbalanced, wrongWallets }, { sum: 0, unbalanced: 0, wrongWallets: 0 });
    assert.equal(totals['reserved'], 0);
  });

  it('knows a user by the phone', async () => {
    const server = await createTestServer();
    const user = await addUser(server, { phone_e164: '+14155550166' });
    await addMethod(server, user, bank);
    const made = await send(server, { payee: { country_code: '1', phone_number: '4155550166' } });
    assert.deepEqual([made.status, made.claimed_user_id], ['claimed', user.id]);
  });

  it('leads to another method when the payout fails', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await addMethod(server, user, bank);
    const made = await send(server, { user_id: user.id, amount: 5_013 });
    await passes(server, 0);
    await passes(server, 10_000);
    assert.deepEqual([made.status, (await readLink(server, made)).status], ['claimed', 'claimed']);
    assert.equal(await walletOf(server, user.id), 5_013, 'the money is the payee’s');
    const payee = await claim(server, made);
    const step = payee.seen.current as RequirementOf<'payout'>;
    assert.deepEqual(
      [step.step, step.balance, step.payout?.status, step.payout?.again],
      ['payout', 5_013, 'failed', true],
    );
    assert.equal(await walletOf(server, user.id), 5_013, 'it is claimed once');
  });

  for (const [who, why, prepare, body] of [
    [
      'has not confirmed their phone',
      'phone-unverified',
      async (server: TestServer) => {
        const user = await addUser(server, { phone_verified: false });
        await addMethod(server, user, bank);
        return user;
      },
      {},
    ],
    ['has no method', 'no-default-payout-method', (server: TestServer) => addUser(server), {}],
    [
      'has a method that takes less at most',
      'amount-above-maximum',
      async (server: TestServer) => {
        const user = await addUser(server);
        await addMethod(server, user, paypal);
        return user;
      },
      { amount: 2_000_001, tax_exempt: true },
    ],
    [
      'has a default method that does not pay where they live',
      'payout-method-unavailable',
      async (server: TestServer) => {
        const user = await addUser(server, { country: 'DE' });
        await addMethod(server, user, bank);
        return user;
      },
      {},
    ],
    [
      'would cost more than is left',
      'app-wallet-too-low',
      async (server: TestServer) => {
        const user = await addUser(server);
        await addMethod(server, user, paypal);
        await ask(server, 'POST', `/apps/${server.partner.id}/withdraw`, { amount: opening - 5_010 });
        return user;
      },
      {},
    ],
    [
      'owes a tax form',
      'tax-form-due',
      async (server: TestServer) => {
        const user = await addUser(server);
        await addMethod(server, user, bank);
        return user;
      },
      { amount: 500_000 },
    ],
  ] as const)
    it(`sends a link to a user who ${who}`, async () => {
      const server = await createTestServer();
      const user = await prepare(server);
      const made = await send(server, { user_id: user.id, ...body });
      assert.deepEqual(
        [made.status, made.delivery, made.claimed_user_id, made['not_paid_because']],
        ['delivery_pending', { method: 'sms', message: null }, null, why],
      );
      assert.equal((await readLink(server, made))['not_paid_because'], why);
      assert.equal(await wallet(server), (why === 'app-wallet-too-low' ? 5_010 : opening) - made.amount);
      assert.equal(await walletOf(server, user.id), 0);
    });

  it('pays tax exempt money at once without the form', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await addMethod(server, user, bank);
    assert.equal(
      (await send(server, { user_id: user.id, amount: 500_000, tax_exempt: true })).status,
      'claimed',
    );
    // It has not used up what may be paid without one, and does not count beside it.
    assert.equal((await send(server, { user_id: user.id, amount: 5_000 })).status, 'claimed');
  });

  it('holds the payout of a user whose name is on a list', async () => {
    const server = await createTestServer();
    const user = await addUser(server, { ofac_status: 'in_review' });
    await addMethod(server, user, bank);
    await send(server, { user_id: user.id });
    assert.equal((await newest(server, 'payout'))?.status, 'flagged');
  });

  it('sends a link to a stranger: by text, or by email where only that is known', async () => {
    const server = await createTestServer();
    const byText = await send(server, { payee: { country_code: '1', phone_number: '4155550100' } });
    const byMail = await send(server, { payee: { email: 'jane@example.com' } });
    assert.deepEqual(
      [byText.delivery, byMail.delivery],
      [
        { method: 'sms', message: null },
        { method: 'email', message: null },
      ],
    );
    assert.deepEqual(
      [byText['not_paid_because'], byMail['not_paid_because']],
      ['payee-unknown', 'payee-unknown'],
    );
    const byHand = await send(server, {
      payee: { country_code: '1', phone_number: '4155550100' },
      delivery: { method: 'link' },
    });
    assert.equal(byHand.status, 'created');
  });

  it('never pays an email address at once: nobody has confirmed it', async () => {
    const server = await createTestServer();
    const user = await addUser(server, { email: 'ada@example.com' });
    await addMethod(server, user, bank);
    const made = await send(server, { payee: { email: 'ada@example.com' } });
    assert.deepEqual([made.status, made['user_id']], ['delivery_pending', null]);
  });

  it('waits for money, and pays as soon as it is there', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await addMethod(server, user, paypal);
    await ask(server, 'POST', `/apps/${server.partner.id}/withdraw`, { amount: opening });
    const made = await send(server, { user_id: user.id, payout_fee_party: 'user' }, 202);
    assert.deepEqual([made.status, made['not_paid_because']], ['funds_pending', null]);
    await ask(server, 'POST', `/apps/${server.partner.id}/deposit`, { amount: 5_000 });
    for (const ms of [0, 5_000, 5_000, 5_000]) {
      server.clock.advance(ms);
      await server.runDueJobs();
      await rescuePayouts(server.deps);
    }
    await server.runDueJobs();
    assert.equal((await readLink(server, made)).status, 'claimed');
    assert.equal((await newest(server, 'payout'))?.payout_link_id, made.id);
  });

  it('goes to somebody, who is not disabled', async () => {
    const server = await createTestServer();
    assert.equal(
      await refused(server, 'POST', '/payouts/send-payout', { amount: 1 }),
      '422 invalid-input user_id:required',
    );
    const user = await addUser(server);
    await addMethod(server, user, bank);
    await ask(server, 'POST', `/users/${user.id}/disable`);
    assert.equal(
      await refused(server, 'POST', '/payouts/send-payout', { amount: 100, user_id: user.id }),
      '422 invalid-transaction',
    );
    assert.equal(await wallet(server), opening);
  });
});
