/** What is kept back of payouts for the IRS: in the books, and as the partner is told. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { AppObject } from '../../../src/contract/money/apps.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { WebhookPayload } from '../../../src/contract/partner/webhooks.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import { holdingsOf } from '../../../src/server/db/withholding.ts';
import type { AppConfig } from '../../../src/server/ports/deps.ts';
import { person } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import { addMethod, addUser, fileForm, paidInYear, paypal, readBooks } from './support.ts';

async function begin(config: Partial<AppConfig> = { withholding: 'deduct' }, form: object = {}) {
  const server = await createTestServer({ config });
  const user = await addUser(server, { country: 'DE', phone_e164: '+4915123456789', calling_code: '49' });
  await addMethod(server, user, paypal);
  await fileForm(server, user, form);
  const ask = async <T = Transfer>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await server.asPartner(method, `/v2${path}`, body);
    const said = (await answer.json()) as T;
    assert.ok(answer.ok, JSON.stringify(said));
    return said;
  };
  const refused = async (method: string, path: string, body?: object): Promise<string> => {
    const answer = await server.asPartner(method, `/v2${path}`, body);
    return `${answer.status} ${((await answer.json()) as { error_code?: string }).error_code}`;
  };
  const give = (cents: number, more: object = {}) =>
    ask('POST', '/transfers', { user_id: user.id, amount: -cents, ...more });
  const pay = (amount: number, more: object = {}) =>
    ask('POST', '/payouts', { user_id: user.id, amount, platform: 'paypal', ...more });
  const read = ({ id }: { id: string }) => ask('GET', `/transfers/${id}`);
  const arrive = async () => {
    for (let round = 0; round < 4; round += 1) {
      server.clock.advance(4_000);
      await server.runDueJobs();
    }
  };
  const books = async () => {
    const { totals, ...sums } = await readBooks(server.db);
    assert.deepEqual(sums, { sum: 0, unbalanced: 0, wrongWallets: 0 });
    return totals;
  };
  const has = () => walletBalance(server.db, { userId: user.id });
  return { server, user, ask, refused, give, pay, read, arrive, books, has };
}

/** The parts as `type amount rate reason withheld`. */
const parts = ({ withholding }: Transfer) =>
  (withholding?.parts ?? []).map(({ income_type, amount, rate, reason, withheld }) =>
    [income_type ?? 'exempt', amount, rate, reason, withheld].join(' '),
  );

