/** An intent is sent as the Idempotency-Key. */

/**
 * Returns 32 random hexadecimal digits. Not `crypto.randomUUID`, which exists only on secure origins: a phone
 * on the office network opens the demo over plain http.
 */
export function newIntent(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
