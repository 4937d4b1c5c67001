/**
 * The one place where a step becomes done. The completion, its webhook and the new plan are written together
 * or not at all. The caller has locked the flow's row and passes the row as it stands.
 */
import type { StepName } from '../../contract/steps.ts';
import type { Completion, StepOutcome } from '../../contract/steps/session.ts';
import { insertCompletion, nextSequence } from '../db/completions.ts';
import { updateFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { appendMessages, newMessageId } from '../webhooks/outbox.ts';
import type { OutboxMessage } from '../webhooks/outbox.ts';
import { planFacts } from './facts.ts';
import type { AboutPayouts } from './facts.ts';
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
  const facts = await planFacts(deps, tx, flow);
  const plan = replan(complete(flow.plan, step), flow.steps, facts, deps.stepRules);
  const completion: Omit<Completion, 'sequence'> = {
    event_id: newMessageId(deps.newId),
    step,
    reason: active.reason,
    outcome,
    completed_steps: completedSteps(flow.steps, plan),
    remaining_steps: remainingSteps(plan),
    user_id: flow.user_id,
  };
  const sequence = await insertCompletion(tx, flow.id, now, completion);
  const { event_id: id, remaining_steps: remaining, ...about } = completion;
  const payload = { event: 'flow.updated', flow_id: flow.id, ...about, sequence, ...saidOf(flow) } as const;
  const done = { ...flow, plan };
  if (remaining.length === 0) return finish(deps, tx, done, facts, sequence + 1, [{ id, payload }]);
  await appendMessages(tx, deps, flow.app_id, [{ id, payload }]);
  flowChanged(tx, flow.id);
  return updateFlow(tx, flow.id, { plan, status: 'in_progress', updated: now });
}

/**
 * Ends a flow in which nothing was left to do, and tells the partner. The row is written with its plan, so
 * the caller need not write it before.
 */
export const finishFlow = async (
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  facts: AboutPayouts,
): Promise<FlowRow> => finish(deps, tx, flow, facts, await nextSequence(tx, flow.id), []);

/** `before`: what the partner is told first, in one statement with the end. */
async function finish(
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  { autoPayout }: AboutPayouts,
  sequence: number,
  before: readonly OutboxMessage[],
): Promise<FlowRow> {
  const id = newMessageId(deps.newId);
  const { plan, user_id } = flow;
  const completed_steps = completedSteps(flow.steps, plan);
  const about = { flow_id: flow.id, sequence, completed_steps, user_id, ...saidOf(flow) };
  const payload = { event: 'flow.completed', ...about } as const;
  await appendMessages(tx, deps, flow.app_id, [...before, { id, payload }]);
  flowChanged(tx, flow.id);
  // Automatic payouts may have waited for a default method or a tax form, which may be there now. In a flow
  // with a payout step the payee chose what to withdraw, and did not choose the rest.
  if (user_id !== null && autoPayout && !plan.some(({ name }) => name === 'payout'))
    await deps.jobs.enqueue(tx, { kind: 'auto-payout', userId: user_id, cause: flow.id });
  const updated = deps.clock.now();
  return updateFlow(tx, flow.id, { plan, status: 'completed', completed_event_id: id, updated });
}

/** What every message of a flow says of where it came from. */
const saidOf = (flow: FlowRow) => ({ origin: originOf(flow), metadata: flow.metadata });
