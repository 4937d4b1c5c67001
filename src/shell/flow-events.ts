/** What the page is told of a flow, made of a snapshot. */
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

export const readyEvent = ({ flow, plan }: Snapshot): Event =>
  new DotsReadyEvent({ flowId: flow.id, steps: plan.map(({ name }) => name), userId: flow.user_id });

export const positionOf = ({ flow, plan }: Snapshot, step: StepName): StepPosition => ({
  flowId: flow.id,
  step,
  reason: plan.find(({ name }) => name === step)?.reason ?? 'requested',
});

/** Returns where the browser goes once the redirect step, and with it the flow, is done; empty when nowhere. */
export function leavingFor(before: FlowState, { flow }: Snapshot): string {
  const current = before.name === 'step' ? before.snapshot.current : null;
  if (current?.step !== 'redirect' || flow.status !== 'completed') return '';
  return /^https?:\/\//i.test(current.redirect_url) ? current.redirect_url : '';
}

/** Returns the events for what is completed and was not told before, in order, and what has been told with them. */
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
