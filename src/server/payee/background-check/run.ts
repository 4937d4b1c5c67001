/**
 * Orders a report, or asks where it stands, and completes the step in every flow that waits for it. Running
 * it twice does no harm.
 */
import type { BackgroundCheckDetails } from '../../../contract/steps/background-check.ts';
import { findBackgroundCheck, updateBackgroundCheck } from '../../db/background-checks.ts';
import type { BackgroundCheckRow } from '../../db/background-checks.ts';
import { lockFlowsOfUser, updateFlow } from '../../db/flows.ts';
import type { FlowRow } from '../../db/flows.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { flowStatus } from '../../flows/flow-object.ts';
import { flowChanged } from '../../db/signals.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { notify } from '../../notifications/notify.ts';
import type { Report } from '../../ports/background-check.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { userChanged } from '../../users/user-changed.ts';
import { openAuthorization } from './paper.ts';
import { openPerson } from './person.ts';
import { checkOf } from './state.ts';

/** The handler of the job `background-check`. The agency is asked outside of any transaction. */
export async function runBackgroundCheck(deps: Deps, checkId: string): Promise<void> {
  const check = await findBackgroundCheck(deps.db, checkId);
  if (!check || !isAwaited(check)) return;
  const report = await fetchReport(deps, check);
  await deps.db.transaction((tx) => takeReport(deps, tx, check, report));
}

const isAwaited = ({ status }: BackgroundCheckRow): boolean => status === 'started' || status === 'pending';

/**
 * Orders the report when the agency has not answered yet, and asks for it otherwise. A repeated order has the
 * same key, so the agency takes it for the same one.
 */
function fetchReport(deps: Deps, check: BackgroundCheckRow): Promise<Report> {
  const { backgroundChecks } = deps.providers;
  if (check.reference !== null) return backgroundChecks.read(check.reference);
  const person = openPerson(deps, check) as BackgroundCheckDetails;
  const copyToPerson = openAuthorization(deps, check)?.copy ?? false;
  return backgroundChecks.order({ key: `${check.id}-${check.orders}`, person, copyToPerson });
}

/** Stores what the agency said, unless something newer was stored meanwhile. */
async function takeReport(
  deps: Deps,
  tx: Queryable,
  before: BackgroundCheckRow,
  report: Report,
): Promise<void> {
  // The flows are locked first, as everywhere: whoever has the lock on a flow may change what belongs to it.
  const flows = await lockFlowsOfUser(tx, before.user_id);
  const check = await findBackgroundCheck(tx, before.id);
  if (!check || !isAwaited(check) || check.orders !== before.orders) return;

  const now = deps.clock.now();
  const changed = check.status !== report.status;
  await updateBackgroundCheck(tx, check.id, {
    status: report.status,
    reference: report.reference,
    ...(changed ? { updated: now } : {}),
  });
  if (report.status === 'pending' && report.askAgainInMs !== null) {
    await deps.jobs.enqueue(
      tx,
      { kind: 'background-check', checkId: check.id },
      new Date(now.getTime() + report.askAgainInMs),
    );
  }
  if (!changed) return;
  for (const flow of flows) await updateWaitingFlow(deps, tx, flow, check);
  const begunIn = flows.find(({ id }) => id === check.flow_id);
  // An agency that needed time was given it by a payee who has left meanwhile.
  if (begunIn && check.status === 'pending')
    await notify(deps, tx, begunIn, { step: 'background-check', about: `${check.id} ${check.orders}` });
  const [any] = flows;
  if (any)
    await userChanged(deps, tx, { id: check.user_id, app_id: any.app_id }, 'user.updated.background_check');
}

/** Shows the news to a payee who waits at the step. A report without objections completes the step. */
async function updateWaitingFlow(
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  updated: BackgroundCheckRow,
): Promise<void> {
  if (activeStep(flow.plan)?.name !== 'background-check') return;
  const check = await checkOf(tx, flow);
  if (check?.id !== updated.id) return;
  const touched = await updateFlow(tx, flow.id, { updated: deps.clock.now() });
  flowChanged(tx, flow.id);
  if (check.status === 'pass' && flowStatus(flow, deps.clock.now()) === 'in_progress') {
    await completeStep(deps, tx, touched, 'background-check', 'reported');
  }
}
