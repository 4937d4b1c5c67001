/**
 * What a partner does when something is wrong with a user: keep them out, let them in again, give them
 * another phone, end what they have open, vouch for them. The caller has locked the user's row and, for
 * whatever ends sessions, their flows (`db/lock-order.ts`).
 */
import { updateUser, updateUserPhone } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { closeFlowsOf } from '../db/flows.ts';
import { forgetBrowsersOf } from '../db/known-browsers.ts';
import { clearDefaultPayoutMethod } from '../db/payout-methods.ts';
import { openMatchesOf } from '../db/screening.ts';
import { askNothingKnown, deleteSessionsOf } from '../db/sessions.ts';
import { deleteVerificationTokensOf } from '../db/verification-tokens.ts';
import { releaseHeldPayouts } from '../ledger/release.ts';
import { flowChanged } from '../db/signals.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { flaggedPayouts } from '../db/payouts.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { noteChange } from '../tax/note-change.ts';
import { confirmedAs, stillListed } from '../users/refusals.ts';
import { userChanged } from '../users/user-changed.ts';

/**
 * Keeps the user out: their sessions end, no flow of theirs opens, nothing is paid out. Money on its way
 * stays on its way, and what they have stays theirs.
 */
export async function disableUser(deps: Deps, tx: Queryable, user: UserRow): Promise<void> {
  if (user.disabled) return;
  const now = deps.clock.now();
  await updateUser(tx, user.id, { disabled: now, updated: now });
  await endSessions(tx, user);
  await userChanged(deps, tx, user);
}

/**
 * Lets the user in again, and what waited for them out. Who is found on a sanctions list besides stays
 * disabled until that is decided.
 * @throws ProblemError `insufficient-scope` when something waits, and the key may not move money;
 *   `conflicting-state` when it would change nothing
 */
export async function enableUser(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  mayMoveMoney: boolean,
): Promise<void> {
  const confirmed = (await openMatchesOf(tx, user.id)).find(({ state }) => state === 'confirmed');
  if (confirmed) throw confirmedAs(confirmed.id);
  if (!user.disabled && user.ofac_status === 'flagged') throw stillListed();
  if (!user.disabled) return;
  if (!mayMoveMoney && (await flaggedPayouts(tx, user.id)).length > 0)
    throw new ProblemError('insufficient-scope', {
      detail:
        'This call needs an API key with the scopes users and money, because payouts wait for the user to be enabled: they would go out.',
    });
  const enabled = await updateUser(tx, user.id, { disabled: null, updated: deps.clock.now() });
  await releaseHeldPayouts(deps, tx, enabled);
  await userChanged(deps, tx, user);
}

/** Ends all sessions. Whoever opens a flow again is asked for a code, in a browser that counts as new. */
export async function endSessions(tx: Queryable, user: Pick<UserRow, 'id'>): Promise<void> {
  for (const id of await closeFlowsOf(tx, user.id)) flowChanged(tx, id);
  await deleteSessionsOf(tx, user.id);
  await forgetBrowsersOf(tx, user.id);
}

/**
 * The partner has made sure who has the phone: for a day the payee is let in by the code alone, in any
 * browser. It is for those who cannot say what they are asked beside it. Who waits at that question gets a
 * new code.
 */
export async function vouchFor(deps: Deps, tx: Queryable, user: UserRow): Promise<void> {
  const now = deps.clock.now();
  await updateUser(tx, user.id, { confirmed: now, updated: now });
  for (const id of await askNothingKnown(tx, user.id)) flowChanged(tx, id);
}

/**
 * Replaces the phone, which the payee confirms the next time, by the code alone. Sessions that were opened by
 * the old one end. Whoever had the old one may have said where money goes, so nothing goes there by itself
 * until somebody says so again: the payee, or the partner.
 * @throws ProblemError when another user of the app has the number
 */
export async function changePhone(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  { phone, callingCode }: { readonly phone: string; readonly callingCode: string },
): Promise<void> {
  if (phone === user.phone_e164) return;
  const changed = await updateUserPhone(tx, user.id, {
    phone_e164: phone,
    calling_code: callingCode,
    phone_verified: false,
    auto_payout_enabled: false,
    // The partner has just seen whose it is.
    confirmed: deps.clock.now(),
    updated: deps.clock.now(),
  });
  if (!changed) throw fieldError('phone_number', 'phone-in-use');
  // A token that went to the old phone says nothing of the new one.
  await deleteVerificationTokensOf(tx, user.id);
  if (await clearDefaultPayoutMethod(tx, user.id))
    await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
  await endSessions(tx, user);
  await noteChange(deps, tx, user, { phone });
  await userChanged(deps, tx, user);
}
