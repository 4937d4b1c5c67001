/** Payout methods to which nothing more is sent, as on the server (`server/db/paused-methods.ts`). */
import { blamelessFailures, failuresBeforePause } from '../../../contract/money/payout-failures.ts';
import { cameBack } from '../../../contract/money/transfers.ts';
import type { MockMethod, MockPayout, MockUser } from '../world.ts';

const hasEnded = ({ status }: MockPayout): boolean => status === 'completed' || cameBack[status];

/**
 * Returns whether the newest payout to the method that has ended came back, and those made right before it,
 * for a reason that has to do with it.
 */
export function isPaused(user: MockUser, method: MockMethod): boolean {
  const made = user.payouts
    .filter((one) => one.method === method && one.status !== 'canceled')
    .filter(({ failure }) => !failure || !blamelessFailures.includes(failure));
  const row = made.slice(0, made.findLastIndex(hasEnded) + 1).slice(-failuresBeforePause);
  return row.length === failuresBeforePause && row.every(({ status }) => cameBack[status]);
}

/**
 * Returns why the newest payout to the method came back; null when it did not, or the method is not to blame.
 */
export function failureOfMethod(user: MockUser, method: MockMethod): MockPayout['failure'] {
  const newest = user.payouts.findLast(
    (made) =>
      made.method === method &&
      made.status !== 'canceled' &&
      hasEnded(made) &&
      !(made.failure && blamelessFailures.includes(made.failure)),
  );
  return newest?.failure ?? null;
}