describe('withholding', () => {
  test('keeps 30 % of work in the US, and tells partner and books', async () => {
    const { server, give, pay, read, arrive, books, has, user } = await begin(undefined, {
      place_of_work: 'inside',
    });
    const given = await give(10_000);
    assert.deepEqual([given.income_type, given.withholding], ['services', null]);
    const payout = await pay(10_000);
    assert.deepEqual(payout.withholding, {
      ...{ mode: 'deduct', amount: 3_000, state: 'held', set_off: null },
      parts: [
        {
          ...{ income_type: 'services', amount: 10_000, source: 'us', us_percent: 100 },
          ...{ rate: 0.3, reason: 'statutory', withheld: 3_000 },
        },
      ],
    });
    assert.deepEqual(
      payout.transactions.map(
        (line) => `${line.source_name} > ${line.destination_name} ${line.amount} ${line.type}`,
      ),
      [
        'User wallet > paypal 7000 payout',
        'App wallet > Fees 25 fee',
        'User wallet > Withheld tax 3000 withholding',
      ],
    );
    assert.deepEqual([await has(), (await books())['withheld']], [0, 3_000]);
    await arrive();
    assert.equal((await read(payout)).status, 'completed');
    // The whole amount counts as paid, and what arrived is less.
    assert.equal(await paidInYear(server.db, user.id, 2026), 10_000);
    const [app] = (await (await server.asPartner('GET', '/v2/apps')).json()) as [AppObject];
    assert.equal(app.metrics.money_out, '7000');
    const told = await server.db.query<{ payload: WebhookPayload & { transfer: Transfer } }>(
      `select payload from webhook_messages where event = 'transfer.completed' order by created desc limit 1`,
    );
    assert.equal(told[0]?.payload.transfer.withholding?.amount, 3_000);
  });

  test('by default is told and paid out', async () => {
    const { give, pay, books } = await begin({}, { place_of_work: 'inside' });
    await give(10_000);
    const { withholding, transactions } = await pay(10_000);
    assert.deepEqual(
      [withholding?.mode, withholding?.amount, withholding?.state, transactions[0]?.amount],
      ['report', 3_000, null, 10_000],
    );
    assert.equal((await books())['withheld'] ?? 0, 0);
  });

  test('is nothing of work outside the US, and a share of work in both', async () => {
    const outside = await begin(undefined, { place_of_work: 'outside' });
    assert.deepEqual(parts(await outside.pay(10_000, { fund: true })), ['services 10000 0 earned-outside 0']);
    const both = await begin(undefined, { place_of_work: 'both', us_work_percent: 25 });
    assert.deepEqual(parts(await both.pay(10_000, { fund: true })), ['services 10000 0.3 statutory 750']);
  });

  test('is nothing of a US person', async () => {
    const { server, user, pay, give } = await begin();
    await fileForm(server, user, {}, person);
    await give(10_000);
    const { withholding } = await pay(10_000);
    assert.equal(withholding, null);
  });

  test('goes by what each payment was for, and by the claim for it', async () => {
    const claim = {
      ...{ claims_treaty: true, tax_treaty_country: 'IN', tax_treaty_citation: 'Article 12(2)' },
      ...{ tax_treaty_rate: 0.15, tax_treaty_income_type: 'copyright12', country: 'IN' },
      ...{ citizenship_country: 'IN', foreign_tax_id: 'ABCPE1234F', tax_id_country: 'IN' },
      place_of_work: 'outside',
    };
    const { ask, server, give, pay, refused, user, books } = await begin(undefined, claim);
    await give(5_000);
    await give(4_000, { income_type: 'royalties' });
    await give(1_000, { tax_exempt: true });
    assert.deepEqual(parts(await pay(7_000)), [
      'exempt 1000 0 tax-exempt 0',
      'services 5000 0 earned-outside 0',
      'royalties 1000 0.15 treaty 150',
    ]);
    // What the app brings for a payout is what that payout is for.
    const funded = { fund: true, income_type: 'other' };
    assert.deepEqual(parts(await pay(1_000, funded)), ['other 1000 0.3 treaty-of-other-income 300']);
    assert.deepEqual(parts(await pay(3_000)), ['royalties 3000 0.15 treaty 450']);
    assert.equal((await books())['withheld'], 900);
    // Without `fund` there is nothing that it could be about.
    const wrong = { user_id: user.id, amount: 100, platform: 'paypal', income_type: 'other' };
    assert.equal(await refused('POST', '/payouts', wrong), '422 invalid-input');
    // The app's usual type.
    const app = `/apps/${server.partner.id}/change_settings`;
    assert.equal((await ask<AppObject>('POST', app, { income_type: 'royalties' })).income_type, 'royalties');
    assert.equal((await give(1_000)).income_type, 'royalties');
    assert.equal((await ask<AppObject>('POST', app, { refill_threshold: 5 })).income_type, 'royalties');
    assert.equal(await refused('POST', app, { income_type: 'wages' }), '422 invalid-input');
  });

  test('goes back with a payout that fails, and is computed anew', async () => {
    const { give, pay, read, arrive, books, has } = await begin(undefined, { place_of_work: 'inside' });
    await give(2_026, { income_type: 'royalties' });
    await give(1_000);
    const fails = await pay(2_013);
    assert.deepEqual(parts(fails), [
      'services 1000 0.3 statutory 300',
      'royalties 1013 0.3 place-unknown 304',
    ]);
    await arrive();
    const failed = await read(fails);
    assert.deepEqual([failed.status, failed.withholding?.state], ['failed', 'returned']);
    assert.deepEqual([await has(), (await books())['withheld']], [3_026, 0]);
    assert.deepEqual(parts(await pay(3_026)), [
      'services 1000 0.3 statutory 300',
      'royalties 2026 0.3 place-unknown 608',
    ]);
  });

  test('goes back to the app with money that the app gave for the payout', async () => {
    const { pay, read, arrive, books, server } = await begin();
    const before = await walletBalance(server.db, { appId: server.partner.id });
    const fails = await pay(2_013, { fund: true });
    const returns = await pay(2_014, { fund: true });
    await arrive();
    assert.deepEqual([(await read(fails)).status, (await read(returns)).status], ['failed', 'reversed']);
    assert.equal(await walletBalance(server.db, { appId: server.partner.id }), before);
    assert.equal((await books())['withheld'], 0);
  });

  test('is listed, remitted once, and not released then', async () => {
    const { server, pay, arrive, ask, refused, books } = await begin();
    const one = await pay(1_000, { fund: true });
    server.clock.advance(1);
    const two = await pay(2_000, { fund: true });
    const at = `/transfers/${one.id}/withholding`;
    assert.equal(await refused('POST', `${at}/remit`), '422 invalid-transaction');
    await arrive();
    const list = async (state: string) =>
      (await ask<{ data: Transfer[] }>('GET', `/transfers?withholding=${state}`)).data.map(({ id }) => id);
    assert.deepEqual(await list('held'), [two.id, one.id]);
    const remitted = await ask('POST', `${at}/remit`);
    assert.equal(remitted.withholding?.state, 'remitted');
    assert.deepEqual(await ask('POST', `${at}/remit`), remitted);
    assert.equal(await refused('POST', `${at}/release`), '422 invalid-transaction');
    assert.deepEqual([await list('held'), await list('remitted')], [[two.id], [one.id]]);
    const { withheld, outside } = await books();
    assert.deepEqual([withheld, outside], [600, 700 + 300 + 1_400 - 100_000_000]);
    assert.equal(
      await refused('POST', `/transfers/${randomUUID()}/withholding/remit`),
      '404 no-such-resource',
    );
  });

  test('is released to the payee, who gets it whole', async () => {
    const { server, user, pay, arrive, ask, refused, books, has } = await begin();
    const payout = await pay(1_000, { fund: true });
    await arrive();
    const released = await ask('POST', `/transfers/${payout.id}/withholding/release`);
    assert.equal(released.withholding?.state, 'released');
    assert.deepEqual(await ask('POST', `/transfers/${payout.id}/withholding/release`), released);
    assert.deepEqual([await has(), (await books())['withheld']], [300, 0]);
    assert.equal(
      await refused('POST', `/transfers/${payout.id}/withholding/remit`),
      '422 invalid-transaction',
    );
    assert.deepEqual(
      await pay(300).then(({ withholding, transactions }) => [withholding, transactions[0]?.amount]),
      [null, 300],
    );
    // It counted with its payout, and counts once.
    assert.equal(await paidInYear(server.db, user.id, 2026), 1_000);
  });

  for (const end of ['release', 'remit'] as const)
    test(`that was to ${end} does not come back twice with its payout`, async () => {
      const { server, user, pay, arrive, ask, books, has } = await begin();
      const payout = await pay(1_014, { fund: true });
      // It arrived, and the bank has not sent it back yet.
      await server.runDueJobs();
      server.clock.advance(3_500);
      await server.runDueJobs();
      await ask('POST', `/transfers/${payout.id}/withholding/${end}`);
      await arrive();
      const { status, withholding } = await ask('GET', `/transfers/${payout.id}`);
      assert.equal(status, 'reversed');
      if (end === 'release') {
        // The payee has all of it, once. It is theirs to be paid, and taxed, again.
        assert.deepEqual([await has(), (await books())['withheld']], [1_014, 0]);
        assert.deepEqual(parts(await pay(1_000)), ['services 1000 0.3 place-unknown 300']);
        assert.equal(await paidInYear(server.db, user.id, 2026), 1_000);
      } else {
        // The app has all of it back, and has remitted too much, which the next ones make up for.
        assert.deepEqual([await has(), (await books())['withheld']], [0, -304]);
        assert.equal(withholding?.state, 'remitted');
      }
    });

  test('keeps the user from being deleted until it is remitted or released', async () => {
    const { server, user, pay, arrive, ask, has } = await begin();
    const [sent, given] = [await pay(1_000, { fund: true }), await pay(2_000, { fund: true })];
    await arrive();
    const deletes = async () => {
      const answer = await server.asPartner('DELETE', `/v2/users/${user.id}`);
      const { error_code, detail = '' } = (await answer.json()) as { error_code?: string; detail?: string };
      return { said: `${answer.status} ${error_code}`, detail };
    };
    const { said, detail } = await deletes();
    assert.equal(said, '409 wallet-not-empty');
    assert.match(detail, /^900 cents .*GET \/transfers\?withholding=held/);
    for (const end of ['remit', 'release']) assert.ok(detail.includes(`/withholding/${end}`), detail);
    await ask('POST', `/transfers/${sent.id}/withholding/remit`, {});
    assert.match((await deletes()).detail, /^600 cents /);
    await ask('POST', `/transfers/${given.id}/withholding/release`);
    assert.equal(await has(), 600);
    await ask('POST', '/transfers', { user_id: user.id, amount: 600 });
    assert.equal((await deletes()).said, '200 undefined');
  });

  test('is given back to a foreign payee until Form 1042-S is due, and then sent', async () => {
    const { server, pay, arrive, ask, refused } = await begin();
    const [early, late] = [await pay(1_000, { fund: true }), await pay(2_000, { fund: true })];
    await arrive();
    const release = ({ id }: Transfer) => `/transfers/${id}/withholding/release`;
    server.clock.set('2027-03-15T23:59:59Z');
    await ask('POST', release(early));
    server.clock.set('2027-03-16T00:00:00Z');
    assert.equal(await refused('POST', release(late)), '409 conflicting-state');
    const answer = await server.asPartner('POST', `/v2${release(late)}`);
    const { detail = '' } = (await answer.json()) as { detail?: string };
    assert.match(detail, /until 2027-03-15/);
    assert.match(detail, /withholding\/remit.*the payee claims it on their return/);
    // What was released stays so, and is told again.
    assert.equal((await ask('POST', release(early))).withholding?.state, 'released');
    await ask('POST', `/transfers/${late.id}/withholding/remit`, {});
  });

  test('is given back to a US person until the year ends in which they were paid', async () => {
    const { server, pay, arrive, ask, refused } = await begin();
    const payouts = [await pay(1_000, { fund: true }), await pay(2_000, { fund: true })];
    await arrive();
    await server.db.query(
      `update transfers set withholding = replace(withholding::text, 'place-unknown', 'wrong-number')::jsonb`,
    );
    const [one, two] = payouts.map(({ id }) => `/transfers/${id}/withholding/release`);
    server.clock.set('2026-12-31T23:59:59Z');
    await ask('POST', one ?? '');
    server.clock.set('2027-01-01T00:00:00Z');
    assert.equal(await refused('POST', two ?? ''), '409 conflicting-state');
  });

  /** Remits the 304 cents of a payout that has arrived, and then comes back. */
  const sentForOneThatCameBack = async ({ server, pay, arrive, ask }: Awaited<ReturnType<typeof begin>>) => {
    const back = await pay(1_014, { fund: true });
    await server.runDueJobs();
    server.clock.advance(3_500);
    await server.runDueJobs();
    await ask('POST', `/transfers/${back.id}/withholding/remit`, {});
    await arrive();
  };

  test('that was sent for a payout which came back is set off against the next, and no further', async () => {
    const begun = await begin();
    const { pay, arrive, ask, refused, books, read } = begun;
    await sentForOneThatCameBack(begun);
    assert.equal((await books())['withheld'], -304);
    const next = await pay(1_000, { fund: true });
    await arrive();
    const remit = `/transfers/${next.id}/withholding/remit`;
    for (const set_off of [301, -1, 1.5, '300'])
      assert.equal(await refused('POST', remit, { set_off }), '422 invalid-input', String(set_off));
    const sent = (await books())['outside'] ?? 0;
    const remitted = await ask('POST', remit, { set_off: 300 });
    assert.deepEqual([remitted.withholding?.set_off, (await read(next)).withholding?.set_off], [300, 300]);
    // Whoever says it again is told the same; whoever says something else is told so.
    assert.equal((await ask('POST', remit, { set_off: 300 })).withholding?.set_off, 300);
    assert.equal(await refused('POST', remit, { set_off: 200 }), '422 invalid-transaction');
    assert.deepEqual([(await books())['withheld'], (await books())['outside']], [-4, sent]);
    const last = await pay(2_000, { fund: true });
    await arrive();
    const lastRemit = `/transfers/${last.id}/withholding/remit`;
    assert.equal(await refused('POST', lastRemit, { set_off: 5 }), '422 invalid-input');
    await ask('POST', lastRemit, { set_off: 4 });
    assert.deepEqual([(await books())['withheld'], (await books())['outside']], [0, sent + 1_400 + 596]);
  });

  test('is set off in the year after at the latest, and then only sent whole', async () => {
    const begun = await begin();
    const { server, pay, arrive, ask, refused, read } = begun;
    await sentForOneThatCameBack(begun);
    server.clock.set('2027-12-30T12:00:00Z');
    const [one, two] = [await pay(500, { fund: true }), await pay(500, { fund: true })];
    await arrive();
    server.clock.set('2027-12-31T23:59:59Z');
    const remit = ({ id }: Transfer) => `/transfers/${id}/withholding/remit`;
    assert.equal((await ask('POST', remit(one), { set_off: 100 })).withholding?.set_off, 100);
    server.clock.set('2028-01-01T00:00:00Z');
    assert.equal(await refused('POST', remit(two), { set_off: 100 }), '409 conflicting-state');
    // More than there ever was is wrong, whenever it is said.
    assert.equal(await refused('POST', remit(two), { set_off: 205 }), '422 invalid-input');
    assert.equal((await read(two)).withholding?.state, 'held');
    await ask('POST', remit(two), {});
  });

  test('is set off against the same tax alone: each has a return of its own', async () => {
    const begun = await begin();
    const { server, pay, arrive, ask, refused } = begun;
    await sentForOneThatCameBack(begun);
    const next = await pay(1_000, { fund: true });
    await arrive();
    const remit = `/transfers/${next.id}/withholding/remit`;
    const call = (from: string, to: string) =>
      server.db.query(
        'update transfers set withholding = replace(withholding::text, $2, $3)::jsonb where id = $1',
        [next.id, from, to],
      );
    await call('place-unknown', 'wrong-number');
    assert.equal(await refused('POST', remit, { set_off: 1 }), '422 invalid-input');
    await call('wrong-number', 'place-unknown');
    assert.equal((await ask('POST', remit, { set_off: 300 })).withholding?.set_off, 300);
  });

  /** What the payouts of a user are made of is what is in the wallet. */
  const held = async ({ server, user, has }: Awaited<ReturnType<typeof begin>>) => {
    const sums = Object.values(await holdingsOf(server.db, user.id));
    assert.equal(
      sums.reduce((sum, cents) => sum + cents),
      await has(),
    );
  };
  const incomes = ({ withholding }: Transfer) =>
    (withholding?.parts ?? []).map(({ income_type, withheld }) => [income_type, withheld]);

  test('takes an exempt payout of before there were types for exempt', async () => {
    const one = await begin(undefined, { place_of_work: 'inside' });
    await one.pay(10_000, { fund: true, tax_exempt: true });
    await one.server.db.query('update transfers set withholding = null, income_type = null');
    await one.give(10_000);
    await held(one);
    assert.deepEqual(incomes(await one.pay(10_000)), [['services', 3_000]]);
  });

  test('does not take for another type what a link has brought', async () => {
    const one = await begin(undefined, { place_of_work: 'outside' });
    await one.ask('POST', '/payouts/send-payout', { user_id: one.user.id, amount: 10_000 });
    const change = `/apps/${one.server.partner.id}/change_settings`;
    await one.ask('POST', change, { income_type: 'royalties' });
    await one.give(10_000, { income_type: 'services' });
    await held(one);
    assert.deepEqual(incomes(await one.pay(10_000)), [['services', 0]]);
  });

  test('counts what was released and came back once', async () => {
    const one = await begin(undefined, { place_of_work: 'outside' });
    const paid = await one.pay(1_014, { fund: true, income_type: 'royalties' });
    await one.server.runDueJobs();
    one.server.clock.advance(3_500);
    await one.server.runDueJobs();
    await one.ask('POST', `/transfers/${paid.id}/withholding/release`);
    await one.arrive();
    await held(one);
    assert.deepEqual(incomes(await one.pay(1_014)), [['royalties', 304]]);
  });
});
