/**
 * A sealed sample. A server that can open it has the right keys in its environment (`start/check-keys.ts`).
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
