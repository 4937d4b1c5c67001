/** Refuses to start in another mode than the one in which the database was begun. */
import { keepMode } from '../db/database-mode.ts';
import type { Queryable } from '../ports/database.ts';
import { ConfigError } from './known.ts';

/**
 * Stores the mode at the first start, and compares it at every later one. A sandbox has money that nobody
 * paid in, keys that everybody knows, and phones that were "verified" with 123456; none of that may become
 * real.
 * @throws {ConfigError} when the modes differ
 */
export async function checkMode(db: Queryable, sandbox: boolean): Promise<void> {
  const mode = sandbox ? 'sandbox' : 'live';
  const begun = await keepMode(db, mode);
  if (begun === mode) return;
  throw new ConfigError([
    `This database was begun in ${begun} mode and does not open in ${mode} mode. Name an empty one by DATABASE_URL or DATA_DIR, or start with DOTS_MODE=${begun}.`,
  ]);
}
