/** What `id-verification` waits for: a verdict, or the other device. */
import { activeStep } from '../../../contract/plan/plan.ts';
import { isOtherAwaited } from '../../../contract/steps/handoff-state.ts';
import type { IsAwaited } from '../session/step.ts';
import { loadState } from './state.ts';

export const isAwaited: IsAwaited<'id-verification'> = async (deps, tx, context) => {
  if (activeStep(context.flow.plan)?.name !== 'id-verification') return false;
  const { phase, handoff } = await loadState(tx, context, deps.clock.now());
  return phase === 'review' || isOtherAwaited(handoff.state);
};
