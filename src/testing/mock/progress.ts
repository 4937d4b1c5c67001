/** Where a flow stands, and how a step becomes done. The plan itself is `contract/plan`. */
import { apiVersion } from '../../contract/partner/webhooks.ts';
import { parseInput } from '../../contract/input/input.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { activeStep, complete, completedSteps, remainingSteps, replan } from '../../contract/plan/plan.ts';
import { cameBack } from '../../contract/money/transfers.ts';
import { isRevisit, stepBefore, stepVisited } from '../../contract/plan/revisits.ts';
import { stepRules } from '../../contract/plan/rules.ts';
import type { FlowStatus } from '../../contract/flow.ts';
import type { StepName } from '../../contract/steps.ts';
import { visitInput, type Completion, type StepOutcome } from '../../contract/steps/session.ts';
import { isPayoutOpen } from '../../contract/steps/summary-state.ts';
import { planFacts, purseOf } from './facts.ts';
import { newMessageId } from './ids.ts';
import { owesForm } from './owed-form.ts';
import { isButtonHidden, type MockContext } from './step.ts';
import type { MockSession } from './session.ts';
import type { MockFlow, World } from './world.ts';

export const statusOf = ({ status, expires }: MockFlow, now: Date): FlowStatus =>
  (status === 'created' || status === 'in_progress') && expires && expires <= now ? 'expired' : status;

/** Throws when the flow can no longer be worked on. A completed one may have a page to stay on. */
export function assertRunning(flow: MockFlow, now: Date): void {
  const status = statusOf(flow, now);
  if (status === 'expired') throw new ProblemError('flow-expired');
  if (status === 'canceled') throw new ProblemError('flow-canceled');
}

/** Steps that remain after the flow is done, where the continue button is hidden. */
const staysOpen: readonly StepName[] = ['manage-payments', 'manage-payouts', 'payout'];

/** Returns the step that the payee has to do now. A phone with a hand-off has its one step or nothing. */
export function currentStep({
  world,
  flow,
  session,
}: Pick<MockContext, 'world' | 'flow' | 'session'>): StepName | null {
  const status = statusOf(flow, world.now());
  if (status === 'expired' || status === 'canceled') return null;
  const owed = owesForm(flow, session) ? 'compliance' : null;
  const due = status === 'completed' ? parkedStep(flow, session) : (activeStep(flow.plan)?.name ?? null);
  const step = owed ?? due;
  if (session.handoff) return step === 'id-verification' ? step : null;
  if ((step !== null || session.cameBack) && !session.authenticated) return 'authentication';
  if (owed) return owed;
  // Something was filed under the name since the payee went back to it, in another window or with the phone.
  return session.revisits === 'onboarding' && hasFiled(world, flow)
    ? step
    : stepVisited({ flow, session }, step);
}

/** Returns the earlier step to which the payee may go back. */
export function backTo(context: MockContext): StepName | null {
  const { world, flow, session } = context;
  const step = currentStep(context);
  if (step === null || !session.authenticated || session.handoff) return null;
  const made = flow.draft?.payout;
  const isPaid = step === 'payout' && made !== null && made !== undefined && !cameBack[made.status];
  return stepBefore(flow.plan, step, { hasFiled: hasFiled(world, flow), isPaid });
}

/** Returns whether a tax form, an identity or a background check of the payee exists, judged or not. */
function hasFiled(world: World, { user }: MockFlow): boolean {
  if (!user) return false;
  if (user.taxForms.length > 0 || user.taxUpload || user.identity !== 'unverified' || user.checks.length > 0)
    return true;
  return [...world.flows.values()].some(
    ({ user: theirs, idChecks }) =>
      theirs === user && idChecks.some(({ status }) => status === 'submitted' || status === 'in_review'),
  );
}

/** Goes back to an earlier step, or on to the one that is due. */
export function visit(context: MockContext, body: unknown): void {
  const { step } = parseInput(visitInput, body);
  const { flow, session } = context;
  if (!session.authenticated) throw new ProblemError('authentication-required');
  const isDue = activeStep(flow.plan)?.name === step;
  if (session.handoff || !(isDue || backTo(context) === step)) throw new ProblemError('step-not-current');
  session.revisits = isDue ? null : step;
}

