/**
 * Which identity documents people of a country have, and which sides of each are looked at. There is only
 * data here, because the browser's step imports it.
 */

export const documentTypes = ['passport', 'drivers-license', 'id-card'] as const;
export type DocumentType = (typeof documentTypes)[number];

/**
 * On a `selfie` the payee looks straight ahead. `selfie-turned` and `selfie-closer` are taken seconds later
 * by the same camera, with the head turned and from nearer. They are never needed (an uploaded selfie has
 * none), but help a provider to tell a person from a picture of one.
 */
export const imageSides = ['front', 'back', 'selfie', 'selfie-turned', 'selfie-closer'] as const;
export type ImageSide = (typeof imageSides)[number];

/**
 * States that issue no national identity card to their citizens. The US, Canada and Australia are not among
 * them: their states issue photo cards to people who do not drive. Those cards look like the licence and are
 * taken as `id-card`. Source: European Council, PRADO register of identity documents, and the passport
 * offices of the states named.
 */
const withoutIdCard: readonly string[] = ['DK', 'GB', 'NZ'];

/** Returns the documents that people of a country can choose from, the most common first. */
export function documentTypesOf(country: string): readonly DocumentType[] {
  return withoutIdCard.includes(country) ? ['passport', 'drivers-license'] : documentTypes;
}

/**
 * A passport has everything on one page. A card has a back: the barcode of a US licence, the machine-readable
 * zone of an ID card.
 */
export const documentSides = {
  passport: ['front'],
  'drivers-license': ['front', 'back'],
  'id-card': ['front', 'back'],
} as const satisfies Record<DocumentType, readonly ImageSide[]>;

/**
 * What the server takes. A phone's HEIC has to become one of these in the browser. The bytes decide, and not
 * the name or the declared type.
 */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** Bytes of one picture, after conversion. */
export const maximumImageBytes = 10 * 1024 * 1024;
/** Pixels, in either orientation. Below them no text on a card can be read. */
export const minimumLongSide = 480;
export const minimumShortSide = 300;
/**
 * Pixels in all, because a small file can hold a picture that fills a server's memory. Cameras of 48
 * megapixels are just below it.
 */
export const maximumPixels = 50_000_000;
/** Bytes sent at a time. The server takes any chunk up to four times as large. */
export const uploadChunkBytes = 256 * 1024;

/** How many times the payee may submit. When the last submission is rejected, the step fails for good. */
export const maximumTries = 3;

/** Why the pictures were not accepted. Each reason has words for the payee that say what to do. */
export const rejectionReasons = [
  'blurred',
  'glare',
  'too-dark',
  'cut-off',
  'unreadable',
  'expired',
  'wrong-document',
  'document-not-accepted',
  'name-mismatch',
  'date-of-birth-mismatch',
  'face-mismatch',
  'no-face',
  'not-confirmed',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/**
 * `choose`: the payee picks country and kind of document. `capture`: they take pictures of `needs[0]` (front,
 * back). `selfie`: the same for the face, then they submit. `review`: they wait; with `manual` a person
 * looks, which may take days, and the page may be closed. `rejected`: they read why, and may try again.
 * `failed`: no tries are left. `done`: only on the phone of a hand-off, after the step: they go on at the
 * other device.
 */
export const idVerificationPhases = [
  'choose',
  'capture',
  'selfie',
  'review',
  'rejected',
  'failed',
  'done',
] as const;
export type IdVerificationPhase = (typeof idVerificationPhases)[number];

/**
 * `waiting`: the link was made and not opened. `opened`: the phone is at work and the starter only watches.
 * `canceled`: only the phone sees it; the starter went on by itself. `done`: the phone submitted.
 */
export const handoffStates = ['none', 'waiting', 'opened', 'canceled', 'done'] as const;
export type HandoffState = (typeof handoffStates)[number];
