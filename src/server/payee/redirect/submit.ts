/** Ends the last step. The step is done, and the partner's server is told, before the browser leaves. */
import type { Context } from 'hono';
import { completeStep } from '../../flows/complete-step.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertCurrent } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';

export function finishRedirect(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'redirect', deps.clock.now());
    context.flow = await completeStep(deps, tx, context.flow, 'redirect', 'redirected');
  };
}
