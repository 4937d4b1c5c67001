/**
 * A simulated bank of the app. It answers by the order and the clock alone, with the amounts and times of
 * payouts: one that ends in .13 fails, one that ends in .14 comes back, all others arrive after 3 seconds.
 */
import {
  failingAmounts,
  payoutFailsMs,
  payoutMs,
  payoutReturnsMs,
  returnedAmounts,
} from '../../contract/sandbox/table.ts';
import type { Clock } from '../ports/clock.ts';
import type { FundingOrder, FundingProvider, FundingReport } from '../ports/funding.ts';

export function createSandboxFunding({ clock }: { readonly clock: Pick<Clock, 'now'> }): FundingProvider {
  const look = async ({ transferId, amount, sentAt }: FundingOrder): Promise<FundingReport> => {
    const externalId = `sandbox_${transferId.replaceAll('-', '')}`;
    const passed = clock.now().getTime() - sentAt.getTime();
    const cents = String(amount % 100);
    const fails = failingAmounts[cents] !== undefined;
    const returns = returnedAmounts[cents] !== undefined;
    if (fails)
      return passed < payoutFailsMs
        ? { status: 'pending', externalId, askAgainInMs: payoutFailsMs - passed }
        : { status: 'failed', externalId, reason: 'The bank refused the payment (sandbox).' };
    if (passed < payoutMs) return { status: 'pending', externalId, askAgainInMs: payoutMs - passed };
    if (!returns) return { status: 'completed', externalId };
    return passed < payoutReturnsMs
      ? { status: 'completed', externalId, askAgainInMs: payoutReturnsMs - passed }
      : { status: 'returned', externalId, reason: 'The bank took the payment back (sandbox).' };
  };
  return { send: look, look };
}
