/**
 * Whatever comes in, goes out, fails and comes back, over whatever months: the statements, the CSV, the PDF,
 * the lines of the API and the books say the same, to the cent.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { AppObject, Statement } from '../../../src/contract/money/apps.ts';
import { incomeTypes, placesOfWork } from '../../../src/contract/forms/income.ts';
import { isClaimable } from '../../../src/contract/money/payout-links.ts';
import type { PayoutLink } from '../../../src/contract/money/payout-links.ts';
import type { TaxTotal } from '../../../src/contract/money/tax-totals.ts';
import type { Transaction } from '../../../src/contract/money/transactions.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { lockFlow } from '../../../src/server/db/flows.ts';
import type { FlowRow } from '../../../src/server/db/flows.ts';
import { entriesOf } from '../../../src/server/db/ledger.ts';
import { lockUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { claimLinkOf } from '../../../src/server/payout-links/claim.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { rescueBatches } from '../../../src/server/ledger/batches.ts';
import { bookRefill } from '../../../src/server/ledger/refills.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { dollars } from '../../../src/server/language/csv.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { textOf } from '../../support/pdf-text.ts';
import { bookedOf } from '../tax/year.ts';
import { addAccount } from './accounts.ts';
import { addMethod, addUser, fileForm, paypal, readBooks } from './support.ts';

const runs = Number(process.env['HISTORIES'] ?? 8);
const day = 24 * 60 * 60 * 1000;

const cents = fc.oneof(fc.integer({ min: 200, max: 9_000 }), fc.constantFrom(1_013, 1_014, 2_013, 2_014));
const party = fc.constantFrom('user' as const, 'platform' as const);
const move = fc.oneof(
  fc.record({ does: fc.constantFrom('deposit' as const, 'withdraw' as const), amount: cents }),
  fc.record({
    does: fc.constant('refill' as const),
    amount: cents,
    out: fc.boolean(),
    reference: fc.constantFrom('wire 1', 'wire 2', '=1+1', '-5', 'a "b", c'),
  }),
  fc.record({
    does: fc.constantFrom('give' as const, 'take' as const),
    amount: cents,
    income_type: fc.constantFrom(null, ...incomeTypes),
    tax_exempt: fc.boolean(),
  }),
  fc.record({
    does: fc.constantFrom('remit' as const, 'release' as const),
    which: fc.nat(5),
  }),
  fc.record({
    does: fc.constant('file' as const),
    place_of_work: fc.constantFrom(...placesOfWork),
    us_work_percent: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({ does: fc.constant('pay' as const), amount: cents, party, fund: fc.boolean() }),
  fc.record({
    does: fc.constant('link' as const),
    amount: cents,
    party,
    to: fc.constantFrom('user' as const, 'stranger' as const, 'anybody' as const),
    send: fc.boolean(),
    lasts: fc.constantFrom(3_600, 30 * 24 * 3_600),
  }),
  fc.record({
    does: fc.constantFrom('claim' as const, 'cancel link' as const, 'redeliver' as const),
    which: fc.nat(5),
  }),
  fc.record({
    does: fc.constant('wait' as const),
    ms: fc.constantFrom(2_000, 6_000, day, 12 * day, 40 * day, 310 * day),
  }),
  fc.record({
    does: fc.constant('debit' as const),
    amount: fc.oneof(cents, fc.constantFrom(1_015, 1_016, 1_017)),
    // Of 'b' and 'c' there is one payment, however often it is asked for.
    key: fc.constantFrom('a', 'b', 'c'),
    inDays: fc.constantFrom(0, 0, 5),
  }),
  fc.record({ does: fc.constant('cancel' as const) }),
  fc.record({
    does: fc.constant('batch' as const),
    // Each row is a payout, one for a key that other batches have as well, or names nobody.
    rows: fc.array(fc.record({ amount: cents, party, what: fc.constantFrom('pays', 'again', 'nobody') }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({ does: fc.constantFrom('lose jobs' as const, 'double jobs' as const) }),
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

async function history(moves: readonly Move[], isAbroad: boolean): Promise<void> {
  const server = await createTestServer({ config: { withholding: 'deduct' } });
  const user = await addUser(server);
  if (isAbroad) await fileForm(server, user, { place_of_work: 'inside' });
  await addMethod(server, user, paypal);
  await addAccount(server, user);
  // Who claims what is for a stranger or for anybody: made when nobody is known yet.
  const other = await addUser(server, { phone_e164: `+1${stranger.phone_number}` });
  const app = `/apps/${server.partner.id}`;
  const post = (path: string, body: object) => server.asPartner('POST', `/v2${path}`, body);
  const begun = server.clock.now();
  const links: PayoutLink[] = [];
  for (const next of moves) await perform(next);
  // Until all has ended.
  // What is debited ahead is due by then.
  server.clock.advance(5 * day);
  const end = async () => {
    for (let round = 0; round < 5; round += 1) {
      server.clock.advance(2 * 60 * 60 * 1000);
      await rescueBatches(server.deps);
      await rescuePayouts(server.deps);
      await server.runDueJobs();
    }
  };
  await end();
  await assertLinks(server, links);
  // Nobody claims a link for ever.
  server.clock.advance(40 * day);
  await end();
  await assertLinks(server, links, true);
  await agree(server, begun);
  await eachOnce(server);

  async function perform(next: Move): Promise<void> {
    switch (next.does) {
      case 'deposit':
      case 'withdraw':
        await post(`${app}/${next.does}`, { amount: next.amount });
        return;
      case 'refill':
        await server.db
          .transaction((tx) =>
            bookRefill(server.deps, tx, {
              ...{ app: server.partner, reference: next.reference },
              amount: next.out ? -next.amount : next.amount,
            }),
          )
          .catch((error: unknown) => assert.ok(error instanceof ProblemError));
        return;
      case 'give':
      case 'take':
        await post('/transfers', {
          user_id: user.id,
          amount: next.does === 'give' ? -next.amount : next.amount,
          ...{ income_type: next.income_type, tax_exempt: next.tax_exempt },
        });
        return;
      case 'file':
        if (isAbroad) await fileForm(server, user, next);
        return;
      case 'remit':
      case 'release': {
        const { data } = (await (await server.asPartner('GET', '/v2/transfers?withholding=held')).json()) as {
          data: Transfer[];
        };
        const one = data[next.which % Math.max(1, data.length)];
        if (one) await post(`/transfers/${one.id}/withholding/${next.does}`, {});
        return;
      }
      case 'pay':
        await post('/payouts', {
          ...{ user_id: user.id, amount: next.amount, platform: 'default', fund: next.fund },
          payout_fee_party: next.party,
        });
        return;
      case 'debit': {
        const on = new Date(server.clock.now().getTime() + next.inDays * day).toISOString().slice(0, 10);
        await post('/payments', {
          ...{ user_id: user.id, amount: next.amount, platform: 'ach' },
          ...(next.inDays > 0 && { debit_on: on }),
          ...(next.key !== 'a' && { idempotency_key: keyOf(next.key) }),
        });
        // One that came back may have ended the authorization.
        await addAccount(server, user);
        return;
      }
      case 'cancel': {
        const { data } = (await (
          await server.asPartner('GET', '/v2/transfers?type=payment&limit=1')
        ).json()) as { data: Transfer[] };
        if (data[0]) await post(`/payments/${data[0].id}/cancel`, {});
        return;
      }
      case 'batch': {
        const items = next.rows.map(({ amount, party: payout_fee_party, what }, at) => ({
          ...{ amount, payout_fee_party, platform: 'paypal', fund: true },
          user_id: what === 'nobody' ? randomUUID() : user.id,
          idempotency_key: what === 'again' ? keyOf(String(at)) : randomUUID(),
        }));
        const answer = await post('/payout-batches', { items });
        assert.equal(answer.status, 200);
        return;
      }
      case 'link': {
        const answer = await post(next.send ? '/payouts/send-payout' : '/payout-links', {
          ...{ amount: next.amount, payout_fee_party: next.party, expires_in: next.lasts },
          ...{ user: { user_id: user.id }, stranger: { payee: stranger }, anybody: {} }[next.to],
        });
        if (answer.ok) links.push((await answer.json()) as PayoutLink);
        return;
      }
      case 'claim':
      case 'cancel link':
      case 'redeliver': {
        const link = links[next.which % Math.max(1, links.length)];
        if (!link) return;
        const at = `/v2/payout-links/${link.id}`;
        if (next.does === 'claim') await claims(server, link, link.user_id === user.id ? user : other);
        else if (next.does === 'cancel link') await server.asPartner('DELETE', at);
        else await post(`/payout-links/${link.id}/redeliver`, {});
        return;
      }
      case 'wait':
        server.clock.advance(next.ms);
        await rescueBatches(server.deps);
        await rescuePayouts(server.deps);
        await server.runDueJobs();
        return;
      case 'lose jobs':
        await server.db.query('delete from test_jobs');
        return;
      case 'double jobs':
        await server.db.query(
          'insert into test_jobs (job, run_at) select job, run_at from test_jobs limit 20',
        );
        return;
    }
  }
}

const stranger = { country_code: '1', phone_number: '2125550142' };

/** Somebody has entered the code, as `payee/authentication` goes on from there. */
async function claims(server: TestServer, { flow_id }: PayoutLink, who: UserRow): Promise<void> {
  await server.db
    .transaction(async (tx) => {
      const flow = (await lockFlow(tx, flow_id)) as FlowRow;
      const user = await lockUser(tx, who.app_id, who.id);
      if (user) await claimLinkOf(server.deps, tx, flow, user);
    })
    .catch((error: unknown) => assert.ok(error instanceof ProblemError));
}

