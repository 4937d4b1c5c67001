/** Keeps the journal of the embedded database short. */
import type { Database } from '../ports/database.ts';

/**
 * Writes into the tables what is in the journal alone, so that the journal is begun anew. PostgreSQL has a
 * process for that, and the embedded database has none: its journal would grow by all that is written until
 * it is stopped, and be read as a whole when it was killed.
 */
export async function shortenJournal(db: Database): Promise<void> {
  if (db.kind === 'pglite') await db.script('checkpoint');
}
