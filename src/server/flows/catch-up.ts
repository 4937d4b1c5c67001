/**
 * Brings a flow up to date with what the payee did in another one. A payee may have several open flows, and
 * may do in one of them what another asks for too. The other flow finds out when the payee opens it or the
 * partner reads it: the step that it waits for is then skipped, as if the flow had been made at that moment.
 * A skipped step gets no webhook of its own and counts among `completed_steps`.
 *
 * What was done in the flow itself does not count here: in that flow the payee says when the step is done.
 */
import { updateFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { finishFlow } from './complete-step.ts';
import { planFacts } from './facts.ts';
import { flowStatus } from './flow-object.ts';
import { flowChanged } from '../db/signals.ts';
import { activeStep, remainingSteps, replan, skipSatisfied } from '../../contract/plan/plan.ts';

/** Returns whether the step that the flow waits for was done in another flow. */
export async function isBehind(deps: Deps, db: Queryable, flow: FlowRow): Promise<boolean> {
  const active = activeStep(flow.plan);
  const status = flowStatus(flow, deps.clock.now());
  const running = status === 'created' || status === 'in_progress';
  if (!running || flow.user_id === null || !active || !deps.stepRules[active.name].isSatisfied) return false;
  const facts = await planFacts(deps, db, flow, flow.id);
  return activeStep(skipSatisfied(flow.plan, flow.steps, facts, deps.stepRules))?.name !== active.name;
}

/** The caller has locked the flow's row. */
export async function catchUp(deps: Deps, tx: Queryable, flow: FlowRow): Promise<FlowRow> {
  if (!(await isBehind(deps, tx, flow))) return flow;
  // The payee has begun none of the steps that follow in this flow, so it does not matter where they were
  // done.
  const facts = await planFacts(deps, tx, flow);
  const plan = replan(flow.plan, flow.steps, facts, deps.stepRules);
  flowChanged(tx, flow.id);
  if (remainingSteps(plan).length === 0) return finishFlow(deps, tx, { ...flow, plan }, facts);
  return updateFlow(tx, flow.id, { plan, updated: deps.clock.now() });
}
