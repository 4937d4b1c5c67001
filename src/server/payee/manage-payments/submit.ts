/** What all changes in `manage-payments` have in common, and how the step ends. */
import type { Context } from 'hono';
import { paymentMethodsOf } from '../../db/payment-methods.ts';
import type { UserRow } from '../../db/users.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertCurrent, owedStep } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { endStep } from '../session/visit.ts';
import { managePaymentsRequirement, outcomeOf } from './requirement.ts';

/** A change to the payment methods. Only the payee makes it, and only during the step. */
export type PaymentWork = (
  tx: Queryable,
  context: PayeeContext,
  user: UserRow,
) => Promise<ProblemError | void>;

/**
 * Returns work that may only be done at this step, by a payee who is known. What every change has to be
 * followed by is done here, so no change forgets it.
 */
export function changePayments(deps: Deps, work: PaymentWork): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'manage-payments', deps.clock.now());
    if (!context.user) throw new ProblemError('user-info-missing');
    const problem = await work(tx, context, context.user);
    await finishWhenParked(deps, tx, context);
    // The deposits for which the payee came back may be confirmed now. Then nothing remains to be done here.
    context.owed = await owedStep(tx, context);
    return problem;
  };
}

/**
 * Ends the step when the continue button is hidden. Nobody can say "done" then, so the first account that is
 * connected or on its way says it.
 */
async function finishWhenParked(deps: Deps, tx: Queryable, context: PayeeContext): Promise<void> {
  const { hide_continue_button: hidden, methods } = await managePaymentsRequirement(deps, tx, context);
  const outcome = outcomeOf(methods);
  if (hidden && outcome !== 'none' && activeStep(context.flow.plan)?.name === 'manage-payments') {
    context.flow = await completeStep(deps, tx, context.flow, 'manage-payments', outcome);
  }
}

/** Ends the step. It may end without any account: connecting one is an offer. */
export function finishManagePayments(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'manage-payments', deps.clock.now());
    const methods = context.user ? await paymentMethodsOf(tx, context.user.id) : [];
    await endStep(deps, tx, context, 'manage-payments', outcomeOf(methods));
  };
}
