/**
 * Simulated debits. They answer by the order and the clock alone: how the amount ends says whether the debit
 * comes back, with which code, and whether it had arrived before (`contract/sandbox/table.ts`).
 */
import { debitReturns } from '../../contract/money/debit-returns.ts';
import { payoutFailsMs, payoutMs, payoutReturnsMs, returnedDebits } from '../../contract/sandbox/table.ts';
import type { Clock } from '../ports/clock.ts';
import type { DebitOrder, FundingProvider, FundingReport } from '../ports/funding.ts';

export function createSandboxDebits({
  clock,
}: {
  readonly clock: Pick<Clock, 'now'>;
}): Required<Pick<FundingProvider, 'debit' | 'lookAtDebit'>> {
  const look = async ({ transferId, amount, sentAt }: DebitOrder): Promise<FundingReport> => {
    const externalId = `sandbox_${transferId.replaceAll('-', '')}`;
    const passed = clock.now().getTime() - sentAt.getTime();
    const comesBack = returnedDebits[String(amount % 100).padStart(2, '0')];
    const takes = comesBack?.late === false ? payoutFailsMs : payoutMs;
    if (passed < takes) return { status: 'pending', externalId, askAgainInMs: takes - passed };
    if (!comesBack) return { status: 'completed', externalId };
    if (comesBack.late && passed < payoutReturnsMs)
      return { status: 'completed', externalId, askAgainInMs: payoutReturnsMs - passed };
    const { code, late } = comesBack;
    return {
      status: late ? 'returned' : 'failed',
      externalId,
      code,
      reason: `The bank returned the debit: ${debitReturns[code]?.words} (${code}).`,
    };
  };
  return { debit: look, lookAtDebit: look };
}