/** Ends a step. One that the payee came back to is not completed a second time. */
export function endStep(context: MockContext, step: StepName, outcome: StepOutcome): void {
  const { world, flow, session } = context;
  if (!isRevisit(context, step)) return completeStep(world, flow, step, outcome);
  session.revisits = null;
  flow.plan = replan(flow.plan, flow.steps, planFacts(world, flow), stepRules);
}

/** Returns whether the payee came back to a finished flow, in which deposits wait to be confirmed. */
export function owesDeposits(flow: MockFlow, session: MockSession): boolean {
  const { user, completions, lastCompleted } = flow;
  if (flow.status !== 'completed' || !user || !lastCompleted) return false;
  if (!session.cameBack && lastCompleted >= session.created) return false;
  return (
    completions.some(({ step, outcome }) => step === 'manage-payments' && outcome === 'pending') &&
    !user.paymentMethods.some(({ status }) => status === 'verified')
  );
}

/** Returns whether the payee pressed the button to add the payout method that is missing. */
export function owesMethod({ status, user, completions }: MockFlow, session: MockSession): boolean {
  if (status !== 'completed' || !user || !session.cameBack) return false;
  return (
    completions.some(({ step }) => step === 'manage-payouts' || step === 'payout') &&
    user.methods.every(({ removed }) => removed)
  );
}

/** Returns whether the payee came back to withdraw what the flow did not pay out. */
export function owesPayout({ id, status, user, completions }: MockFlow, session: MockSession): boolean {
  if (status !== 'completed' || !user || !session.cameBack) return false;
  const made = user.payouts.findLast(({ flowId }) => flowId === id);
  return isPayoutOpen(completions, made?.status, purseOf(user));
}

function parkedStep(flow: MockFlow, session: MockSession): StepName | null {
  if (owesDeposits(flow, session)) return 'manage-payments';
  if (owesMethod(flow, session)) return 'manage-payouts';
  if (owesPayout(flow, session)) return 'payout';
  const last = flow.plan.filter((entry) => entry.name !== 'redirect').at(-1)?.name;
  return last && staysOpen.includes(last) && isButtonHidden(flow, last) ? last : null;
}

/** Throws unless this is the step that the payee has to do now. */
export function assertCurrent(context: MockContext, step: StepName): void {
  if (!context.session.authenticated) throw new ProblemError('authentication-required');
  if (currentStep(context) !== step) throw new ProblemError('step-not-current');
}

/** Completes the active step, writes down its webhook, and ends the flow after the last one. */
export function completeStep(world: World, flow: MockFlow, step: StepName, outcome: StepOutcome): void {
  const active = activeStep(flow.plan);
  if (active?.name !== step) throw new ProblemError('step-not-current');
  flow.plan = replan(complete(flow.plan, step), flow.steps, planFacts(world, flow), stepRules);
  flow.status = 'in_progress';
  const completion: Completion = {
    event_id: newMessageId(),
    step,
    reason: active.reason,
    outcome,
    sequence: flow.completions.length + 1,
    completed_steps: completedSteps(flow.steps, flow.plan),
    remaining_steps: remainingSteps(flow.plan),
    user_id: flow.user?.id ?? null,
  };
  flow.completions.push(completion);
  flow.lastCompleted = world.now();
  const { event_id: id, remaining_steps: _, ...facts } = completion;
  tell(world, flow, id, { event: 'flow.updated', ...facts });
  if (completion.remaining_steps.length === 0) finishFlow(world, flow);
  world.changed(flow);
}

export function finishFlow(world: World, flow: MockFlow): void {
  flow.status = 'completed';
  flow.completedEventId = newMessageId();
  tell(world, flow, flow.completedEventId, {
    event: 'flow.completed',
    sequence: flow.completions.length + 1,
    completed_steps: completedSteps(flow.steps, flow.plan),
    user_id: flow.user?.id ?? null,
  });
}

function tell(
  world: World,
  flow: MockFlow,
  id: string,
  payload: { event: string; [field: string]: unknown },
): void {
  world.webhooks.push({
    id,
    payload: { ...payload, flow_id: flow.id, metadata: flow.metadata, api_version: apiVersion },
  });
}
