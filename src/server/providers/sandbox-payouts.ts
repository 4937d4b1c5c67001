/**
 * Simulated rails. The answer follows from the order and the clock alone, as `sandbox-table.ts` says. Nothing
 * is remembered, so the answer is the same after a kill.
 */
import type { Clock } from '../ports/clock.ts';
import type { PayoutOrder, PayoutProvider, PayoutReport } from '../ports/payouts.ts';
import {
  failingAccounts,
  failingAmounts,
  payoutFailsMs,
  payoutMs,
  payoutReturnsMs,
  returnedAmounts,
} from '../../contract/sandbox/table.ts';

export function createSandboxPayouts({ clock }: { readonly clock: Pick<Clock, 'now'> }): PayoutProvider {
  const look = async (order: PayoutOrder): Promise<PayoutReport> => {
    const externalId = `sandbox_${order.transferId.replaceAll('-', '')}`;
    const age = clock.now().getTime() - order.sentAt.getTime();
    const failure = failureOf(order);
    const takes = failure === null ? payoutMs : payoutFailsMs;
    if (age < takes) return { status: 'pending', externalId, askAgainInMs: takes - age };
    if (failure !== null) return { status: 'failed', externalId, reason: failure };
    const returned = returnedAmounts[ending(order)];
    if (returned === undefined) return { status: 'completed', externalId };
    return age < payoutReturnsMs
      ? { status: 'completed', externalId, askAgainInMs: payoutReturnsMs - age }
      : { status: 'returned', externalId, reason: returned };
  };
  return { send: look, look };
}

const ending = ({ amount }: PayoutOrder) => String(amount).padStart(2, '0').slice(-2);

function failureOf(order: PayoutOrder): string | null {
  const failing = failingAccounts[order.rail];
  const account: Readonly<Record<string, unknown>> = order.to;
  if (failing && String(account[failing.field]).toLowerCase().startsWith(failing.start))
    return failing.reason;
  return failingAmounts[ending(order)] ?? null;
}
