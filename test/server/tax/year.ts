/**
 * A year of payouts to payees of twenty countries in the sandbox, the same for the same seed: forms that
 * match and that do not, work inside and outside the US, claims under treaties, fees, failures, payouts that
 * come back, some of them after New Year, tax that is remitted and released.
 */
import assert from 'node:assert/strict';
import { hasTreaty } from '../../../src/contract/forms/treaties.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import type { Queryable } from '../../../src/server/ports/database.ts';
import { bookRefill } from '../../../src/server/ledger/refills.ts';
import { addMethod, addUser, fileForm } from '../ledger/support.ts';
import { company, foreignCompany, foreigner, person } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

/** All of them are paid by PayPal. */
const countries = [
  ...['US', 'CA', 'MX', 'AU', 'JP', 'NZ', 'PH', 'SG', 'VN', 'DE'],
  ...['FR', 'GB', 'IE', 'IT', 'NL', 'PL', 'SE', 'ES', 'CH', 'RO'],
] as const;

/** A linear congruential generator (Numerical Recipes): the same numbers for the same seed, everywhere. */
function chance(seed: number) {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const below = (most: number) => Math.floor(next() * most);
  return { below, of: <T>(from: readonly T[]): T => from[below(from.length)] as T };
}
type Chance = ReturnType<typeof chance>;

/** Ids in the order in which they are asked for. */
function counted() {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
}

export interface YearOfPayouts {
  readonly server: TestServer;
  readonly users: readonly UserRow[];
  readonly payouts: number;
  /** For what happens afterwards. */
  readonly run: Run;
}

export const playedYear = 2026;

/** Plays the year, and leaves the clock in January of the next one. */
export async function playYear({
  payees,
  seed = 1,
}: {
  payees: number;
  seed?: number;
}): Promise<YearOfPayouts> {
  const by = chance(seed);
  const newId = counted();
  const server = await createTestServer({ config: { withholding: 'deduct' }, deps: { newId } });
  server.clock.set('2026-01-02T09:00:00.000Z');
  const { db, deps, partner: app } = server;
  await db.transaction((tx) => bookRefill(deps, tx, { app, reference: 'year', amount: 2_000_000_000 }));
  const users: UserRow[] = [];
  for (let at = 0; at < payees; at += 1) users.push(await join(server, newId(), at, by));
  const run = { server, users, by, payouts: 0 };
  for (let month = 0; month < 12; month += 1) await payMonth(run, month);
  // These arrive before New Year, and come back only once the clock goes on (`comeBackLate`).
  server.clock.set('2026-12-31T23:59:55.000Z');
  for (const user of users.slice(0, Math.ceil(payees / 10))) await pay(run, user, 1_014 + 100 * by.below(50));
  await goOn(server, 0);
  await goOn(server, 3_500);
  // The rail answers late.
  await db.query('update test_jobs set run_at = $1', ['2027-02-01T00:00:00.000Z']);
  server.clock.set('2027-01-05T09:00:00.000Z');
  return { server, users, payouts: run.payouts, run };
}

/** Payouts of December come back in February, after the returns were made. */
export async function comeBackLate({ server }: Run): Promise<void> {
  server.clock.set('2027-02-02T09:00:00.000Z');
  await server.runDueJobs();
}

async function join(server: TestServer, id: string, at: number, by: Chance): Promise<UserRow> {
  const country = countries[at % countries.length] ?? 'US';
  const user = await addUser(server, { id, country, phone_e164: `+1415${String(5_000_000 + at)}` });
  await addMethod(server, user, { platform: 'paypal', email: `payee${at}@example.com` });
  if (country === 'US') {
    const form = by.of([person, person, company, { ...company, tax_classification: 'c_corporation' }]);
    await fileForm(server, user, {}, form);
    return user;
  }
  const place = by.of([
    { place_of_work: 'inside' },
    { place_of_work: 'outside' },
    { place_of_work: 'both', us_work_percent: 1 + by.below(99) },
  ]);
  const lives = {
    ...{ country, citizenship_country: country, city: 'Sampletown', postcode: '', state: '' },
    ...{ foreign_tax_id: '', no_foreign_tax_id: true, place_of_birth: 'Sampletown' },
  };
  const claim = {
    ...{ claims_treaty: true, tax_treaty_country: country, tax_treaty_citation: 'Article 12' },
    ...{ tax_treaty_rate: by.of([0, 0.05, 0.1]), tax_treaty_income_type: by.of(['copyright12', 'patent10']) },
    us_tax_id: '912-70-1234',
  };
  if (country === 'DE' && by.below(3) === 0) await fileForm(server, user, place, foreignCompany);
  else if (hasTreaty(country) && by.below(2) === 0)
    await fileForm(server, user, { ...lives, ...place, ...claim }, foreigner);
  else await fileForm(server, user, { ...lives, ...place }, foreigner);
  return user;
}

