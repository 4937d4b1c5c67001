/**
 * `npx tsx tools/bench/server/growth.ts [most]` shows what becomes slower as a database grows: each call on
 * 10³ rows, 10⁴, and so on up to `most` (10⁶ on PostgreSQL, when TEST_DATABASE_URL names one, and 10⁴ on
 * the embedded database). What counts is the ratio to the smallest. The size is that of the largest tables:
 * deliveries, messages, and entries of the books. A tenth as many payees belong to them.
 */
import { openPg } from '../../../src/server/db/pg.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { createOwn } from '../../../test/server/db/databases.ts';
import { calls, type Filled } from './calls.ts';
import { journey } from './journey.ts';
import { leaveMore, makeRare } from './more-rows.ts';
import { clean, copyPayees, growing } from './rows.ts';
import { served } from './served.ts';
import { watched, type Plan } from './watch.ts';

const rounds = 9;

/** Fills an empty database, and returns whom to ask about in it. */
export async function fill(db: Database, copies: number): Promise<Filled> {
  // Nothing that anybody does here is as old as what is swept.
  const server = await served(db, new Date());
  const { id: endpointId } = await server.call('POST', '/webhook-endpoints', {
    url: 'https://shop.example/',
  });
  const payee = await journey(server);
  await leaveMore(server, payee);
  await server.runJobs();
  await copyPayees(db, copies);
  await makeRare(db);
  // Of those who were deleted long ago nothing is left to remove.
  await sweep(db, server.deps.clock.now());
  await clean(db);
  return { server, payee, copies, endpointId };
}

/** What one call asks: blocks and rows in all, and the growing tables that it goes through. */
export interface Asked {
  readonly name: string;
  readonly blocks: number;
  readonly rows: number;
  readonly scans: readonly string[];
}

/** Makes every call once, and looks at its statements. */
export async function look(
  db: Database,
  filled: Filled,
  { page, asIfLarge }: { readonly page?: number; readonly asIfLarge?: boolean } = {},
): Promise<Asked[]> {
  const grows = await growing(db);
  let plans: Plan[] = [];
  const { deps } = filled.server;
  const server = await served(
    watched(db, (plan) => void plans.push(plan), asIfLarge),
    deps.clock.now(),
  );
  const asked: Asked[] = [];
  for (const { name, run } of calls({ ...filled, server }, page)) {
    plans = [];
    await run(0);
    asked.push({
      name,
      blocks: plans.reduce((sum, plan) => sum + plan.blocks, 0),
      rows: plans.reduce((sum, plan) => sum + plan.rows, 0),
      scans: [...new Set(plans.flatMap(({ scans }) => scans))].filter((table) => grows.has(table)),
    });
  }
  await server.boss.stop();
  return asked;
}

/** Milliseconds, by the name of the call: the median. */
async function time(filled: Filled): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const { name, run } of calls(filled)) {
    const taken: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const from = performance.now();
      await run(round);
      taken.push(performance.now() - from);
    }
    times.set(name, taken.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN);
  }
  return times;
}

/** `url`: of a PostgreSQL, where a database of its own is made; without it the embedded database. */
export async function growth(url?: string, most = url ? 1_000_000 : 10_000): Promise<void> {
  const sizes: { size: number; times: Map<string, number>; asked: Asked[] }[] = [];
  // The smallest comes twice: the first time, everything is asked for the first time.
  for (const size of [1000, 1000, 10_000, 100_000, 1_000_000].filter((rows) => rows <= most)) {
    const own = url === undefined ? null : await createOwn(url);
    const db = own ? openPg({ connectionString: own.url }) : await openPglite();
    try {
      const from = performance.now();
      const filled = await fill(db, size / 10);
      console.log(`${size} rows: filled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
      // Each is asked as it is after a while, with what it needs in memory.
      const times = await time(filled);
      sizes.push({ size, times, asked: await look(db, filled) });
      await filled.server.boss.stop();
    } finally {
      await db.close();
      await own?.remove();
    }
  }
  print(sizes.slice(1));
}

function print(sizes: readonly { size: number; times: Map<string, number>; asked: Asked[] }[]): void {
  const [first] = sizes;
  const last = sizes.at(-1);
  if (!first || !last) return;
  const head = sizes.map(({ size }) => size.toExponential(0).replace('e+', '0^').padStart(8)).join('');
  console.log(`\n${'ms, and ratios to it'.padEnd(58)}${head}   blocks            goes through`);
  for (const [at, { name, scans }] of last.asked.entries()) {
    const base = first.times.get(name) ?? Number.NaN;
    const cells = sizes.map(({ times }, place) => {
      const ms = times.get(name) ?? Number.NaN;
      return (place === 0 ? ms.toFixed(1) : `${(ms / base).toFixed(1)}×`).padStart(8);
    });
    const blocks = `${first.asked[at]?.blocks} → ${last.asked[at]?.blocks}`;
    console.log(`${name.slice(0, 57).padEnd(58)}${cells.join('')}   ${blocks.padEnd(17)} ${scans.join(' ')}`);
  }
}
