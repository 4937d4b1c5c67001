/**
 * A payee may have several open flows, and do in one what another asks for too. The other one finds out when the payee opens or reads it: the step
 * that it waits for is skipped, as it would have been had the flow been made then: no webhook of its own, and among `completed_steps`. What was
 * done in the flow itself is another matter: there the payee says when the step is done.
 */
import type { Queryable } from '../ports/database.ts';
import { updateFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import type { Deps } from '../ports/deps.ts';
import { finishFlow } from './complete-step.ts';
import { planFacts } from './facts.ts';
import { flowStatus } from './flow-object.ts';
import { flowChanged } from './flow-signals.ts';
import { activeStep, isEverSatisfied, remainingSteps, replan, skipSatisfied } from './plan.ts';

/** The step that the flow waits for was done elsewhere. */
export async function isBehind(deps: Deps, db: Queryable, flow: FlowRow): Promise<boolean> {
  const active = activeStep(flow.plan);
  const status = flowStatus(flow, deps.clock.now());
  if (
    flow.user_id === null ||
    !active ||
    !isEverSatisfied(active.name) ||
    (status !== 'created' && status !== 'in_progress')
  )
    return false;
  return (
    activeStep(skipSatisfied(flow.plan, flow.steps, await planFacts(deps, db, flow, flow.id)))?.name !==
    active.name
  );
}

/** The caller holds the flow's row. */
export async function catchUp(deps: Deps, tx: Queryable, flow: FlowRow): Promise<FlowRow> {
  if (!(await isBehind(deps, tx, flow))) return flow;
  // Of the steps that follow nothing was begun here, so that it does not matter where they were done.
  const plan = replan(flow.plan, flow.steps, await planFacts(deps, tx, flow));
  flowChanged(tx, flow.id);
  const updated = await updateFlow(tx, flow.id, { plan, updated: deps.clock.now() });
  return remainingSteps(plan).length === 0 ? finishFlow(deps, tx, updated) : updated;
}
