/** The secret by which the server knows this tab again, so that a reload needs no other code. */

/** 192 random bits. They say nothing of the payee, and open nothing without a flow's link. */
const secret = crypto.getRandomValues(new BigUint64Array(3)).join('-');

/** Returns the secret, which is kept for the life of the tab. */
export function thisBrowser(): string {
  try {
    return (sessionStorage['dots-flow'] ??= secret) as string;
  } catch {
    // A frame without storage is a new browser after each reload.
    return secret;
  }
}
