import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortenJournal } from '../../../src/server/db/checkpoint.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';
import { freshImage } from './fresh-image.ts';

test('the journal of the embedded database is begun anew', async () => {
  const db = await openPglite(undefined, await freshImage());
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
  await db.close();
});
