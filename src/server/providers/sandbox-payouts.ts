/**
 * Simulated rails. The answer follows from the order and the clock alone, as `contract/sandbox` says. Nothing
 * is remembered, so the answer is the same after a kill.
 */
import { payoutProgress } from '../../contract/sandbox/answers.ts';
import type { Clock } from '../ports/clock.ts';
import type { PayoutOrder, PayoutProvider, PayoutReport } from '../ports/payouts.ts';

export function createSandboxPayouts({ clock }: { readonly clock: Pick<Clock, 'now'> }): PayoutProvider {
  const look = async ({ transferId, rail, amount, to, sentAt }: PayoutOrder): Promise<PayoutReport> => ({
    externalId: `sandbox_${transferId.replaceAll('-', '')}`,
    ...payoutProgress({ rail, amount, to }, clock.now().getTime() - sentAt.getTime()),
  });
  return { send: look, look };
}