/**
 * Each link's money is in one place: put aside while it is open, given once when it was claimed, and back
 * when it is over. `isOver`: none is open any more.
 */
async function assertLinks(server: TestServer, links: readonly PayoutLink[], isOver = false): Promise<void> {
  let aside = 0;
  let given = 0;
  for (const { id, transfer_id } of links) {
    const answer = await server.asPartner('GET', `/v2/payout-links/${id}`);
    const link = (await answer.json()) as PayoutLink;
    const lines = await entriesOf(server.db, [transfer_id]);
    const on = (account: string) =>
      lines.filter((line) => line.account === account).reduce((sum, { amount }) => sum + amount, 0);
    const isOpen = isClaimable[link.status];
    const isFunded = isOpen && link.status !== 'funds_pending';
    if (isFunded) aside += link.amount;
    if (link.status === 'claimed') given += link.amount;
    assert.deepEqual(
      [on('app_wallet'), on('reserved'), on('user_wallet')],
      isFunded
        ? [-link.amount, link.amount, 0]
        : link.status === 'claimed'
          ? [-link.amount, 0, link.amount]
          : [0, 0, 0],
      `${link.status} of ${link.amount}`,
    );
    assert.ok(!isOver || !isOpen, `a link was left ${link.status}`);
    assert.equal(link.claimed_user_id !== null, link.status === 'claimed');
  }
  const { totals } = await readBooks(server.db);
  assert.equal(totals['reserved'] ?? 0, aside);
  const [row] = await server.db.query<{ given: number }>(
    `select coalesce(-sum(amount), 0)::bigint as given from transfers
     where payout_link_id is not null and type = 'balance' and status = 'completed' and user_id is not null`,
  );
  assert.equal(row?.given, given);
}

