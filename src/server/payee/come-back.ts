/** A payee goes on with what a finished flow left open, or wants to see again what was done in it. */
import type { Context } from 'hono';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { updateSession } from '../db/sessions.ts';
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
  };
}
