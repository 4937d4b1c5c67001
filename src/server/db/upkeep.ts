/**
 * What PostgreSQL has processes of its own for, and the embedded database has not: its checkpointer and its
 * autovacuum (PostgreSQL's manual, "Routine Database Maintenance Tasks").
 */
import type { Database } from '../ports/database.ts';

/**
 * Writes into the tables what is in the journal alone, so that the journal is begun anew. It would grow by
 * all that is written until the server is stopped, and be read as a whole when it was killed.
 */
export async function shortenJournal(db: Database): Promise<void> {
  if (db.kind === 'pglite') await db.script('checkpoint');
}

/**
 * Makes room of dead rows, and counts the rows anew, in each table of which a good part has changed since:
 * the thresholds are those of autovacuum. A table would become longer with every change of a row, and a kept
 * statement would go on reading a whole table, as was right when the table was empty: a statement is planned
 * again only when the rows were counted again.
 *
 * Each table is a statement of its own, and others are answered in between.
 */
export async function tidyTables(db: Database): Promise<void> {
  if (db.kind !== 'pglite') return;
  // What changed in the last second is counted, too.
  await db.query('select pg_stat_force_next_flush()');
  const due = await db.query<{ tidy: string }>(
    `select format(case when is_full then 'vacuum (analyze) %I.%I' else 'analyze %I.%I' end, schemaname, relname) as tidy
     from (
       select schemaname, relname, n_mod_since_analyze > 50 + 0.1 * n_live_tup as is_other,
         n_dead_tup > 50 + 0.2 * n_live_tup or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup as is_full
       from pg_stat_user_tables
     ) tables where is_other or is_full`,
  );
  for (const { tidy } of due) await db.script(tidy);
}
