/** A payee goes on with what a finished flow left open, or wants to see again what was done in it. */
import type { Context } from 'hono';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { cameBack } from '../../contract/money/transfers.ts';
import { updateFlow } from '../db/flows.ts';
import { updateSession } from '../db/sessions.ts';
import { findTransfer } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import { owedStep } from './session/context.ts';
import type { PayeeWork } from './session/step.ts';

/** Asks for the code first when this browser has not confirmed the phone. */
export function comeBack(_c: Context, _deps: Deps): PayeeWork {
  return async (tx, context) => {
    const { flow, session } = context;
    if (flow.status !== 'completed' || flow.user_id === null || session.only_step !== null)
      throw new ProblemError('step-not-current');
    context.session = await updateSession(tx, session.id, { came_back: true });
    context.owed = await owedStep(tx, context);
    // Whoever comes back for what is left begins another payout. One that came back is shown first.
    const { payout_draft: draft } = flow;
    const made = draft?.transfer_id ? await findTransfer(tx, draft.transfer_id) : null;
    if (context.owed === 'payout' && made && !cameBack[made.status])
      context.flow = await updateFlow(tx, flow.id, { payout_draft: null });
  };
}
