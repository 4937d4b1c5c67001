/**
 * Has the report ordered. A job asks the agency, because it may be slow or down, and nothing may lock the
 * flow's row meanwhile.
 */
import { updateBackgroundCheck } from '../../db/background-checks.ts';
import type { BackgroundCheckRow } from '../../db/background-checks.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { userChanged } from '../../users/user-changed.ts';
import type { PayeeContext } from '../session/context.ts';

/**
 * Marks the check as ordered and enqueues the job. The number of orders is a part of the agency's key
 * (`run.ts`), so another order is another report.
 */
export async function orderCheck(
  deps: Deps,
  tx: Queryable,
  { app }: Pick<PayeeContext, 'app'>,
  check: BackgroundCheckRow,
): Promise<void> {
  const now = deps.clock.now();
  await updateBackgroundCheck(tx, check.id, {
    status: 'started',
    reference: null,
    orders: check.orders + 1,
    updated: now,
  });
  await userChanged(deps, tx, { id: check.user_id, app_id: app.id }, 'user.updated.background_check');
  await deps.jobs.enqueue(tx, { kind: 'background-check', checkId: check.id });
}
