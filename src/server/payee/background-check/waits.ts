/** What `background-check` waits for: the report, once it was ordered. */
import type { IsAwaited } from '../session/step.ts';
import { checkOf } from './state.ts';

export const isAwaited: IsAwaited<'background-check'> = async (_deps, tx, { flow }) => {
  const status = (await checkOf(tx, flow))?.status;
  return status === 'started' || status === 'pending';
};
