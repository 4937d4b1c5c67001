/** Lets only one process at a time set up what they share: the tables of the job queue, the first app. */
import type { Database } from '../ports/database.ts';

/**
 * Runs `work` while no other process on this database runs work of that name. The lock ends with a
 * transaction, so it works behind a pooler, and a process that dies does not keep it. `work` uses other
 * connections.
 */
export async function oneAtATime<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> {
  // PGlite belongs to one process (`start/lock-data-dir.ts`), and has one connection.
  if (db.kind === 'pglite') return work();
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let begin = () => {};
  const locked = new Promise<void>((resolve) => (begin = resolve));
  const holding = db.transaction(async (tx) => {
    await tx.script('set local statement_timeout = 0; set local lock_timeout = 0');
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || current_schema(), 0))`, [
      `dots-flow ${name} `,
    ]);
    begin();
    await ended;
  });
  try {
    await Promise.race([locked, holding]);
    return await work();
  } finally {
    end();
    await holding;
  }
}
