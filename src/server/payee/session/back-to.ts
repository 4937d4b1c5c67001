/** The earlier step to which the payee may go back. */
import { stepBefore } from '../../../contract/plan/revisits.ts';
import { cameBack } from '../../../contract/money/transfers.ts';
import type { StepName } from '../../../contract/steps.ts';
import type { FlowRow } from '../../db/flows.ts';
import { findTransfer } from '../../db/transfers.ts';
import type { Queryable } from '../../ports/database.ts';
import type { PayeeContext } from './context.ts';
import { hasFiled } from './filed.ts';

/** Returns the nearest step before `step` that is open to changes; null when there is none. */
export async function backTo(
  db: Queryable,
  { flow, session, user }: PayeeContext,
  step: StepName | null,
): Promise<StepName | null> {
  if (step === null || !session.authenticated || session.only_step !== null) return null;
  const isPaid = step === 'payout' && (await isPayoutOut(db, flow));
  const before = stepBefore(flow.plan, step, { hasFiled: false, isPaid });
  // Every snapshot asks this. What is filed closes the profile only, so it is looked up for nothing else.
  return before === 'onboarding' && (await hasFiled(db, user))
    ? stepBefore(flow.plan, step, { hasFiled: true, isPaid })
    : before;
}

/** Returns whether the payout that is followed in the flow was made and did not come back. */
async function isPayoutOut(db: Queryable, { payout_draft: draft }: FlowRow): Promise<boolean> {
  const made = draft?.transfer_id ? await findTransfer(db, draft.transfer_id) : null;
  return made !== null && !cameBack[made.status];
}
