/** What is asked of the database costs as much when there are many rows as when there are few. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { migrate } from '../../../src/server/db/migrate.ts';
import type { Database, Row } from '../../../src/server/ports/database.ts';
import { fill, look, type Asked } from '../../../tools/bench/server/growth.ts';
import { growing, small } from '../../../tools/bench/server/rows.ts';
import { databases } from './databases.ts';

interface Reference {
  readonly from: string;
  readonly columns: string[];
  readonly to: string;
  readonly indexed: boolean;
}

/**
 * All references between tables. One is indexed when an index begins with a column of it and has every row
 * that refers to something.
 */
const references = (db: Database): Promise<Reference[]> =>
  db.query<Reference & Row>(
    `select f.conrelid::regclass::text as "from", f.confrelid::regclass::text as "to",
       array(select attname::text from pg_attribute where attrelid = f.conrelid and attnum = any(f.conkey)) as columns,
       exists (
         select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = f.conrelid and a.attnum = any(f.conkey) and a.attname <> 'app_id'
           and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname))
       ) as indexed
     from pg_constraint f where f.contype = 'f' and f.connamespace = current_schema()::regnamespace
     order by 1, 2`,
  );

for (const { name, open } of databases) {
  describe(`on ${name}`, () => {
    let db: Database;
    before(async () => {
      db = await open();
      await migrate(db);
    });
    after(() => db.close());

    test('every table is small, or has been thought of as one that grows', async () => {
      const tables = await db.query<{ name: string }>(
        'select table_name as name from information_schema.tables where table_schema = current_schema()',
      );
      const grows = await growing(db);
      const rest = tables.map((table) => table.name).filter((table) => !grows.has(table));
      assert.deepEqual(rest.sort(), [...small].sort());
    });

    test('a row that is referred to is deleted without a search through a table that grows', async () => {
      const all = await references(db);
      assert.ok(all.length > 30, 'no references were found');
      // Apps and templates are never deleted; endpoints are, and have deliveries.
      const goes = ({ from, to }: Reference) =>
        !small.has(from) && (!small.has(to) || to === 'webhook_endpoints');
      assert.deepEqual(
        all
          .filter((one) => goes(one) && !one.indexed)
          .map(({ from, columns }) => `${from} (${columns.join(', ')})`),
        [],
      );
    });
  });

  describe(`every call, on ${name}`, () => {
    const sizes: Asked[][] = [];
    const empty: string[] = [];
    before(async () => {
      for (const copies of [150, 600]) {
        const db = await open();
        const filled = await fill(db, copies);
        for (const table of (await growing(db)).keys())
          if ((await db.query(`select 1 from "${table}" limit 1`)).length === 0) empty.push(table);
        sizes.push(await look(db, filled, { page: 10, asIfLarge: true }));
        await filled.server.boss.stop();
        await db.close();
      }
    });

    // Going through an empty table costs nothing, so the planner does it whatever indexes there are.
    test('finds rows in every table that grows', () => assert.deepEqual(empty, []));

    test('goes through no table that grows', () => {
      const [, large = []] = sizes;
      assert.ok(large.length > 40);
      assert.deepEqual(
        large.filter(({ scans }) => scans.length > 0).map((call) => `${call.name}: ${call.scans.join(', ')}`),
        [],
      );
    });

    test('looks at as many rows of four times as many payees', () => {
      const [few = [], many = []] = sizes;
      const more = many.flatMap(({ name: call, rows }, at) => {
        const least = few[at]?.rows ?? 0;
        return rows > 1.2 * least + 20 ? [`${call}: ${least} → ${rows}`] : [];
      });
      assert.deepEqual(more, []);
    });
  });
}
