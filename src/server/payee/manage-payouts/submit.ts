/** What all changes in `manage-payouts` have in common, and how the step ends. */
import type { Context } from 'hono';
import { autoPayoutInput } from '../../../contract/steps/manage-payouts-requests.ts';
import { updateFlow } from '../../db/flows.ts';
import { lockUser, updateUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { userChanged } from '../../users/user-changed.ts';
import { assertCurrent, currentStep, owedStep } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { backToEnd, endStep } from '../session/visit.ts';
import { managePayoutsRequirement } from './requirement.ts';

/**
 * A change to where the money goes. Only the payee makes it, and only during the step. Returns whether
 * anything changed.
 */
export type MethodWork = (tx: Queryable, context: PayeeContext, user: UserRow) => Promise<boolean>;

/** Returns work that may only be done where the payee may change where the money goes. */
export function changePayouts(deps: Deps, work: MethodWork): PayeeWork {
  return async (tx, context) => {
    const now = deps.clock.now();
    // The payee may also change this at the payout step, where they are about to be paid.
    assertCurrent(context, currentStep(context, now) === 'payout' ? 'payout' : 'manage-payouts', now);
    if (!context.user) throw new ProblemError('user-info-missing');
    // The partner changes methods too, with the user's row locked.
    const user = await lockUser(tx, context.app.id, context.user.id);
    if (!user) throw new ProblemError('flow-canceled');
    const changed = await work(tx, context, user);
    if (changed) context.flow = await updateFlow(tx, context.flow.id, { payouts_changed: true });
    await finishWhenParked(deps, tx, context);
    // The method that was missing at the end may be there now.
    if (context.owed === 'manage-payouts' && (await owedStep(tx, context)) !== 'manage-payouts')
      await backToEnd(tx, context);
  };
}

/**
 * Ends the step when the continue button is hidden. Nobody can say "done" then, so the first change that
 * leaves the step complete says it.
 */
async function finishWhenParked(deps: Deps, tx: Queryable, context: PayeeContext): Promise<void> {
  const {
    hide_continue_button: hidden,
    methods,
    blockers,
  } = await managePayoutsRequirement(deps, tx, context);
  const isActive = activeStep(context.flow.plan)?.name === 'manage-payouts';
  if (isActive && hidden && methods.length > 0 && blockers.length === 0) {
    context.flow = await completeStep(deps, tx, context.flow, 'manage-payouts', 'saved');
  }
}

/** Ends the step, with `unchanged` when the payee only looked. */
export function finishManagePayouts(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'manage-payouts', deps.clock.now());
    const { blockers } = await managePayoutsRequirement(deps, tx, context);
    if (blockers[0]) throw new ProblemError(blockers[0]);
    await endStep(deps, tx, context, 'manage-payouts', context.flow.payouts_changed ? 'saved' : 'unchanged');
  };
}

/**
 * Switches automatic payouts. Money that is in the wallet already may go out when the flow ends
 * (`flows/complete-step.ts`).
 */
export function setAutoPayout(c: Context, deps: Deps): PayeeWork {
  return changePayouts(deps, async (tx, context, user) => {
    const { enabled } = parseInput(autoPayoutInput, await readJson(c));
    if (enabled === user.auto_payout_enabled) return false;
    context.user = await updateUser(tx, user.id, { auto_payout_enabled: enabled, updated: deps.clock.now() });
    await userChanged(deps, tx, user);
    return true;
  });
}
