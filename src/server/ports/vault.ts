/** Encrypts (seals) what must not be readable at rest. `start/vault.ts` makes the real vault. */

export interface Vault {
  seal(purpose: string, plain: string): Buffer;
  /** The same for bytes (pictures of documents). */
  sealBytes(purpose: string, plain: Uint8Array): Buffer;
  /** Throws when the bytes were changed, the purpose differs or the key is gone. */
  open(purpose: string, sealed: Uint8Array): string;
  openBytes(purpose: string, sealed: Uint8Array): Buffer;
  /** Returns a keyed, deterministic hash. It finds equal values without being able to read them. */
  fingerprint(purpose: string, plain: string): Buffer;
}
