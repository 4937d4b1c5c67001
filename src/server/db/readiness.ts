/** Whether the database takes anything: a full disk and a standby answer what is read, and nothing else. */
import type { Queryable } from '../ports/database.ts';

/** Rejects when nothing can be written. */
export async function assertWritable(db: Queryable): Promise<void> {
  await db.query(
    'insert into readiness (at) values (now()) on conflict (one) do update set at = excluded.at',
  );
}
