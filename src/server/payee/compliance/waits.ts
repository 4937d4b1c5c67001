/**
 * What `compliance` waits for: the tax authority's answer about a number that was typed in this flow, or the
 * partner's about a form that was uploaded.
 */
import { newestTaxFormOfFlow } from '../../db/tax-forms.ts';
import { newestTaxUpload } from '../../db/tax-uploads.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import type { Queryable } from '../../ports/database.ts';
import type { PayeeContext } from '../session/context.ts';
import type { IsAwaited } from '../session/step.ts';

export const isAwaited: IsAwaited<'compliance'> = (_deps, tx, context) => isPending(tx, context);

/** Returns whether something is still being checked while the payee is at the step. */
export async function isPending(
  tx: Queryable,
  { flow, user, owed }: Pick<PayeeContext, 'flow' | 'user' | 'owed'>,
): Promise<boolean> {
  if (!user || (activeStep(flow.plan)?.name !== 'compliance' && owed !== 'compliance')) return false;
  if ((await newestTaxFormOfFlow(tx, user.id, flow.id))?.tin_status === 'pending') return true;
  return (await newestTaxUpload(tx, user.id))?.state === 'submitted';
}
