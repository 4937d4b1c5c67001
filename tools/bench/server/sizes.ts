/**
 * `TEST_DATABASE_URL=… npx tsx tools/bench/server/sizes.ts [payees]` says how many bytes of the database
 * belong to one payee who has gone through everything in the US and was paid once, with one receiver of
 * webhooks: tables with their indexes, as they are after 10,000 such payees.
 */
import { openPg } from '../../../src/server/db/pg.ts';
import { createOwn } from '../../../test/server/db/databases.ts';
import { journey } from './journey.ts';
import { copyPayees, growing } from './rows.ts';
import { served } from './served.ts';

const [payees = 10_000] = process.argv.slice(2).map(Number);
const own = await createOwn(process.env['TEST_DATABASE_URL'] ?? '');
const db = openPg({ connectionString: own.url });
const server = await served(db, new Date());
await server.call('POST', '/webhook-endpoints', { url: 'https://shop.example/' });
await journey(server);
await copyPayees(db, payees);

const sizes: { table: string; rows: number; heap: number; all: number }[] = [];
for (const table of (await growing(db)).keys()) {
  const [row] = await db.query<{ rows: number; heap: number; all: number }>(
    `select (select count(*)::int from "${table}") as rows, pg_table_size('${table}') as heap,
       pg_total_relation_size('${table}') as "all"`,
  );
  if (row && row.rows > 0) sizes.push({ table, ...row });
}
const each = (bytes: number) => (bytes / payees).toFixed(0).padStart(8);
for (const { table, rows, heap, all } of sizes.sort((a, b) => b.all - a.all))
  console.log(
    `${table.padEnd(22)}${(rows / payees).toFixed(1).padStart(6)} rows${each(heap)}${each(all)} bytes`,
  );
const sum = (of: 'heap' | 'all') => sizes.reduce((bytes, size) => bytes + size[of], 0);
console.log(`${'in all'.padEnd(33)}${each(sum('heap'))}${each(sum('all'))} bytes, with indexes the second`);
await server.boss.stop();
await db.close();
await own.remove();
process.exit();
