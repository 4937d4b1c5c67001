/** A sealed sample by which the keys of the environment are known to be the right ones. */
import type { Queryable } from '../ports/database.ts';

/** The one that is there already, or `sample` from now on: of two servers that start together, one is first. */
export async function keepSample(db: Queryable, sample: Buffer): Promise<Buffer> {
  await db.query('insert into sealing_key (sample_sealed) values ($1) on conflict do nothing', [sample]);
  const [row] = await db.query<{ sample_sealed: Buffer }>('select sample_sealed from sealing_key');
  return row?.sample_sealed ?? sample;
}
