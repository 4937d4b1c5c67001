/** What `compliance` waits for: the tax authority's answer about a number that was typed in this flow. */
import { newestTaxFormOfFlow } from '../../db/tax-forms.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import type { Queryable } from '../../ports/database.ts';
import type { PayeeContext } from '../session/context.ts';
import type { IsAwaited } from '../session/step.ts';

export const isAwaited: IsAwaited<'compliance'> = (_deps, tx, context) => isTinPending(tx, context);

/** Returns whether the number is still being checked while the payee is at the step. */
export async function isTinPending(
  tx: Queryable,
  { flow, user }: Pick<PayeeContext, 'flow' | 'user'>,
): Promise<boolean> {
  if (!user || activeStep(flow.plan)?.name !== 'compliance') return false;
  return (await newestTaxFormOfFlow(tx, user.id, flow.id))?.tin_status === 'pending';
}
