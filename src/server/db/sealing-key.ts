/**
 * A sealed sample, and the sealed key of fingerprints. A server that can open them has the right keys in its
 * environment (`start/open-vault.ts`).
 */
import type { Queryable } from '../ports/database.ts';

/**
 * Returns the sample that is stored, or stores `sample`. Of two servers that start together, one is first,
 * and both get that one's sample. The table has room for one row.
 */
export async function keepSample(db: Queryable, sample: Buffer): Promise<Buffer> {
  await db.query('insert into sealing_key (sample_sealed) values ($1) on conflict do nothing', [sample]);
  const [row] = await db.query<{ sample_sealed: Buffer }>('select sample_sealed from sealing_key');
  return row?.sample_sealed ?? sample;
}

/** The same for the key of fingerprints. The row is there: the sample was kept before. */
export async function keepFingerprintKey(db: Queryable, sealed: Buffer): Promise<Buffer> {
  await db.query('update sealing_key set fingerprint_key_sealed = $1 where fingerprint_key_sealed is null', [
    sealed,
  ]);
  const [row] = await db.query<{ fingerprint_key_sealed: Buffer }>(
    'select fingerprint_key_sealed from sealing_key',
  );
  return row?.fingerprint_key_sealed ?? sealed;
}
