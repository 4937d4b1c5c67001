/**
 * Opens the vault with the keys of the environment, and refuses to start when they cannot open the tax and
 * account numbers of the database.
 */
import { keepFingerprintKey, keepSample } from '../db/sealing-key.ts';
import type { Queryable } from '../ports/database.ts';
import type { Place, Vault } from '../ports/vault.ts';
import type { ServerConfig } from './config.ts';
import { keyInDataDir } from './encryption-key.ts';
import { ConfigError } from './known.ts';
import { createVault, fingerprintKeyFrom } from './vault.ts';

export const samplePlace: Place = { what: 'sealing key', owner: '' };
export const fingerprintKeyPlace: Place = { what: 'fingerprint key', owner: '' };

/**
 * Stores a sealed sample at the first start, and opens it at every later one. So does it with the key of
 * fingerprints, which is made from the last key, as it was before it was kept: the same account then has the
 * same fingerprint for ever, in whichever order the keys are and whichever of them go.
 * @throws {ConfigError} when the keys do not fit. That is checked before anything is sealed with another key,
 * which would leave two halves that no one key opens.
 */
export async function openVault(db: Queryable, keys: readonly Uint8Array[]): Promise<Vault> {
  const vault = createVault(keys);
  const sample = await keepSample(db, vault.seal(samplePlace, samplePlace.what));
  opened(vault, samplePlace, sample);
  const fresh = vault.sealBytes(fingerprintKeyPlace, fingerprintKeyFrom(keys));
  const kept = await keepFingerprintKey(db, fresh);
  return createVault(keys, opened(vault, fingerprintKeyPlace, kept));
}

/** With the keys of the environment, or with the one in the data folder. */
export const openVaultOf = async (db: Queryable, { encryptionKeys, dataDir }: ServerConfig): Promise<Vault> =>
  openVault(db, encryptionKeys ?? [await keyInDataDir(dataDir)]);

function opened(vault: Vault, place: Place, sealed: Buffer): Buffer {
  try {
    return vault.openBytes(place, sealed);
  } catch {
    throw new ConfigError([
      'DOTS_ENCRYPTION_KEYS lacks the key with which this database was begun, so nothing in it could be opened. Add that key to the end of the list; without the setting, a sandbox keeps it in the file encryption-key of DATA_DIR.',
    ]);
  }
}
