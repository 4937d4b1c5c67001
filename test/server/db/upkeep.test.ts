import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { upsertApp } from '../../../src/server/db/apps.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';
import { shortenJournal, tidyTables } from '../../../src/server/db/upkeep.ts';
import { findUserByPhone, insertUser } from '../../../src/server/db/users.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { migratedImage } from './fresh-image.ts';

let db: Database;

before(async () => {
  db = await openPglite(undefined, await migratedImage());
});
after(() => db.close());

test('the journal of the embedded database is begun anew', async () => {
  const sinceCheckpoint = async () => {
    const [row] = await db.query<{ bytes: number }>(
      'select (pg_current_wal_insert_lsn() - redo_lsn)::int8 as bytes from pg_control_checkpoint()',
    );
    return row?.bytes ?? 0;
  };
  await db.script('create table filled (pad text)');
  await db.script(`insert into filled select repeat(md5(n::text), 30) from generate_series(1, 2000) n`);
  const before = await sinceCheckpoint();
  assert.ok(before > 1_000_000, String(before));
  await shortenJournal(db);
  const after = await sinceCheckpoint();
  assert.ok(after < 10_000, String(after));
});

describe('tables of the embedded database', () => {
  /** How the engine goes about a statement that it keeps. */
  async function planOf(part: string, params: string): Promise<string> {
    const [kept] = await db.query<{ name: string }>(
      `select name from pg_prepared_statements where position($1 in statement) > 0 and name <> ''
       order by prepare_time limit 1`,
      [part],
    );
    const rows = await db.query<{ 'QUERY PLAN': string }>(`explain execute ${kept?.name} (${params})`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  test('a statement that was planned when a table was empty is planned anew', async () => {
    for (let round = 0; round < 10; round += 1) await findUserByPhone(db, randomUUID(), '+12015550123');
    const app = await upsertApp(db, {
      ...{ id: randomUUID(), created: new Date(), name: 'Acme', client_id: 'acme', allowed_origins: [] },
      ...{ support_email: null, support_url: null, privacy_url: null, terms_url: null },
    });
    await db.transaction(async (tx) => {
      for (let n = 0; n < 3000; n += 1)
        await insertUser(tx, {
          ...{ id: randomUUID(), app_id: app.id, created: new Date(), first_name: null, last_name: null },
          ...{ email: null, country: null, phone_e164: `+1${2_000_000_000 + n}`, calling_code: '1' },
          ...{ phone_verified: false, ofac_status: 'unflagged', metadata: null },
        });
    });
    const plan = () => planOf('phone_e164 = $2', `'${app.id}', '+12015550123'`);
    // It reads every user of the app.
    assert.match(await plan(), /Filter: .*phone_e164/);
    await tidyTables(db);
    assert.match(await plan(), /Index Cond: .*phone_e164/);
  });

  test('the room of rows that were changed is used again', async () => {
    await db.script('create table changing (n integer primary key, pad text)');
    await db.script(`insert into changing select n, repeat('x', 500) from generate_series(1, 1000) n`);
    const change = async () => {
      // A changed key is a new row in a new place.
      await db.query('update changing set n = n + 10000');
      await tidyTables(db);
      const [row] = await db.query<{ bytes: number }>(`select pg_relation_size('changing')::int8 as bytes`);
      return row?.bytes ?? 0;
    };
    await change();
    const second = await change();
    for (let round = 0; round < 5; round += 1) await change();
    assert.equal(await change(), second);
  });

  test('what has not changed is left alone', async () => {
    await db.script('create table resting (n integer)');
    await db.script('insert into resting select n from generate_series(1, 1000) n');
    const tidied = async () => {
      const [row] = await db.query<{ times: number }>(
        `select (analyze_count + vacuum_count)::int4 as times from pg_stat_user_tables where relname = 'resting'`,
      );
      return row?.times;
    };
    await tidyTables(db);
    assert.equal(await tidied(), 1);
    await db.query('insert into resting values (0)');
    await tidyTables(db);
    assert.equal(await tidied(), 1);
  });
});
