/**
 * Keeps what "automatic payouts" promises. Money that the app gives goes straight on to the payee's default
 * method. Money that had to wait goes when the payee has done what was missing. It is a job, so that the
 * partner's call and the payee's step neither wait for it nor fail with it.
 */
import { findApp } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';
import { payoutMethodsOf } from '../db/payout-methods.ts';
import { findTransferByIntent } from '../db/transfers.ts';
import { findUser, findUserById, keepUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { railTerms } from '../../contract/rails/terms.ts';
import { lockWalletsOf } from './movements.ts';
import { defaultFeeParty } from '../../contract/rails/offers.ts';
import { createPayout } from './payouts.ts';

/**
 * `cause` is the transfer that brought the money, or the flow that ended. Each cause leads to at most one
 * payout.
 */
export async function autoPayout(deps: Deps, userId: string, cause: string): Promise<void> {
  const known = await findUserById(deps.db, userId);
  const app = known && (await findApp(deps.db, known.app_id));
  // Nobody is paid in the name of a deleted user.
  const user = app && (await findUser(deps.db, app.id, userId));
  if (!app || !user?.auto_payout_enabled) return;
  try {
    await deps.db.transaction((tx) => payAll(deps, tx, app, user, `auto ${cause}`));
  } catch (error) {
    // There is too little for the rail, a tax form is missing, or no rail pays where they live. The money
    // waits in the wallet, and the payee can see it there.
    if (!(error instanceof ProblemError) || error.code === 'resource-busy') throw error;
    // To a method that is new it goes later. Whatever else has come by then goes with it.
    if (error.code === 'payout-method-waiting') await later(deps, userId, cause, error.extra.retryAfter ?? 0);
    deps.log.info({ cause, code: error.code }, 'no automatic payout');
  }
}

function later(deps: Deps, userId: string, cause: string, seconds: number): Promise<void> {
  const at = new Date(deps.clock.now().getTime() + seconds * 1000);
  return deps.db.transaction((tx) => deps.jobs.enqueue(tx, { kind: 'auto-payout', userId, cause }, at));
}

async function payAll(deps: Deps, tx: Queryable, app: App, user: UserRow, intent: string): Promise<void> {
  const method = (await payoutMethodsOf(tx, user.id)).find(({ is_default }) => is_default);
  // The wallets are locked first. When two transfers arrive at the same time, one payout carries the money of
  // both.
  await keepUser(tx, user.id);
  const balance = await lockWalletsOf(deps, tx, app.id, user.id);
  if (!method || balance === 0 || (await findTransferByIntent(tx, app.id, intent))) return;
  await createPayout(deps, tx, {
    app,
    user,
    method,
    amount: Math.min(balance, railTerms[method.platform].max),
    feeParty: defaultFeeParty,
    intent,
  });
}
