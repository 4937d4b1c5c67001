/** Whether the database takes anything: a full disk and a standby answer what is read, and nothing else. */
import type { Database } from '../ports/database.ts';

/**
 * Rejects when nothing can be written. A row that is changed needs no room, for its page and the journal have
 * some left, so a file is written besides: a list too long for the memory of a statement, which the database
 * removes at once (its manual, "Resource Consumption", work_mem). It locks nothing, so a backup is not in the
 * way.
 */
export async function assertWritable(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(
      'insert into readiness (at) values (now()) on conflict (one) do update set at = excluded.at',
    );
    // Kilobytes, and the least there is.
    await tx.query("select set_config('work_mem', '64', true)");
    await tx.query('select count(*) from generate_series(1, 20000)');
  });
}
