/**
 * Seals tax and account numbers at rest with AES-256-GCM (NIST SP 800-38D). The nonce is 96 random bits, the
 * place is the additional data, and a key id stands in front so that keys can be rotated.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Place, Vault } from '../ports/vault.ts';

/** The first byte of everything sealed. Another format gets another number, so old values stay readable. */
const version = 2;
/** What each format is bound to. The first one did not know whose a value is. */
const boundTo: Readonly<Record<number, (place: Place) => string>> = {
  1: ({ what }) => what,
  2: ({ what, owner }) => `${what}\0${owner}`,
};
const nonceBytes = 12;
const tagBytes = 16;

const bindingOf = (format: number, place: Place): Buffer => Buffer.from(boundTo[format]?.(place) ?? '');

/**
 * Returns the key of fingerprints as the last (oldest) key makes it, by HKDF (RFC 5869): one key should not
 * both encrypt and make fingerprints.
 */
export const fingerprintKeyFrom = (keys: readonly Uint8Array[]): Buffer =>
  Buffer.from(hkdfSync('sha256', keys.at(-1) ?? new Uint8Array(), '', 'dots-flow fingerprint', 32));

/** Each key has 32 bytes. `keys[0]` seals, and all of them open. */
export function createVault(
  keys: readonly Uint8Array[],
  fingerprintKey: Uint8Array = fingerprintKeyFrom(keys),
): Vault {
  const ring = keys.map((key) => {
    if (key.length !== 32)
      throw new Error('An encryption key must be 32 bytes, base64-encoded in DOTS_ENCRYPTION_KEYS.');
    return { id: createHash('sha256').update('dots-flow key id').update(key).digest().subarray(0, 4), key };
  });
  const [current] = ring;
  if (!current) throw new Error('At least one encryption key is needed in DOTS_ENCRYPTION_KEYS.');

  const vault: Vault = {
    prefix: Buffer.concat([Buffer.of(version), current.id]),
    seal: (place, plain) => vault.sealBytes(place, Buffer.from(plain, 'utf8')),
    open: (place, sealed) => vault.openBytes(place, sealed).toString('utf8'),
    sealBytes(place, plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(bindingOf(version, place));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      // Version (1 byte), key id (4), nonce (12), tag (16), and what was sealed.
      return Buffer.concat([vault.prefix, nonce, cipher.getAuthTag(), body]);
    },
    openBytes(place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const id = bytes.subarray(1, 5);
      const sealedWith = ring.find((entry) => entry.id.equals(id));
      const format = bytes[0] ?? 0;
      if (!(format in boundTo) || !sealedWith)
        throw new Error('This value was sealed with a key that is not in DOTS_ENCRYPTION_KEYS.');
      const nonceEnd = 5 + nonceBytes;
      const decipher = createDecipheriv('aes-256-gcm', sealedWith.key, bytes.subarray(5, nonceEnd))
        .setAAD(bindingOf(format, place))
        .setAuthTag(bytes.subarray(nonceEnd, nonceEnd + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceEnd + tagBytes)), decipher.final()]);
    },
    fingerprint: (purpose, plain) =>
      createHmac('sha256', fingerprintKey).update(`${purpose}\0${plain}`).digest(),
  };
  return vault;
}
