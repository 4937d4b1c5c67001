/** Payout links: what a partner's server sees of one from the call that makes it to its end. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Flow } from '../../../src/contract/flow.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { bookRefill } from '../../../src/server/ledger/refills.ts';
import { bankAccount, openFlow, profile, states } from '../payee/payee.ts';
import { readBooks } from '../ledger/support.ts';
import { createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, claim, dayMs, makeLink, passes, readLink, refused, told, wallet } from './links.ts';
import type { Link } from './links.ts';

const opening = 100_000_000;

/** Leaves so many cents in the app's wallet. */
const leave = (server: TestServer, cents: number) =>
  ask(server, 'POST', `/apps/${server.partner.id}/withdraw`, { amount: opening - cents });

/** Books what the operator's bank has received. */
const refill = (server: TestServer, amount: number) =>
  server.db.transaction((tx) =>
    bookRefill(server.deps, tx, { app: server.partner, amount, reference: randomUUID() }),
  );

const statusOfTransfer = async (server: TestServer, { transfer_id }: Link) => {
  const transfer = await ask<Transfer>(server, 'GET', `/transfers/${transfer_id}`);
  return [transfer.status, transfer.type, transfer.amount, transfer.user_id ?? null];
};

describe('a payout link', () => {
  it('takes the money from the app’s wallet and leads to a flow', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, {
      memo: 'Prize of the summer run',
      description: 'cost centre 7',
      metadata: { run: 7 },
    });
    assert.deepEqual(made, {
      id: made.id,
      created: '2026-03-02T09:00:00.000Z',
      link: `${publicUrl}/flow/${made.flow_id}`,
      amount: 5_000,
      original_amount: 5_000,
      status: 'created',
      payee: {
        first_name: null,
        last_name: null,
        country_code: '1',
        phone_number: '4155550100',
        email: null,
      },
      delivery: { method: 'link', message: null },
      tax_exempt: false,
      income_type: null,
      flow_id: made.flow_id,
      accounting_data: null,
      funding_source: 'dots_balance',
      claimed_user_id: null,
      transfer_id: made.transfer_id,
      memo: 'Prize of the summer run',
      description: 'cost centre 7',
      created_by_email: null,
      metadata: { run: 7 },
      user_id: null,
      expires_at: '2026-04-01T09:00:00.000Z',
      deliveries: 0,
      not_paid_because: null,
    });
    assert.deepEqual(await readLink(server, made), made);
    assert.equal(await wallet(server), opening - 5_000);
    assert.deepEqual(await statusOfTransfer(server, made), ['pending', 'balance', -5_000, null]);
    const flow = await ask<Flow>(server, 'GET', `/flows/${made.flow_id}`);
    assert.deepEqual(
      [flow.payout_link_id, flow.steps, flow.expires_at, flow.metadata],
      [made.id, ['payout'], made.expires_at, { run: 7 }],
    );
    assert.deepEqual(await told(server), []);
  });

  it('is claimed by whoever has the phone that it names, and paid out by the step payout', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    const payee = await openFlow(server, made.flow_id);
    const asked = payee.seen.current as RequirementOf<'authentication'>;
    assert.deepEqual([asked.step, asked.known_phone], ['authentication', true]);
    assert.match(asked.masked_phone ?? '', /0100$/);
    // Another number that is typed gets no code.
    await payee.does('/session/authentication/code', {
      country: 'US',
      phone_number: '(415) 555-0177',
      channel: 'sms',
    });
    assert.match((payee.seen.current as RequirementOf<'authentication'>).masked_phone ?? '', /0100$/);
    await payee.does('/session/authentication/check', { code: '123456' });
    assert.equal((await readLink(server, made)).status, 'created', 'nobody is known yet');
    await payee.does('/session/onboarding', profile);
    const step = payee.seen.current as RequirementOf<'payout'>;
    assert.deepEqual([step.step, step.balance], ['payout', 5_000]);
    const claimed = await readLink(server, made);
    assert.deepEqual(
      [claimed.status, claimed.claimed_user_id, claimed['user_id']],
      ['claimed', payee.seen.flow.user_id, payee.seen.flow.user_id],
    );
    assert.equal(payee.seen.flow.expires_at, null, 'money of one’s own does not run out');
    assert.deepEqual(await statusOfTransfer(server, made), [
      'completed',
      'balance',
      -5_000,
      payee.seen.flow.user_id,
    ]);

    server.clock.advance(1_000);
    await payee.does('/session/payout-methods', bankAccount);
    const [method] = (payee.seen.current as RequirementOf<'payout'>).methods;
    await payee.does('/session/payout/review', { amount: 5_000, method_id: method?.id });
    await payee.does('/session/payout', {
      id: (payee.seen.current as RequirementOf<'payout'>).review?.id,
    });
    await passes(server, 10_000);
    await passes(server, 10_000);
    await payee.does('/session/payout/continue');
    assert.equal(payee.seen.flow.status, 'completed');
    assert.deepEqual(await told(server), ['claimed claimed', 'updated claimed', 'paid_out claimed']);
    const [paid] = await server.db.query<{ payload: Record<string, unknown> }>(
      `select payload from webhook_messages where event = 'payout_link.paid_out'`,
    );
    assert.deepEqual(
      [
        paid?.payload['id'],
        paid?.payload['payout_link_id'],
        paid?.payload['method'],
        paid?.payload['withdrew_amount'],
      ],
      [made.id, made.id, 'ach', 5_000],
    );
    const { data } = await ask<{ data: Transfer[] }>(server, 'GET', '/transfers');
    assert.deepEqual(
      data.slice(0, 2).map(({ type, payout_link_id }) => [type, payout_link_id]),
      [
        ['payout', made.id],
        ['balance', made.id],
      ],
    );
    const { sum, unbalanced, wrongWallets } = await readBooks(server.db);
    assert.deepEqual({ sum, unbalanced, wrongWallets }, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  });

  it('of a known user always asks for the code, and is theirs alone', async () => {
    const server = await createTestServer();
    const user = await ask(server, 'POST', '/users', {
      ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' },
      ...{ country_code: '1', phone_number: '4155550100' },
    });
    const made = await makeLink(server, { payee: null, user_id: user.id });
    assert.deepEqual([made['user_id'], made.claimed_user_id], [user.id, null]);
    const flow = await openFlow(server, made.flow_id);
    assert.deepEqual(states(flow.seen).slice(0, 1), ['authentication:active']);
    await claim(server, made);
    assert.equal((await readLink(server, made)).claimed_user_id, user.id);
  });

  it('without a phone is claimed by whoever has it and confirms a phone', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, { payee: null });
    const payee = await claim(server, made, { country: 'US', phone_number: '4155550142' });
    assert.equal((await readLink(server, made)).claimed_user_id, payee.seen.flow.user_id);
    // Who claimed it can be found by their phone.
    const { data } = await ask<{ data: Link[] }>(server, 'GET', '/payout-links?phone_number=14155550142');
    assert.deepEqual(
      data.map(({ id }) => id),
      [made.id],
    );
  });

  it('knows the names that the partner gave, once the phone is confirmed', async () => {
    const server = await createTestServer();
    const names = { first_name: 'Ada', last_name: 'Byron', email: 'ada@example.com' };
    const made = await makeLink(server, {
      payee: { ...names, country_code: '1', phone_number: '4155550100' },
    });
    const payee = await openFlow(server, made.flow_id);
    assert.ok(!JSON.stringify(payee.seen).includes('Byron'));
    await payee.authenticates(null);
    const step = payee.seen.current as RequirementOf<'onboarding'>;
    assert.deepEqual(step.prefill, { ...names, country: 'US' });
  });

  it('is canceled while nobody has claimed it, and the money goes back', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    const payee = await openFlow(server, made.flow_id);
    const canceled = await ask(server, 'DELETE', `/payout-links/${made.id}`, undefined, 200);
    assert.equal(canceled.status, 'canceled');
    assert.equal(await wallet(server), opening);
    assert.equal((await statusOfTransfer(server, made))[0], 'canceled');
    assert.equal(
      (await payee.refused('/session/authentication/code', { channel: 'sms' })).error_code,
      'flow-canceled',
    );
    assert.deepEqual(await ask(server, 'DELETE', `/payout-links/${made.id}`), canceled);
    assert.equal(await wallet(server), opening, 'it comes back once');
    assert.deepEqual(await told(server), ['updated canceled']);

    const other = await makeLink(server);
    await claim(server, other);
    assert.equal(await refused(server, 'DELETE', `/payout-links/${other.id}`), '422 invalid-transaction');
    assert.equal(await wallet(server), opening - 5_000);
  });

  it('ends with its flow: whoever cancels the flow has the money back', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    const flow = await ask<Flow>(server, 'POST', `/flows/${made.flow_id}/cancel`);
    assert.equal(flow.status, 'canceled');
    assert.equal((await readLink(server, made)).status, 'canceled');
    assert.equal(await wallet(server), opening);
    // The money of a claimed link is the payee's, whatever becomes of the flow.
    const other = await makeLink(server);
    await claim(server, other);
    await ask<Flow>(server, 'POST', `/flows/${other.flow_id}/cancel`);
    assert.equal((await readLink(server, other)).status, 'claimed');
  });

  it('expires after 30 days, or when the partner says, and the money goes back', async () => {
    const server = await createTestServer();
    const [long, short] = [await makeLink(server), await makeLink(server, { expires_in: 3600 })];
    await passes(server, 3_600_000 - 1_000);
    assert.equal((await readLink(server, short)).status, 'created');
    await passes(server, 2_000);
    assert.equal((await readLink(server, short)).status, 'expired');
    assert.equal((await readLink(server, long)).status, 'created');
    assert.equal(await wallet(server), opening - 5_000);
    await passes(server, 30 * dayMs);
    assert.equal((await readLink(server, long)).status, 'expired');
    assert.equal(await wallet(server), opening);
    assert.equal((await ask<Flow>(server, 'GET', `/flows/${long.flow_id}`)).status, 'expired');
    assert.equal((await statusOfTransfer(server, long))[0], 'canceled');
    assert.deepEqual(await told(server), ['updated expired', 'updated expired']);
    assert.equal(await refused(server, 'DELETE', `/payout-links/${long.id}`), '422 invalid-transaction');
    await passes(server, 30 * dayMs);
    assert.equal(await wallet(server), opening, 'it comes back once');
  });

  it('waits for money that the app’s wallet does not hold', async () => {
    const server = await createTestServer();
    await leave(server, 3_000);
    const first = await makeLink(server, {}, 202);
    server.clock.advance(1_000);
    const second = await makeLink(server, { amount: 4_000 }, 202);
    const third = await makeLink(server, { amount: 1_000 });
    assert.deepEqual(
      [first.status, second.status, third.status, await wallet(server)],
      ['funds_pending', 'funds_pending', 'created', 2_000],
    );
    assert.deepEqual(await statusOfTransfer(server, first), ['created', 'balance', -5_000, null]);
    assert.equal(
      await refused(server, 'POST', `/payout-links/${first.id}/redeliver`),
      '422 invalid-transaction',
    );
    // Enough for the second, which the first does not let pass.
    await refill(server, 2_500);
    await passes(server, 1_000);
    assert.equal((await readLink(server, second)).status, 'funds_pending');
    await refill(server, 5_000);
    await passes(server, 1_000);
    assert.deepEqual(
      [(await readLink(server, first)).status, (await readLink(server, second)).status],
      ['created', 'created'],
    );
    assert.equal(await wallet(server), 500);
    assert.deepEqual(await told(server), ['updated created', 'updated created']);
  });

  it('can be opened while it waits, and is claimed when the money is there', async () => {
    const server = await createTestServer();
    await leave(server, 0);
    const made = await makeLink(server, {}, 202);
    const payee = await claim(server, made);
    assert.equal((payee.seen.current as RequirementOf<'payout'>).balance, 0);
    assert.equal((await readLink(server, made)).status, 'funds_pending');
    await refill(server, 5_000);
    await passes(server, 1_000);
    assert.equal((await readLink(server, made)).status, 'claimed');
    await payee.does('/session', undefined, 'GET');
    assert.equal((payee.seen.current as RequirementOf<'payout'>).balance, 5_000);
  });

  it('fails when the money never came', async () => {
    const server = await createTestServer();
    await leave(server, 0);
    const made = await makeLink(server, { memo: 'Prize' }, 202);
    await passes(server, 31 * dayMs);
    assert.equal((await readLink(server, made)).status, 'failed');
    assert.equal((await statusOfTransfer(server, made))[0], 'failed');
    const [failed] = await server.db.query<{ payload: Record<string, unknown> }>(
      `select payload from webhook_messages where event = 'payout_link.failed'`,
    );
    const { payout_link, ...rest } = failed?.payload ?? {};
    assert.deepEqual(payout_link, await readLink(server, made));
    assert.deepEqual(rest, {
      event: 'payout_link.failed',
      payout_link_id: made.id,
      funding_transfer_id: made.transfer_id,
      amount: 5_000,
      status: 'failed',
      memo: 'Prize',
      reason: 'The app’s wallet did not hold the amount in time.',
      api_version: '2',
    });
    await refill(server, 5_000);
    await passes(server, dayMs);
    assert.equal(await wallet(server), 5_000, 'nothing is taken for it any more');
  });

  it('asks for the tax form where the partner wants it, and for what else it wants', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, {
      force_collect_compliance_information: true,
      additional_steps: ['manage-payouts', { name: 'redirect', redirect_url: 'https://shop.example/' }],
      payout_fee_party: 'user',
      hide_go_to_dashboard_on_complete: true,
    });
    const payee = await openFlow(server, made.flow_id);
    assert.deepEqual(
      payee.seen.plan.map(({ name }) => name),
      ['authentication', 'onboarding', 'compliance', 'manage-payouts', 'payout', 'redirect'],
    );
  });

  it('is of its app alone', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    await server.addApp('pk_other', 'sk_other');
    const asOther = { authorization: `Basic ${Buffer.from('pk_other:sk_other').toString('base64')}` };
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/redeliver'],
    ] as const) {
      const answer = await server.asPartner(method, `/v2/payout-links/${made.id}${path}`, undefined, asOther);
      assert.equal(answer.status, 404, method);
    }
    const list = await server.asPartner('GET', '/v2/payout-links', undefined, asOther);
    assert.deepEqual(await list.json(), { data: [], has_more: false });
    const meant = { 'api-app-id': randomUUID() };
    assert.equal((await server.asPartner('GET', '/v2/payout-links', undefined, meant)).status, 403);
    assert.equal((await readLink(server, made)).status, 'created');
  });
});
