/** One intent, the Idempotency-Key, for each wish of the payee's: trying the same again is the same wish. */
import type { StepRequest } from '../api/requests.ts';

export interface Wish {
  readonly request: string;
  readonly intent: string;
}

/** `last`: the wish before, if it has no answer yet that is a verdict. */
export function wishOf(request: StepRequest, last: Wish | null): Wish {
  const text = JSON.stringify(request);
  return last?.request === text ? last : { request: text, intent: newIntent() };
}

/** `crypto.randomUUID` exists only on secure origins; a phone on the office network opens the demo over plain http. */
function newIntent(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
