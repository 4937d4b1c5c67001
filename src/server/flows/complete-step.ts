/**
 * The one place where a step becomes done. The completion, its webhook and the new plan are written together
 * or not at all. The caller has locked the flow's row and passes the row as it stands.
 */
import type { StepName } from '../../contract/steps.ts';
import type { Completion, StepOutcome } from '../../contract/steps/session.ts';
import { insertCompletion, nextSequence } from '../db/completions.ts';
import { updateFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { findUser } from '../db/users.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { appendMessage, newMessageId } from '../webhooks/outbox.ts';
import { planFacts } from './facts.ts';
import { originOf } from './flow-object.ts';
import { flowChanged } from '../db/signals.ts';
import { activeStep, complete, completedSteps, remainingSteps, replan } from '../../contract/plan/plan.ts';

export async function completeStep(
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  step: StepName,
  outcome: StepOutcome,
): Promise<FlowRow> {
  const active = activeStep(flow.plan);
  if (active?.name !== step) throw new ProblemError('step-not-current');

  const now = deps.clock.now();
  const plan = replan(complete(flow.plan, step), flow.steps, await planFacts(deps, tx, flow), deps.stepRules);
  const completion: Completion = {
    event_id: newMessageId(deps.newId),
    step,
    reason: active.reason,
    outcome,
    sequence: await nextSequence(tx, flow.id),
    completed_steps: completedSteps(flow.steps, plan),
    remaining_steps: remainingSteps(plan),
    user_id: flow.user_id,
  };
  await insertCompletion(tx, flow.id, now, completion);
  const { event_id, remaining_steps: _, ...facts } = completion;
  await appendMessage(tx, deps, {
    id: event_id,
    appId: flow.app_id,
    payload: {
      event: 'flow.updated',
      flow_id: flow.id,
      ...facts,
      origin: originOf(flow),
      metadata: flow.metadata,
    },
  });
  flowChanged(tx, flow.id);
  if (completion.remaining_steps.length === 0)
    return finishFlow(deps, tx, { ...flow, plan }, completion.sequence + 1);
  return updateFlow(tx, flow.id, { plan, status: 'in_progress', updated: now });
}

/**
 * Ends the flow after its last step, and tells the partner. The row is written with its plan, so the caller
 * need not write it before.
 */
export async function finishFlow(
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  sequence?: number,
): Promise<FlowRow> {
  const id = newMessageId(deps.newId);
  await appendMessage(tx, deps, {
    id,
    appId: flow.app_id,
    payload: {
      event: 'flow.completed',
      flow_id: flow.id,
      sequence: sequence ?? (await nextSequence(tx, flow.id)),
      completed_steps: completedSteps(flow.steps, flow.plan),
      user_id: flow.user_id,
      origin: originOf(flow),
      metadata: flow.metadata,
    },
  });
  flowChanged(tx, flow.id);
  await startAutoPayout(deps, tx, flow);
  const { plan } = flow;
  const updated = deps.clock.now();
  return updateFlow(tx, flow.id, { plan, status: 'completed', completed_event_id: id, updated });
}

/**
 * Starts the automatic payouts that waited. They may have waited for a default method or a tax form, which
 * may be there now. A flow with a payout step starts none: the payee chose there what to withdraw, and did
 * not choose the rest.
 */
async function startAutoPayout(deps: Deps, tx: Queryable, flow: FlowRow): Promise<void> {
  if (flow.user_id === null || flow.plan.some(({ name }) => name === 'payout')) return;
  const user = await findUser(tx, flow.app_id, flow.user_id);
  if (!user?.auto_payout_enabled) return;
  await deps.jobs.enqueue(tx, { kind: 'auto-payout', userId: user.id, cause: flow.id });
}