/** Each year's totals for tax are what the entries of the books say, whatever New Year came in between. */
async function assertYears(server: TestServer, begun: Date): Promise<void> {
  const last = server.clock.now().getUTCFullYear();
  for (let year = begun.getUTCFullYear(); year <= last; year += 1) {
    const answer = await server.asPartner('GET', `/v2/tax-totals?year=${year}`);
    const { data } = (await answer.json()) as { data: TaxTotal[] };
    assert.deepEqual(
      data
        .map(({ id, gross, exempt, net, withheld }) => ({
          user_id: id,
          left: gross + exempt,
          arrived: net,
          withheld,
        }))
        .sort((a, b) => (a.user_id < b.user_id ? -1 : 1)),
      (await bookedOf(server.db, year)).map((row) => ({ ...row })),
    );
  }
}

/** All that is told about the money is the same. */
async function agree(server: TestServer, begun: Date): Promise<void> {
  const get = async (path: string): Promise<Response> => {
    const answer = await server.asPartner('GET', `/v2${path}`);
    assert.equal(answer.status, 200, path);
    return answer;
  };
  const { totals, ...books } = await readBooks(server.db);
  assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  assert.equal(totals['rail_clearing'] ?? 0, 0, 'something never ended');
  await assertYears(server, begun);
  const [app] = (await (await get('/apps')).json()) as [AppObject];
  assert.equal(Number(app.metrics.wallet_balance), totals['app_wallet']);
  assert.equal(Number(app.metrics.money_out), await paidOut(server.db));

  // The lines sum to what every account has, and are those of the transfers.
  const lines = await everything<Transaction>(get, '/transactions');
  const held = (name: string) =>
    lines.reduce(
      (sum, line) =>
        sum +
        (line.destination_name === name ? line.amount : 0) -
        (line.source_name === name ? line.amount : 0),
      0,
    );
  assert.deepEqual(
    ['App wallet', 'User wallet', 'Fees', 'Outside', 'paypal', 'Bank', 'Payout links', 'Withheld tax'].map(
      held,
    ),
    [
      ...[totals['app_wallet'], totals['user_wallet'] ?? 0, totals['fees'] ?? 0, totals['outside'] ?? 0],
      ...[0, 0, totals['reserved'] ?? 0, totals['withheld'] ?? 0],
    ],
  );
  const transfers = await everything<Transfer>(get, '/transfers');
  // What is withheld lies there until the partner says what became of it, less what was remitted too much.
  const withheld = transfers.reduce((sum, { status, withholding }) => {
    const state = withholding?.state ?? null;
    const parts = withholding?.parts.reduce((all, part) => all + part.withheld, 0) ?? 0;
    assert.equal(withholding?.amount ?? 0, parts);
    if (state === 'held') return sum + parts;
    return state === 'remitted' && status === 'reversed' ? sum - parts : sum;
  }, 0);
  assert.equal(totals['withheld'] ?? 0, withheld);
  assert.deepEqual(
    transfers.flatMap(({ transactions }) => transactions.map(({ id, amount }) => `${id} ${amount}`)).sort(),
    lines
      .filter(({ transfer_id }) => transfer_id !== null)
      .map(({ id, amount }) => `${id} ${amount}`)
      .sort(),
  );

  // Each month begins with what the last one had, and has what the books have.
  let balance = 0;
  let entries = 0;
  for (const month of monthsBetween(begun, server.clock.now())) {
    const path = `/apps/${app.id}/statements/${month}`;
    const said = (await (await get(path)).json()) as Statement;
    assert.equal(said.opening_balance, balance);
    balance += said.totals.reduce((sum, { amount }) => sum + amount, 0);
    assert.equal(said.closing_balance, balance);
    assert.equal(said.days.at(-1)?.balance ?? said.opening_balance, balance);
    const csv = rowsOf(await (await get(`${path}/csv`)).text());
    assert.deepEqual([csv[1]?.[1], csv[1]?.[6]], ['opening_balance', dollars(said.opening_balance)]);
    assert.deepEqual([csv.at(-1)?.[1], csv.at(-1)?.[6]], ['closing_balance', dollars(balance)]);
    const booked = csv.slice(2, -1);
    entries += booked.length;
    for (const { purpose, entries: count, amount } of said.totals) {
      const rows = booked.filter((row) => row[1] === purpose);
      assert.deepEqual(
        [rows.length, rows.reduce((sum, row) => sum + Math.round(Number(row[5]) * 100), 0)],
        [count, amount],
      );
    }
    for (const row of booked) assert.doesNotMatch(row[4] ?? '', /^[=+\-@]/);
    const pdf = await textOf(new Uint8Array(await (await get(`${path}/pdf`)).arrayBuffer()));
    for (const amount of [said.opening_balance, balance, ...said.totals.map((total) => total.amount)])
      assert.ok(pdf.includes(dollars(amount)), `${dollars(amount)} is not in the PDF`);
  }
  assert.equal(balance, totals['app_wallet']);
  const [count] = await server.db.query<{ entries: number }>(
    `select count(*)::int as entries from ledger_entries e join ledger_accounts a on a.id = e.account_id where a.kind = 'app_wallet'`,
  );
  assert.equal(entries, count?.entries);
}

