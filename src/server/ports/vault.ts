/** Encrypts (seals) what must not be readable at rest. `start/vault.ts` makes the real vault. */

/**
 * What is sealed, and whose it is. Neither is secret. A value opens only with both, so bytes that were copied
 * to another row do not open, and neither does a row that was given to somebody else.
 */
export interface Place {
  /** Kind and id of the row, e.g. `tax form 6f0f…`. */
  readonly what: string;
  /** Id of the user, flow or app that the row belongs to. */
  readonly owner: string;
}

export interface Vault {
  /** What a value begins with that is sealed in today's way with the first key. */
  readonly prefix: Buffer;
  seal(place: Place, plain: string): Buffer;
  /** The same for bytes (pictures of documents). */
  sealBytes(place: Place, plain: Uint8Array): Buffer;
  /** Throws when the bytes were changed, the place differs or the key is gone. */
  open(place: Place, sealed: Uint8Array): string;
  openBytes(place: Place, sealed: Uint8Array): Buffer;
  /** Returns a keyed, deterministic hash. It finds equal values without being able to read them. */
  fingerprint(purpose: string, plain: string): Buffer;
}
