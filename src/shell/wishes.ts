/**
 * One intent, which is sent as the Idempotency-Key, for each wish of the payee. Trying the same again is the
 * same wish: the server then replays its first answer instead of acting twice.
 */
import { newIntent } from '../api/intent.ts';
import type { StepRequest } from '../api/requests.ts';

/** `request` is the request as JSON, to compare by. */
export interface Wish {
  readonly request: string;
  readonly intent: string;
}

/** Returns the wish behind `request`. `last` is the wish before, as long as it has no final answer. */
export function wishOf(request: StepRequest, last: Wish | null): Wish {
  const text = JSON.stringify(request);
  return last?.request === text ? last : { request: text, intent: newIntent() };
}