/** Every row of every batch has one result, and no key two transfers. */
async function eachOnce(server: TestServer): Promise<void> {
  const rows = await server.db.query<{ state: string; idempotency_key: string; transfer_id: string | null }>(
    'select state, idempotency_key, transfer_id from payout_batch_items',
  );
  const paid = new Map<string, string>();
  for (const { state, idempotency_key: key, transfer_id } of rows) {
    assert.equal(state, 'ended');
    if (transfer_id === null) continue;
    assert.equal(paid.get(key) ?? transfer_id, transfer_id);
    paid.set(key, transfer_id);
  }
  assert.equal(new Set(paid.values()).size, paid.size);
}

const keyOf = (letter: string): string => `0d9f8d1e-6c1b-4b6f-8a5e-00000000000${letter}`;

/** What left to the world by rails, and did not come back. */
async function paidOut(db: Database): Promise<number> {
  const [row] = await db.query<{ sum: number }>(
    `select coalesce(sum(e.amount), 0)::bigint as sum from ledger_entries e
     join ledger_accounts a on a.id = e.account_id and a.kind = 'outside'
     join ledger_movements m on m.id = e.movement_id
     join transfers t on t.id = m.transfer_id and t.type = 'payout' and m.kind <> 'remitted'`,
  );
  return row?.sum ?? NaN;
}

