/** What pg-boss needs of our database port, and the one statement about its tables that it has no call for. */
import type PgBoss from 'pg-boss';
import type { Database, Queryable } from '../ports/database.ts';

export const bossSchema = 'pgboss';

/** Runs pg-boss's own statements on our database. */
export function bossDatabase(db: Database): PgBoss.Db {
  return {
    async executeSql(sql, values) {
      if (values && values.length > 0) return { rows: await db.query(sql, values) };
      // pg-boss wraps some scripts in BEGIN and COMMIT. Left as they are, one that fails would leave the session inside a
      // broken transaction; as a transaction of ours it is rolled back.
      const body = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(sql)?.[1];
      if (body === undefined) return { rows: await db.script(sql) };
      await db.transaction((tx) => tx.script(body));
      return { rows: [] };
    },
  };
}

/** Runs a statement of pg-boss in the caller's transaction. */
export function bossTransaction(tx: Queryable): PgBoss.Db {
  return { executeSql: async (sql, values) => ({ rows: await tx.query(sql, values) }) };
}

/** Brings forward whatever waits for its time. pg-boss goes by the database's own clock, which nobody advances. */
export async function hastenJobs(tx: Queryable, ms: number): Promise<void> {
  await tx.query(
    `update ${bossSchema}.job set start_after = start_after - $1 * interval '1 millisecond'
     where state in ('created', 'retry') and start_after > now()`,
    [ms],
  );
}

/** Only for a database that no other process uses: jobs of a process that died are free again at once, not when they expire. */
export async function releaseJobs(db: Queryable): Promise<void> {
  await db.query(`update ${bossSchema}.job set state = 'retry', start_after = now() where state = 'active'`);
}
