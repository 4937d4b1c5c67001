/**
 * A problem as the element handles it: a code of the catalogue, whether trying again can help, and problems
 * by field. The catalogue itself is `contract/problems.ts`.
 */
import type { FieldCode, ProblemCode } from '../contract/problems.ts';

/** One field that was found wrong, here or by the server. `field` is the wire name. */
export interface FieldError {
  readonly field: string;
  readonly code: FieldCode;
}

export interface FlowProblem {
  readonly code: ProblemCode;
  /** The same request may succeed later without being changed. */
  readonly retryable: boolean;
  readonly fields: readonly FieldError[];
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
  /** When they are over, on the clock of `performance.now()`. */
  readonly retryAt?: number;
  /** Tries left, with a wrong code. */
  readonly attemptsLeft?: number;
}

/** Decided here and not by the server, because several of these are about a server that did not answer. */
const retryable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'network-error',
  'offline',
  'not-sent',
  'unexpected-error',
  'timeout',
  'service-unavailable',
  'internal-error',
  'resource-busy',
  'too-many-requests',
  'invalid-answer',
  'create-flow-failed',
  // The website's owner can put these two right while the payee waits:
  'origin-not-allowed',
  'unknown-client-id',
]);

/** Returns a problem with what its code implies. `more` adds what only the answer knows. */
export function flowProblem(code: ProblemCode, more: Partial<Omit<FlowProblem, 'code'>> = {}): FlowProblem {
  return { code, retryable: retryable.has(code), fields: [], ...more };
}
