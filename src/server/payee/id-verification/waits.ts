/** What `id-verification` waits for: a verdict, or the other device. */
import { activeStep } from '../../../contract/plan/plan.ts';
import type { IsAwaited } from '../session/step.ts';
import { loadState } from './state.ts';

export const isAwaited: IsAwaited<'id-verification'> = async (deps, tx, context) => {
  if (activeStep(context.flow.plan)?.name !== 'id-verification') return false;
  const { phase, handoff } = await loadState(tx, context, deps.clock.now());
  // The phone still waits after the starter went on by itself: it may take the step again.
  return (
    phase === 'review' ||
    handoff.state === 'waiting' ||
    handoff.state === 'opened' ||
    handoff.state === 'canceled'
  );
};
