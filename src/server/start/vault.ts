/**
 * Seals tax and account numbers at rest with AES-256-GCM (NIST SP 800-38D). The nonce is 96 random bits, the
 * purpose is the additional data, and a key id stands in front so that keys can be rotated.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '../ports/vault.ts';

/** The first byte of everything sealed. Another format gets another number, so old values stay readable. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Each key has 32 bytes. `keys[0]` seals, and all of them open. Fingerprints use the last (oldest) key, so
 * that rotation keeps them equal.
 */
export function createVault(keys: readonly Uint8Array[]): Vault {
  const ring = keys.map((key) => {
    if (key.length !== 32)
      throw new Error('An encryption key must be 32 bytes, base64-encoded in DOTS_ENCRYPTION_KEYS.');
    return { id: createHash('sha256').update('dots-flow key id').update(key).digest().subarray(0, 4), key };
  });
  const [current] = ring;
  const oldest = ring.at(-1);
  if (!current || !oldest) throw new Error('At least one encryption key is needed in DOTS_ENCRYPTION_KEYS.');
  // A key of its own, derived by HKDF (RFC 5869): one key should not both encrypt and make fingerprints.
  const hmacKey = Buffer.from(hkdfSync('sha256', oldest.key, '', 'dots-flow fingerprint', 32));

  const vault: Vault = {
    seal: (purpose, plain) => vault.sealBytes(purpose, Buffer.from(plain, 'utf8')),
    open: (purpose, sealed) => vault.openBytes(purpose, sealed).toString('utf8'),
    sealBytes(purpose, plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      // Version (1 byte), key id (4), nonce (12), tag (16), and what was sealed.
      return Buffer.concat([Buffer.of(version), current.id, nonce, cipher.getAuthTag(), body]);
    },
    openBytes(purpose, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const id = bytes.subarray(1, 5);
      const sealedWith = ring.find((entry) => entry.id.equals(id));
      if (bytes[0] !== version || !sealedWith)
        throw new Error('This value was sealed with a key that is not in DOTS_ENCRYPTION_KEYS.');
      const nonceEnd = 5 + nonceBytes;
      const decipher = createDecipheriv('aes-256-gcm', sealedWith.key, bytes.subarray(5, nonceEnd))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(nonceEnd, nonceEnd + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceEnd + tagBytes)), decipher.final()]);
    },
    fingerprint: (purpose, plain) => createHmac('sha256', hmacKey).update(`${purpose}\0${plain}`).digest(),
  };
  return vault;
}
