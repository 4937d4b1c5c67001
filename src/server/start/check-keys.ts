/**
 * Refuses to start when the keys of the environment cannot open the tax and account numbers of the database.
 */
import { keepSample } from '../db/sealing-key.ts';
import type { Queryable } from '../ports/database.ts';
import type { Vault } from '../ports/vault.ts';
import { ConfigError } from './known.ts';

const place = { what: 'sealing key', owner: '' };

/**
 * Stores a sealed sample at the first start, and opens it at every later one.
 * @throws {ConfigError} when they do not fit. That is checked before anything is sealed with another key,
 * which would leave two halves that no one key opens.
 */
export async function checkKeys(db: Queryable, vault: Vault): Promise<void> {
  const sample = await keepSample(db, vault.seal(place, place.what));
  try {
    vault.open(place, sample);
  } catch {
    throw new ConfigError([
      'DOTS_ENCRYPTION_KEYS lacks the key with which this database was begun, so nothing in it could be opened. Add that key to the end of the list; without the setting, a sandbox keeps it in the file encryption-key of DATA_DIR.',
    ]);
  }
}
