/**
 * How long pictures of documents and faces are kept, and their removal. They are the most sensitive data
 * here, and are useless once the verdict stands: 740 ILCS 14/15(a) (Illinois, BIPA) asks for biometric data
 * to be destroyed when its purpose is satisfied, GDPR art. 5(1)(e) that personal data is kept no longer than
 * needed. Only the verdict stays.
 */
import { oneByOne } from '../../db/bites.ts';
import { deleteIdUpload, idUploadsToDelete } from '../../db/id-uploads.ts';
import { removeImage } from '../../images/image-store.ts';
import type { Deps } from '../../ports/deps.ts';
import { terms } from '../../ports/retention.ts';

/** A picture whose verdict never comes is removed all the same: 740 ILCS 14/15(a) gives three years. */
const longestMs = terms.photos.most * 24 * 60 * 60 * 1000;

/**
 * Removes old pictures; it runs regularly. Each picture has a transaction of its own, so that one failure of
 * the store does not keep the others from being removed. What failed is tried again next time.
 */
export async function removeOldPictures(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const longAgo = new Date(now.getTime() - longestMs);
  return oneByOne(
    deps,
    (count) => idUploadsToDelete(deps.db, now, longAgo, count),
    (id) =>
      deps.db.transaction(async (tx) => {
        await removeImage(deps, tx, id);
        await deleteIdUpload(tx, id);
      }),
  );
}
