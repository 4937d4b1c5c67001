/**
 * Makes the events that the page gets of a flow out of snapshots. When they are dispatched is the
 * controller's business.
 */
import type { Snapshot } from '../contract/steps/session.ts';
import type { StepName } from '../contract/steps.ts';
import {
  DotsBeforeStepEvent,
  DotsMetricEvent,
  DotsReadyEvent,
  DotsStepStartedEvent,
  type StepPosition,
} from '../events.ts';

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
