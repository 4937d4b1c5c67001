/** Empties a database between two servers of a test file. */
import type { Database } from '../../../src/server/ports/database.ts';

/** The tables are those of the migrations, so they are the same in each database. */
let statement: string | undefined;
let times = 0;

/**
 * Removes all apps and whatever belongs to one. `truncate … cascade` would do it as well, and would make each
 * of some sixty tables and their indexes anew, most of which are empty: it took 35 ms, which is as much as
 * many a test.
 */
export async function emptyTables(db: Database): Promise<void> {
  times += 1;
  // What is deleted stays in the files until somebody makes room.
  if (times % 50 === 0)
    await db.script('truncate apps, idempotency_keys, rate_limits, screening_lists cascade');
  else await db.script((statement ??= await removalOf(db)));
}

/** A table and what refers to it, at any distance. Keys are not looked at: all of them go at once. */
async function removalOf(db: Database): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `with recursive emptied as (
       select c.oid from pg_class c
       where c.oid = any(array['apps', 'idempotency_keys', 'rate_limits', 'screening_lists']::regclass[])
       union
       select k.conrelid from pg_constraint k join emptied e on k.confrelid = e.oid where k.contype = 'f'
     )
     select oid::regclass::text as name from emptied order by 1`,
  );
  return [
    'begin; set local session_replication_role = replica',
    ...tables.map(({ name }) => `delete from ${name}`),
    'commit',
  ].join('; ');
}
