/** Where a payee's pictures of an ID stand. The server and the mock decide by the same rules. */
import { documentSides } from './id-documents.ts';
import type { DocumentType, IdVerificationPhase, ImageSide } from './id-documents.ts';

/** Of one try. */
export type IdCheckStatus = 'collecting' | 'submitted' | 'in_review' | 'verified' | 'rejected';

/**
 * `check` is the present try, or the last one; null before the first. `needs`: the sides without a picture.
 */
export function idPhase(
  check: { readonly status: IdCheckStatus; readonly hasDocument: boolean } | null,
  needs: readonly ImageSide[],
  triesLeft: number,
): IdVerificationPhase {
  if (triesLeft <= 0) return 'failed';
  switch (check?.status) {
    case 'collecting':
      if (!check.hasDocument) return 'choose';
      return needs.some((side) => side !== 'selfie') ? 'capture' : 'selfie';
    case 'submitted':
    case 'in_review':
      return 'review';
    case 'rejected':
      return 'rejected';
    case 'verified':
      return 'done';
    case undefined:
      return 'choose';
  }
}

/** Every document needs its sides and the face, in the order in which they are asked for. */
export function missingSides(
  type: DocumentType,
  uploads: readonly { readonly side: ImageSide; readonly state: string }[],
): ImageSide[] {
  const complete = new Set(uploads.filter(({ state }) => state === 'complete').map(({ side }) => side));
  return [...documentSides[type], 'selfie' as const].filter((side) => !complete.has(side));
}
