/**
 * What users were paid in a year or a quarter.
 *
 * A payment counts in the year in which the payout arrived: the payee has it then without restriction
 * (Treas. Reg. §1.6041-1(h), §1.446-1(c)(1)(i)). A payout that comes back is no payment, so it leaves the
 * year in which it had arrived, whenever it comes back. Where that year was filed already, the next run of
 * returns corrects it (General Instructions for Certain Information Returns, part H, “error type 1”).
 * Whether a form is due (`due.ts`) goes by the day on which a payout is made, which is sooner or the same.
 */
import type { TaxPart, TaxTotal } from '../../contract/money/tax-totals.ts';
import { platformRules } from '../../contract/tax/platform-rules.ts';
import { isAmong } from '../../contract/forms/countries.ts';
import { csvLine, dollars } from '../language/csv.ts';
import { partsPaid, usersPaid } from '../db/tax-totals.ts';
import type { PaidPart, Span } from '../db/tax-totals.ts';
import type { Page, PageRequest } from '../db/pages.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { chapterOf } from './chapters.ts';
import { countryOf } from './residence.ts';

export interface Period {
  readonly year: number;
  readonly quarter?: number | undefined;
}

/** How many users are read at one time. */
const atOnce = 500;

export function spanOf({ year, quarter }: Period): Span {
  const first = quarter === undefined ? 0 : 3 * (quarter - 1);
  const months = quarter === undefined ? 12 : 3;
  return { from: new Date(Date.UTC(year, first)), to: new Date(Date.UTC(year, first + months)) };
}

/** Returns a page of the users who were paid then, with their sums. Null: the named user is not one. */
export async function taxTotals(
  deps: Pick<Deps, 'clock'>,
  db: Queryable,
  appId: string,
  period: Period,
  request: PageRequest,
): Promise<Page<TaxTotal> | null> {
  const span = spanOf(period);
  const elsewhere = period.quarter === undefined ? period.year : null;
  const page = await usersPaid(db, appId, { ...span, elsewhere }, request);
  if (!page) return null;
  const ids = page.data.map(({ id }) => id);
  const byUser = grouped(await partsPaid(db, ids, span), ({ user_id }) => user_id);
  const complete = span.to <= deps.clock.now();
  return {
    data: page.data.map((user) => totalOf(user, period, complete, byUser.get(user.id) ?? [])),
    has_more: page.has_more,
  };
}

/** Yields the sums of everybody who was paid then, page by page. */
export async function* pagesOfTotals(
  deps: Pick<Deps, 'clock'>,
  db: Queryable,
  appId: string,
  period: Period,
): AsyncGenerator<TaxTotal[]> {
  let after: string | undefined;
  for (;;) {
    const page = await taxTotals(deps, db, appId, period, { limit: atOnce, starting_after: after });
    yield page?.data ?? [];
    after = page?.data.at(-1)?.id;
    if (!page?.has_more) return;
  }
}

function totalOf(user: UserRow, period: Period, complete: boolean, rows: readonly PaidPart[]): TaxTotal {
  const sum = (of: (row: PaidPart) => number, among = rows) =>
    among.reduce((cents, row) => cents + of(row), 0);
  const [gross, exempt] = [
    sum((row) => row.gross, rows.filter(isIncome)),
    sum(
      (row) => row.gross,
      rows.filter((row) => !isIncome(row)),
    ),
  ];
  const [withheld, fees] = [sum((row) => row.withheld), sum((row) => row.fees)];
  const { year, quarter = null } = period;
  return {
    ...{ id: user.id, year, quarter, complete, payouts: sum((row) => row.payouts), gross, exempt, withheld },
    withheld_elsewhere: sum((row) => row.withheld_elsewhere),
    released: sum((row) => row.released),
    ...{ fees, net: gross + exempt - withheld - fees },
    paid_elsewhere: quarter === null ? paidElsewhere(user, year) : 0,
    parts: partsOf(rows),
    quarters: quartersOf(rows),
    regimes: regimesOf(user, year),
  };
}