async function everything<T extends { id: string | number }>(
  get: (path: string) => Promise<Response>,
  path: string,
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1);
    const answer = await get(`${path}?limit=9${last ? `&starting_after=${last.id}` : ''}`);
    const { data, has_more } = (await answer.json()) as { data: T[]; has_more: boolean };
    all.push(...data);
    if (!has_more) return all;
  }
}

function monthsBetween(first: Date, last: Date): string[] {
  const months: string[] = [];
  for (let at = new Date(first); ; at.setUTCMonth(at.getUTCMonth() + 1, 1)) {
    at.setUTCDate(1);
    if (at > last) return months;
    months.push(at.toISOString().slice(0, 7));
  }
}

/** Reads CSV as RFC 4180 has it. */
function rowsOf(text: string): string[][] {
  assert.ok(text.endsWith('\r\n'));
  return text
    .slice(0, -2)
    .split('\r\n')
    .map((row) =>
      [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
}

describe('what is told of the money', () => {
  test('is the same everywhere, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 6, maxLength: 20 }), fc.boolean(), history),
      {
        numRuns: runs,
      },
    );
  });

  test('a month of many entries is told whole', async () => {
    const server = await createTestServer();
    const begun = server.clock.now();
    // Booked by the database itself, because one after the other would take minutes.
    await server.db.transaction(async (tx) => {
      await tx.query(
        `insert into ledger_accounts (id, app_id, kind, created) values (gen_random_uuid(), $1, 'fees', $2)`,
        [server.partner.id, begun],
      );
      await tx.query(
        `insert into ledger_movements (id, app_id, created, kind)
         select gen_random_uuid(), $1, $2, 'refill' from generate_series(1, 2500)`,
        [server.partner.id, begun],
      );
      await tx.query(
        `insert into ledger_entries (app_id, movement_id, account_id, amount)
         select $1, m.id, a.id, m.number * case a.kind when 'fees' then -1 else 1 end
         from ledger_movements m, ledger_accounts a
         where m.app_id = $1 and m.kind = 'refill' and a.app_id = $1 and a.kind in ('app_wallet', 'fees')`,
        [server.partner.id],
      );
    });
    const month = begun.toISOString().slice(0, 7);
    const answer = await server.asPartner('GET', `/v2/apps/${server.partner.id}/statements/${month}/csv`);
    const rows = rowsOf(await answer.text());
    // Besides them the names of the columns, the first money, and both balances.
    assert.equal(rows.length, 2_500 + 4);
    assert.equal(new Set(rows.slice(3, -1).map((row) => row[5])).size, 2_500);
    const [app] = (await (await server.asPartner('GET', '/v2/apps')).json()) as [AppObject];
    assert.equal(rows.at(-1)?.[6], dollars(Number(app.metrics.wallet_balance)));
  });

  test('of a month that is none, or has not begun, there is no statement', async () => {
    const server = await createTestServer();
    for (const month of ['2026-04', '2026-13', '2026-00', '2026-3', '1999-01', 'now', '2026-03-02'])
      for (const form of ['', '/csv', '/pdf']) {
        const path = `/v2/apps/${server.partner.id}/statements/${month}${form}`;
        assert.equal((await server.asPartner('GET', path)).status, 404, path);
      }
    const other = await server.addApp('pk_other', 'sk_other');
    assert.equal((await server.asPartner('GET', `/v2/apps/${other.id}/statements/2026-03`)).status, 404);
  });

  test('a month before the first entry has nothing, and the current one says that it goes on', async () => {
    const server = await createTestServer();
    const read = async (month: string) =>
      (await (
        await server.asPartner('GET', `/v2/apps/${server.partner.id}/statements/${month}`)
      ).json()) as Statement;
    assert.deepEqual(await read('2026-02'), {
      ...{ app_id: server.partner.id, month: '2026-02', currency: 'USD', complete: true },
      ...{ from: '2026-02-01T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' },
      ...{ opening_balance: 0, closing_balance: 0, totals: [], days: [] },
    });
    const { complete, totals, days } = await read('2026-03');
    assert.deepEqual(
      [complete, totals, days],
      [
        false,
        [{ purpose: 'opening', entries: 1, amount: 100_000_000 }],
        [{ date: '2026-03-02', money_in: 100_000_000, money_out: 0, balance: 100_000_000 }],
      ],
    );
  });
});
