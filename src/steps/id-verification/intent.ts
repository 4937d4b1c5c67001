/** Requests whose answer is no snapshot. */
import type { SessionRequest } from '../../api/client.ts';

/** `intent` is the Idempotency-Key: the same for every try of one wish. */
export function post(body: unknown, intent: string = newIntent()): SessionRequest {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': intent },
    body: JSON.stringify(body),
  };
}

/** `crypto.randomUUID` exists only on secure origins. */
export function newIntent(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
