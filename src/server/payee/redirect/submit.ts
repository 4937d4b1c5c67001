/** Ends the last step: it is done, and told to the partner's server, before the browser leaves. */
import type { Context } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { assertCurrent } from '../session/context.ts';
import { mutate } from '../mutation.ts';

export async function finishRedirect(c: Context, deps: Deps): Promise<Response> {
  return mutate(c, deps, async (tx, context) => {
    assertCurrent(context, 'redirect', deps.clock.now());
    context.flow = await completeStep(deps, tx, context.flow, 'redirect', 'redirected');
  });
}
