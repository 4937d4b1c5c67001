/** The PDF of an upload, as it is stored. */
import { sealedUpload } from '../../db/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import type { Place } from '../../ports/vault.ts';

type Whose = Pick<TaxUploadRow, 'id' | 'user_id'>;

const place = ({ id, user_id }: Whose): Place => ({ what: `tax upload ${id}`, owner: user_id });

export const sealUpload = (deps: Pick<Deps, 'vault'>, upload: Whose, pdf: Uint8Array): Buffer =>
  deps.vault.sealBytes(place(upload), pdf);

/** Returns the PDF as it came. The caller has checked whose it is. */
export async function openUpload(
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  upload: Whose,
): Promise<Buffer | null> {
  const sealed = await sealedUpload(db, upload.id);
  return sealed && deps.vault.openBytes(place(upload), sealed);
}
