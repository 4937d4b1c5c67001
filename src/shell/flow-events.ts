/**
 * Makes the events that the page gets of a flow out of snapshots. When they are dispatched is the
 * controller's business.
 */
import type { Completion, Snapshot } from '../contract/steps/session.ts';
import type { StepName } from '../contract/steps.ts';
import {
  DotsBeforeStepEvent,
  DotsFlowCompletedEvent,
  DotsMetricEvent,
  DotsReadyEvent,
  DotsStepCompletedEvent,
  DotsStepStartedEvent,
  type StepPosition,
} from '../events.ts';
import type { FlowState } from '../flow/machine.ts';
import { toldAtOpening, untold } from '../flow/completions.ts';

/** Returns the event that the session is open. */
export const ready = ({ flow, plan }: Snapshot): Event =>
  new DotsReadyEvent({ flowId: flow.id, steps: plan.map(({ name }) => name), userId: flow.user_id });

/** Returns what the step events carry. A step that is not in the plan can only be one that was requested. */
const positionOf = ({ flow, plan }: Snapshot, step: StepName): StepPosition => ({
  flowId: flow.id,
  step,
  reason: plan.find(({ name }) => name === step)?.reason ?? 'requested',
});

export const beforeStep = (snapshot: Snapshot, step: StepName): Event =>
  new DotsBeforeStepEvent(positionOf(snapshot, step), true);

export const stepStarted = (snapshot: Snapshot, step: StepName): Event =>
  new DotsStepStartedEvent(positionOf(snapshot, step));

/** Returns the metric of what began at `startedAt` (`performance.now()`) and has ended now. */
export const measured = (
  name: DotsMetricEvent['detail']['name'],
  step: string | null,
  startedAt: number,
): Event => new DotsMetricEvent({ name, step, duration: performance.now() - startedAt });

/**
 * Returns where the browser goes once the redirect step, and with it the flow, is done. Returns an empty text
 * when it stays.
 *
 * The address is checked once more here: `javascript:` would run in the host's page.
 */
export function leavingFor(before: FlowState, { flow }: Snapshot): string {
  const current = before.name === 'step' ? before.snapshot.current : null;
  if (current?.step !== 'redirect' || flow.status !== 'completed') return '';
  return /^https?:\/\//i.test(current.redirect_url) ? current.redirect_url : '';
}

/**
 * Returns what turns snapshots into the events for what is completed and was not told before, in order. What
 * was completed in `opened` already happened before this element was there.
 */
export function tellCompletions(opened: Snapshot): (snapshot: Snapshot) => Event[] {
  let before = toldAtOpening(opened);
  return (snapshot) => {
    const { completions, flowCompleted, told } = untold(before, snapshot);
    before = told;
    return [
      ...completions.map((completion) => stepCompleted(snapshot, completion)),
      ...(flowCompleted ? [flowDone(snapshot)] : []),
    ];
  };
}

const stepCompleted = ({ flow }: Snapshot, completion: Completion): Event =>
  new DotsStepCompletedEvent({
    eventId: completion.event_id,
    flowId: flow.id,
    step: completion.step,
    reason: completion.reason,
    outcome: completion.outcome,
    sequence: completion.sequence,
    completedSteps: completion.completed_steps,
    remainingSteps: completion.remaining_steps,
    userId: completion.user_id,
  });

const flowDone = ({ flow, completions, completed_event_id: eventId }: Snapshot): Event =>
  new DotsFlowCompletedEvent({
    eventId: eventId ?? '',
    flowId: flow.id,
    completedSteps: completions.at(-1)?.completed_steps ?? [],
    userId: flow.user_id,
  });
