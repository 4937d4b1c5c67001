/** A problem as the element handles it: a code of the catalogue, whether trying again can help, and problems by field. */
import type { FieldCode, ProblemCode } from '../contract/problems.ts';

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
  /** Tries left, with a wrong code. */
  readonly attemptsLeft?: number;
}

const retryable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'network-error',
  'timeout',
  'service-unavailable',
  'internal-error',
  'resource-busy',
  'too-many-requests',
  'invalid-answer',
  'create-flow-failed',
  // Somebody can put the configuration right while the payee waits:
  'origin-not-allowed',
  'unknown-client-id',
]);

export function flowProblem(code: ProblemCode, more: Partial<Omit<FlowProblem, 'code'>> = {}): FlowProblem {
  return { code, retryable: retryable.has(code), fields: [], ...more };
}
