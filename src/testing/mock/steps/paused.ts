/** Payout methods to which nothing more is sent, as on the server (`server/db/paused-methods.ts`). */
import { blamelessFailures, failuresBeforePause } from '../../../contract/money/payout-failures.ts';
import type { MockMethod, MockUser } from '../world.ts';

/** Returns whether the latest payouts to the method all came back, for a reason that has to do with it. */
export function isPaused(user: MockUser, method: MockMethod): boolean {
  const latest = user.payouts
    .filter((made) => made.method === method && ['completed', 'failed', 'reversed'].includes(made.status))
    .filter(({ failure }) => !failure || !blamelessFailures.includes(failure))
    .slice(-failuresBeforePause);
  return latest.length === failuresBeforePause && latest.every(({ status }) => status !== 'completed');
}
