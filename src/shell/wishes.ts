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

/**
 * Returns which wish a request belongs to. Signing in once more stands between the payee and what they
 * wished, and must not make two wishes of that one.
 */
export const kindOf = ({ path }: StepRequest): 'sign-in' | 'step' =>
  path.startsWith('/authentication') ? 'sign-in' : 'step';

/** Returns the wish behind `request`. `last` is the wish before, as long as it has no final answer. */
export function wishOf(request: StepRequest, last: Wish | null): Wish {
  const text = JSON.stringify(request);
  return last?.request === text ? last : { request: text, intent: newIntent() };
}