/** Node 20 has no `Map.groupBy`. */
function grouped<K>(rows: readonly PaidPart[], by: (row: PaidPart) => K): Map<K, PaidPart[]> {
  const groups = new Map<K, PaidPart[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return groups;
}

const isIncome = ({ income_type }: PaidPart): boolean => income_type !== null;

/** The quarters of a year have the same parts, which are summed. */
function partsOf(rows: readonly PaidPart[]): TaxPart[] {
  const parts = new Map<string, TaxPart>();
  for (const row of rows) {
    const { income_type, source, rate, reason } = row;
    const key = [income_type, source, rate, reason].join(' ');
    const known = parts.get(key);
    const plus = (name: 'gross' | 'us_gross' | 'withheld' | 'withheld_elsewhere' | 'released') =>
      (known?.[name] ?? 0) + row[name];
    parts.set(key, {
      ...{ income_type, source, us_gross: income_type === null ? 0 : plus('us_gross') },
      ...{ chapter: chapterOf(reason), rate, reason, gross: plus('gross'), withheld: plus('withheld') },
      ...{ withheld_elsewhere: plus('withheld_elsewhere'), released: plus('released') },
    });
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}

function quartersOf(rows: readonly PaidPart[]): TaxTotal['quarters'] {
  const byQuarter = grouped(rows, ({ quarter }) => quarter);
  return [...byQuarter]
    .sort(([a], [b]) => a - b)
    .map(([quarter, all]) => {
      const sum = (of: (row: PaidPart) => number, among = all) =>
        among.reduce((cents, row) => cents + of(row), 0);
      const [withheld, fees] = [sum((row) => row.withheld - row.released), sum((row) => row.fees)];
      const gross = sum((row) => row.gross, all.filter(isIncome));
      return {
        ...{ quarter, consideration: gross - withheld - fees, payouts: sum((row) => row.payouts) },
        ...{ fees, withheld },
      };
    });
}

const paidElsewhere = ({ adjustments_1099: said }: UserRow, year: number): number =>
  said.reduce((sum, one) => sum + (one.form === '1099-NEC' && one.year === year ? one.amount : 0), 0);

const regimesOf = (user: UserRow, year: number): TaxTotal['regimes'] => {
  const country = countryOf(user);
  return platformRules
    .filter(({ from, countries }) => country !== null && from <= year && isAmong(countries, country))
    .map(({ regime }) => regime);
};

const amounts = ['gross', 'us_gross', 'withheld', 'withheld_elsewhere', 'released', 'fees'] as const;
const labels = ['user_id', 'year', 'quarter', 'income_type', 'source', 'chapter', 'rate', 'reason'] as const;

/** Yields the same as CSV, a line for each quarter, type of income, source and rate. */
export async function* totalsCsv(
  { db }: Pick<Deps, 'db'>,
  appId: string,
  period: Period,
): AsyncGenerator<string> {
  yield csvLine([...labels, ...amounts.map((name) => `${name}_usd`), 'payouts']);
  const span = spanOf(period);
  let after: string | undefined;
  for (;;) {
    const page = await usersPaid(db, appId, span, { limit: atOnce, starting_after: after });
    const ids = page?.data.map(({ id }) => id) ?? [];
    const byUser = grouped(await partsPaid(db, ids, span), ({ user_id }) => user_id);
    yield ids.flatMap((id) => (byUser.get(id) ?? []).map((row) => lineOf(row, period.year))).join('');
    after = ids.at(-1);
    if (!page?.has_more) return;
  }
}

function lineOf(row: PaidPart, year: number): string {
  const { user_id, quarter, income_type, source, rate, reason } = row;
  const us_gross = income_type === null ? 0 : row.us_gross;
  return csvLine([
    ...[user_id, String(year), String(quarter), income_type ?? 'exempt', source ?? ''],
    ...[chapterOf(reason) ?? '', rate === null ? '' : String(rate), reason ?? ''],
    ...amounts.map((name) => dollars(name === 'us_gross' ? us_gross : row[name])),
    String(row.payouts),
  ]);
}
