/**
 * Makes the events that the page gets of a flow out of snapshots. When they are dispatched is the
 * controller's business.
 */
import type { Snapshot } from '../contract/steps/session.ts';
import type { StepName } from '../contract/steps.ts';
import {
  DotsFlowCompletedEvent,
  DotsReadyEvent,
  DotsStepCompletedEvent,
  type StepPosition,
} from '../events.ts';
import type { FlowState } from '../flow/machine.ts';
import { toldAtOpening, untold, type Told } from '../flow/completions.ts';

/** Returns the event that the session is open. */
export const readyEvent = ({ flow, plan }: Snapshot): Event =>
  new DotsReadyEvent({ flowId: flow.id, steps: plan.map(({ name }) => name), userId: flow.user_id });

/** Returns what the step events carry. A step that is not in the plan can only be one that was requested. */
export const positionOf = ({ flow, plan }: Snapshot, step: StepName): StepPosition => ({
  flowId: flow.id,
  step,
  reason: plan.find(({ name }) => name === step)?.reason ?? 'requested',
});

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
 * Returns the events for what is completed and was not told before, in order, and what has been told with
 * them. `before` is null for the first snapshot of a flow.
 */
export function completionEvents(before: Told | null, snapshot: Snapshot): { events: Event[]; told: Told } {
  const { completions, flowCompleted, told } = untold(before ?? toldAtOpening(snapshot), snapshot);
  const { id: flowId, user_id: userId } = snapshot.flow;
  const events: Event[] = completions.map(
    (completion) =>
      new DotsStepCompletedEvent({
        eventId: completion.event_id,
        flowId,
        step: completion.step,
        reason: completion.reason,
        outcome: completion.outcome,
        sequence: completion.sequence,
        completedSteps: completion.completed_steps,
        remainingSteps: completion.remaining_steps,
        userId: completion.user_id,
      }),
  );
  if (flowCompleted) {
    const completedSteps = snapshot.completions.at(-1)?.completed_steps ?? [];
    const eventId = snapshot.completed_event_id ?? '';
    events.push(new DotsFlowCompletedEvent({ eventId, flowId, completedSteps, userId }));
  }
  return { events, told };
}
