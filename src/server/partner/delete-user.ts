/**
 * Deletes a user. Nobody finds them any more, their open flows end, and their phone number is free for
 * another user. What they have not claimed goes back to the app. What is known of them is removed, but for
 * what the law wants kept (`db/erase-user.ts`). A user who still has money cannot be deleted, because nobody
 * could pay it out afterwards; what is withheld is remitted or released before.
 */
import type { Queryable } from '../ports/database.ts';
import { openFlowsOf } from '../db/flows.ts';
import { walletBalance } from '../db/ledger.ts';
import { moneyUnderWay, withheldStill } from '../db/money-under-way.ts';
import { eraseUser } from '../db/erase-user.ts';
import { lockForDeletion } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { cancelFlow } from '../flows/cancel-flow.ts';
import { cancelLinksOf } from '../payout-links/end.ts';
import { keepPersons } from '../tax/uploads/person.ts';
import { blocked } from '../users/refusals.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';

/** Returns what has to happen first; null when nothing does. */
async function whyKept(tx: Queryable, { id, ofac_status }: UserRow): Promise<ProblemError | null> {
  const holds = await walletBalance(tx, { userId: id });
  if (holds !== 0)
    return new ProblemError('wallet-not-empty', {
      detail:
        ofac_status === 'flagged'
          ? `The user’s wallet holds ${holds} cents. ${blocked}`
          : `The user’s wallet holds ${holds} cents. Pay them out with POST /payouts, or take them back with POST /transfers.`,
    });
  const open = await moneyUnderWay(tx, id);
  if (!open) return whyWithheld(await withheldStill(tx, id));
  if (open.type === 'payout')
    return new ProblemError('wallet-not-empty', {
      detail: `The payout ${open.id} is ${open.status}, and may come back into the user’s wallet. Delete them once it has ended.`,
    });
  const day = open.debit_on?.toISOString().slice(0, 10);
  return new ProblemError('debit-to-come', {
    detail:
      open.status === 'created'
        ? `The payment ${open.id} debits the user’s account${day ? ` on ${day}` : ' in a moment'}. Cancel it with POST /payments/${open.id}/cancel, or wait until it has ended.`
        : `The payment ${open.id} is with the bank. Wait until it has ended.`,
  });
}

/** Nobody could give it to them any more, and nobody would know for whom it is to be sent. */
const whyWithheld = (cents: number): ProblemError | null =>
  cents === 0
    ? null
    : new ProblemError('wallet-not-empty', {
        detail: `${cents} cents are withheld of the user’s payouts (GET /transfers?withholding=held). Say of each that you have sent it with POST /transfers/{id}/withholding/remit, or give it to the user with POST /transfers/{id}/withholding/release.`,
      });

/**
 * The caller has locked the user's row and their flows. Open flows are canceled, because nobody can work on
 * a flow without its user, and it would stay `in_progress` for the partner.
 */
export async function removeUser(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  mayMoveMoney: boolean,
): Promise<void> {
  // Whoever gives, pays or debits is either done, or waits and finds no user.
  await lockForDeletion(tx, user.id);
  const refusal = await whyKept(tx, user);
  if (refusal) throw refusal;
  const now = deps.clock.now();
  await cancelLinksOf(deps, tx, user.id, mayMoveMoney);
  for (const id of await openFlowsOf(tx, user.id, now)) await cancelFlow(deps, tx, id);
  await keepPersons(deps, tx, user);
  await eraseUser(tx, user.id, now);
}
