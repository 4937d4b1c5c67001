/**
 * Lets pg-boss run on our database port. A few statements here touch its tables, because pg-boss has no calls
 * for them.
 */
import type PgBoss from 'pg-boss';
import type { Database, Queryable } from '../ports/database.ts';

export const bossSchema = 'pgboss';

/** Runs pg-boss's own statements on our database. */
export function bossDatabase(db: Database): PgBoss.Db {
  return {
    async executeSql(sql, values) {
      if (values && values.length > 0) return { rows: await db.query(sql, values) };
      // pg-boss wraps some scripts in BEGIN and COMMIT. If such a script failed as it is, the session would
      // stay inside a broken transaction. Run as a transaction of ours, it is rolled back.
      const body = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(sql)?.[1];
      if (body === undefined) return { rows: await db.script(sql) };
      await db.transaction((tx) => tx.script(body));
      return { rows: [] };
    },
  };
}

/**
 * Runs a statement of pg-boss in the caller's transaction. A job that is sent through this exists exactly
 * when the change that it belongs to exists.
 */
export function bossTransaction(tx: Queryable): PgBoss.Db {
  return { executeSql: async (sql, values) => ({ rows: await tx.query(sql, values) }) };
}

/**
 * The order in which pg-boss fetches. Without this index a fetch sorts everything that waits: 114 ms instead
 * of 0.12 ms with 100,000 jobs.
 */
export async function indexJobs(db: Database): Promise<void> {
  await db.script(
    `create index if not exists dots_job_order on ${bossSchema}.job (name, priority desc, created_on, id) where state < 'active'`,
  );
}

/**
 * Makes the job of this key that waits run at `startAfter` (now when null), unless it runs earlier anyway.
 */
export async function bringForward(
  tx: Queryable,
  queue: string,
  key: string,
  startAfter: Date | null,
): Promise<void> {
  await tx.query(
    `update ${bossSchema}.job set start_after = least(start_after, coalesce($3, now()))
     where name = $1 and singleton_key = $2 and state = 'created'`,
    [queue, key, startAfter],
  );
}

/**
 * Brings forward every job that waits for its time. pg-boss goes by the database's own clock, which nobody
 * advances. A job that becomes due earlier than now is simply due. The order of jobs stays, because all of
 * them are moved by the same span.
 */
export async function hastenJobs(tx: Queryable, ms: number): Promise<void> {
  await tx.query(
    `update ${bossSchema}.job set start_after = start_after - $1 * interval '1 millisecond'
     where state in ('created', 'retry') and start_after > now()`,
    [ms],
  );
}

/**
 * Frees the jobs of a process that died. Without this they would stay taken until they expire. Only for a
 * database that no other process uses.
 */
export async function releaseJobs(db: Queryable): Promise<void> {
  await db.query(`update ${bossSchema}.job set state = 'retry', start_after = now() where state = 'active'`);
}
