/** Reads what is told of a year in every way, and holds it against the entries of the books. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { TaxReturn } from '../../../src/contract/money/tax-returns.ts';
import type { TaxTotal } from '../../../src/contract/money/tax-totals.ts';
import { readBooks } from '../ledger/support.ts';
import type { TestServer } from '../support.ts';
import { bookedOf, comeBackLate, playedYear } from './year.ts';
import type { YearOfPayouts } from './year.ts';

export const payer = {
  ...{ name: 'Acme Market Inc', tin: '12-3456789', line_1: '1 Market Street', city: 'Springfield' },
  ...{ state: 'IL', postcode: '62701', phone: '2175550100' },
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Returns every total of the year, in pages. */
async function totalsOf(server: TestServer, query: string): Promise<TaxTotal[]> {
  const all: TaxTotal[] = [];
  for (;;) {
    const after = all.length > 0 ? `&starting_after=${all.at(-1)?.id}` : '';
    const answer = await server.asPartner('GET', `/v2/tax-totals?${query}&limit=100${after}`);
    const page = (await answer.json()) as { data: TaxTotal[]; has_more: boolean };
    all.push(...page.data);
    if (!page.has_more) return all;
  }
}

const textOf = async (server: TestServer, path: string): Promise<string> => {
  const answer = await server.asPartner('GET', `/v2${path}`);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

/** A line of a CSV without quoted commas in the columns that are asked for. */
function columnSum(csv: string, name: string): number {
  const [head = '', ...lines] = csv.trimEnd().split('\r\n');
  const at = head.split(',').indexOf(name);
  assert.ok(at >= 0, name);
  return sum(lines.map((line) => Math.round(Number(line.split(',')[at]) * 100)));
}

export interface Audited {
  readonly payouts: number;
  readonly users: number;
  readonly gross: number;
  readonly withheld: number;
  readonly returns: readonly string[];
  readonly corrections: number;
  /** SHA-256 of everything that was downloaded, in its order. */
  readonly bytes: string;
}

/** Throws where a sum differs. Ends with a payout of the year that comes back, and the runs after it. */
export async function auditYear({ server, users, payouts, run }: YearOfPayouts): Promise<Audited> {
  const query = `year=${playedYear}`;
  const totals = await totalsOf(server, query);
  await assertBooked(server, totals);
  const csv = await textOf(server, `/tax-totals/csv?${query}`);
  assert.equal(csv, await textOf(server, `/tax-totals/csv?${query}`));
  for (const name of ['withheld', 'released', 'fees'] as const)
    assert.equal(columnSum(csv, `${name}_usd`), sum(totals.map((total) => total[name])), name);
  assert.equal(columnSum(csv, 'gross_usd'), sum(totals.map(({ gross, exempt }) => gross + exempt)));
  assert.equal(columnSum(csv, 'payouts') / 100, sum(totals.map((total) => total.payouts)));
  await assertQuarters(server, totals);

  const hash = createHash('sha256').update(csv);
  const made: string[] = [];
  let corrections = 0;
  const runs = async () => {
    for (const form of ['1099-nec', '1099-misc', '1042-s'] as const) {
      const returns = await makeRun(server, form);
      corrections += returns.corrections;
      made.push(`${form} ${returns.originals} ${returns.corrections} ${returns.without_number}`);
      for (const kind of ['original', 'corrected']) {
        const file = await textOf(server, `/tax-returns/${returns.id}/csv?kind=${kind}`);
        assert.equal(file, await textOf(server, `/tax-returns/${returns.id}/csv?kind=${kind}`));
        const count = kind === 'original' ? returns.originals : returns.corrections;
        assert.equal(file.split('\r\n').length, count + 2);
        hash.update(file);
      }
    }
  };
  await runs();
  await comeBackLate(run);
  const after = await totalsOf(server, query);
  await assertBooked(server, after);
  await runs();
  // Nothing has changed since, so nothing is left to make.
  for (const form of ['1099-nec', '1099-misc', '1042-s'] as const) {
    const { originals, corrections: more } = await makeRun(server, form);
    assert.deepEqual([originals, more], [0, 0], form);
  }
  return {
    ...{ payouts, users: users.length, returns: made, corrections, bytes: hash.digest('hex') },
    gross: sum(after.map(({ gross }) => gross)),
    withheld: sum(after.map(({ withheld }) => withheld)),
  };
}

async function makeRun(server: TestServer, form: string): Promise<TaxReturn> {
  const answer = await server.asPartner('POST', '/v2/tax-returns', { year: playedYear, form, payer });
  assert.equal(answer.status, 201, await answer.clone().text());
  return (await answer.json()) as TaxReturn;
}

async function assertBooked(server: TestServer, totals: readonly TaxTotal[]): Promise<void> {
  const { totals: _, ...books } = await readBooks(server.db);
  assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  const told = totals.map(({ id, gross, exempt, net, withheld }) => ({
    ...{ user_id: id, left: gross + exempt, arrived: net, withheld },
  }));
  const booked = await bookedOf(server.db, playedYear);
  assert.deepEqual(
    told.sort((a, b) => (a.user_id < b.user_id ? -1 : 1)),
    booked.map((row) => ({ ...row })),
  );
  for (const { parts, gross, exempt, withheld } of totals) {
    assert.equal(sum(parts.map((part) => part.gross)), gross + exempt);
    assert.equal(sum(parts.map((part) => part.withheld)), withheld);
  }
}

/** The quarters sum to the year. */
async function assertQuarters(server: TestServer, totals: readonly TaxTotal[]): Promise<void> {
  const quarters = [];
  for (const quarter of [1, 2, 3, 4])
    quarters.push(...(await totalsOf(server, `year=${playedYear}&quarter=${quarter}`)));
  for (const name of ['gross', 'exempt', 'withheld', 'released', 'fees', 'net', 'payouts'] as const)
    assert.equal(sum(quarters.map((total) => total[name])), sum(totals.map((total) => total[name])), name);
  assert.equal(
    sum(totals.flatMap((total) => total.quarters.map(({ consideration }) => consideration))),
    sum(totals.map(({ gross, withheld, released, fees }) => gross - withheld + released - fees)),
  );
}
