/**
 * How long pictures of documents and faces are kept, and their removal. They are the most sensitive data
 * here, and are useless once the verdict stands: 740 ILCS 14/15(a) (Illinois, BIPA) asks for biometric data
 * to be destroyed when its purpose is satisfied, GDPR art. 5(1)(e) that personal data is kept no longer than
 * needed. Only the verdict stays.
 */
import { deleteIdUpload, idUploadsToDelete } from '../../db/id-uploads.ts';
import { removeImage } from '../../images/image-store.ts';
import type { Deps } from '../../ports/deps.ts';

const day = 24 * 60 * 60 * 1000;

/** Kept this long after a verdict, so that a payee can complain and somebody can look again. */
export const judgedMs = 30 * day;
/** Pictures that were taken and never submitted are kept this long. */
export const abandonedMs = 2 * day;

/**
 * Removes old pictures; it runs regularly. Each picture has a transaction of its own, so that one failure of
 * the store does not keep the others from being removed.
 */
export async function removeOldPictures(deps: Deps): Promise<number> {
  const ids = await idUploadsToDelete(deps.db, deps.clock.now());
  for (const id of ids) {
    await deps.db.transaction(async (tx) => {
      await removeImage(deps, tx, id);
      await deleteIdUpload(tx, id);
    });
  }
  return ids.length;
}
