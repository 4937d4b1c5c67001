/**
 * Time limits that are over when the test says so. The runner's own mocks leave `AbortSignal.timeout` alone,
 * and nobody waits fifteen seconds for a test.
 */
import type { TestContext } from 'node:test';

export interface TimeLimit {
  readonly milliseconds: number;
  /** The time is over. */
  ring(): void;
}

/** Returns the limits that were set since, in order. */
export function timeLimits({ mock }: TestContext): TimeLimit[] {
  const limits: TimeLimit[] = [];
  mock.method(AbortSignal, 'timeout', (milliseconds: number): AbortSignal => {
    const limit = new AbortController();
    const ring = () => limit.abort(new DOMException('The time is over.', 'TimeoutError'));
    limits.push({ milliseconds, ring });
    return limit.signal;
  });
  return limits;
}
