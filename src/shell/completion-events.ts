/**
 * Makes the events of what is completed, and finds out where the browser goes at the end, out of snapshots.
 */
import type { Completion, Snapshot } from '../contract/steps/session.ts';
import { DotsFlowCompletedEvent, DotsStepCompletedEvent } from '../events.ts';
import { toldAtOpening, untold } from '../flow/completions.ts';
import type { FlowState } from '../flow/machine.ts';

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