interface Run {
  readonly server: TestServer;
  readonly users: readonly UserRow[];
  readonly by: Chance;
  payouts: number;
}

async function payMonth(run: Run, month: number): Promise<void> {
  const { server, users, by } = run;
  server.clock.set(new Date(Date.UTC(playedYear, month, 10 + by.below(10), 12)));
  for (const user of users) {
    // Whole dollars arrive, .13 fails, .14 comes back.
    const ending = by.of([0, 0, 0, 0, 0, 7, 33, 51, 68, 75, 82, 99, 13, 14]);
    await pay(run, user, 1_000 + 100 * by.below(600) + ending);
  }
  await goOn(server, 4_000);
  await endOfHeld(run);
  await goOn(server, 4_000);
}

async function pay(run: Run, user: UserRow, amount: number): Promise<void> {
  const { server, by } = run;
  const answer = await server.asPartner('POST', '/v2/payouts', {
    ...{ user_id: user.id, amount, platform: 'paypal', fund: true },
    ...{ income_type: by.of(['services', 'services', 'royalties', 'other']) },
    payout_fee_party: by.of(['user', 'platform']),
    ...(by.below(12) === 0 && { tax_exempt: true }),
  });
  const { error_code: refusal } = (await answer.json()) as { error_code?: string };
  // After three payouts in a row that came back, nothing more is sent there.
  if (refusal === 'payout-method-paused') return;
  assert.equal(answer.status, 201, refusal);
  run.payouts += 1;
}

/** Remits most of what was kept back, and releases a few. */
async function endOfHeld({ server, by }: Run): Promise<void> {
  const answer = await server.asPartner('GET', '/v2/transfers?withholding=held&status=completed&limit=50');
  const { data } = (await answer.json()) as { data: Transfer[] };
  for (const { id } of data) {
    const end = by.of(['remit', 'remit', 'remit', 'release']);
    await server.asPartner('POST', `/v2/transfers/${id}/withholding/${end}`, {});
  }
}

async function goOn(server: TestServer, ms: number): Promise<void> {
  server.clock.advance(ms);
  await server.runDueJobs();
}

/** What the entries of the books say of each user's payouts that arrived in the year and stayed. */
export interface BookedYear {
  readonly user_id: string;
  readonly left: number;
  readonly arrived: number;
  readonly withheld: number;
}

/** Sums entries alone: what was booked when payouts began and arrived, unless it was taken back. */
export function bookedOf(db: Queryable, year: number): Promise<BookedYear[]> {
  return db.query<BookedYear & Record<string, unknown>>(
    `select a.user_id,
       -coalesce(sum(e.amount) filter (where e.account_id = a.id and m.kind = 'payout'), 0)::bigint as left,
       coalesce(sum(e.amount) filter (where o.kind = 'outside' and m.kind = 'settled'), 0)::bigint as arrived,
       coalesce(sum(e.amount) filter (where o.kind = 'withheld' and m.kind = 'payout'), 0)::bigint as withheld
     from ledger_accounts a
     join ledger_entries mine on mine.account_id = a.id and mine.amount < 0
     join ledger_movements paid on paid.id = mine.movement_id and paid.kind = 'payout'
     join ledger_movements m on m.transfer_id = paid.transfer_id and m.kind in ('payout', 'settled')
     join ledger_entries e on e.movement_id = m.id
     join ledger_accounts o on o.id = e.account_id
     where a.kind = 'user_wallet' and exists (select from ledger_movements s where s.transfer_id = paid.transfer_id and s.kind = 'settled'
         and s.created >= $1 and s.created < $2)
       and not exists (select from ledger_movements r where r.transfer_id = paid.transfer_id and r.kind = 'reversed')
     group by a.user_id order by a.user_id`,
    [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))],
  );
}
