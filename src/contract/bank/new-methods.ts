/**
 * When money goes to a payout method that is new. Whoever gets into a payee's account adds one of their own
 * and withdraws at once; a wait leaves the payee the time to notice.
 */

import { fieldProblem, ProblemError } from '../input/problem-error.ts';

export interface MethodAge {
  /** Since when money may have gone to this very account. */
  readonly knownSince: Date;
  /** The payee never had another account, nor one that they removed. */
  readonly isFirst: boolean;
  /** When the payee became one. */
  readonly userCreated: Date;
}

/**
 * Returns from when money goes to the method; null when it does already. A payee who is new themselves does
 * not wait for their first method: nobody was there before whose money somebody could be after.
 */
export function usableFrom(
  { knownSince, isFirst, userCreated }: MethodAge,
  waitMs: number,
  now: Date,
): Date | null {
  const from = new Date(knownSince.getTime() + waitMs);
  if (from <= now) return null;
  return isFirst && knownSince.getTime() < userCreated.getTime() + waitMs ? null : from;
}

/**
 * Returns how long, in seconds, a method waits that is added now; undefined when it does not. An account that
 * the payee had before may wait less.
 */
export function waitOfNext(
  { isFirst, userCreated }: Omit<MethodAge, 'knownSince'>,
  waitMs: number,
  now: Date,
): number | undefined {
  return usableFrom({ knownSince: now, isFirst, userCreated }, waitMs, now) ? waitMs / 1000 : undefined;
}

/** Returns the refusal of a payout to a method that waits. `retry_after` is how long. */
export const stillWaits = (from: Date, now: Date): ProblemError =>
  new ProblemError('payout-method-waiting', {
    detail: `This payout method is new. It is paid to from ${from.toISOString()}.`,
    retryAfter: Math.ceil((from.getTime() - now.getTime()) / 1000),
  });

/** Returns what a review throws: that nothing goes to its method now is said at the choice of the method. */
export function aboutMethod(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { code, extra } = error;
  return code === 'payout-method-waiting' || code === 'payout-method-paused'
    ? new ProblemError(code, { ...extra, errors: [fieldProblem('method_id', code)] })
    : error;
}
