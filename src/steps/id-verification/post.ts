/** Requests whose answer is no snapshot. They go by `context.call`, which makes no intent of its own. */
import type { SessionRequest } from '../../api/client.ts';
import { newIntent } from '../../api/intent.ts';

/**
 * Returns a POST with a JSON body. `intent` is the Idempotency-Key: it is the same for every try of one wish.
 */
export function post(body: unknown, intent: string = newIntent()): SessionRequest {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': intent },
    body: JSON.stringify(body),
  };
}
