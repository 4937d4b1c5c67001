/**
 * Changes what a partner may change about a user. Only the payee can change their names, email address and
 * phone number.
 */
import type { output } from 'zod/v4/core';
import type { updateUserInput } from '../../contract/partner/user-requests.ts';
import type { Queryable } from '../ports/database.ts';
import { payoutMethodsOf, setDefaultPayoutMethod } from '../db/payout-methods.ts';
import { updateUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { checkMetadata } from '../http/metadata.ts';
import { fieldError } from '../../contract/input/problem-error.ts';
import { personOf } from '../screening/names.ts';
import { screenUser } from '../screening/screen.ts';
import { userChanged } from '../users/user-changed.ts';
import { adjustedBy } from './adjustment.ts';
import { sealDateOfBirth } from '../users/sealed-fields.ts';

type Input = output<typeof updateUserInput>;

/** The caller has locked the user's row. */
export async function changeUser(deps: Deps, tx: Queryable, user: UserRow, input: Input): Promise<void> {
  checkMetadata(input.metadata);
  const patch = patchOf(deps, user, input);
  const rail = input.default_payout_method;
  const excluded = patch.payout_options_exclude_list ?? user.payout_options_exclude_list;
  // A rail that this very request excludes cannot be made the default either.
  const changedDefault = rail !== undefined && (await chooseRail(tx, user, rail, excluded));
  await updateUser(tx, user.id, { ...patch, updated: deps.clock.now() });
  if (changedDefault) await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
  if (Object.keys(patch).length > 0) await userChanged(deps, tx, user);
  if (input.date_of_birth) await screenUser(deps, tx, user, personOf(user, input.date_of_birth));
}

/** Returns only what was sent. Null clears a value. */
function patchOf(deps: Deps, user: UserRow, input: Input): Partial<UserRow> {
  const { auto_payout_enabled, date_of_birth, metadata, payout_options_exclude_list: excluded } = input;
  const adjustments_1099 = adjustedBy(input, user.adjustments_1099);
  return {
    ...(auto_payout_enabled === undefined ? {} : { auto_payout_enabled }),
    ...(date_of_birth === undefined
      ? {}
      : {
          date_of_birth_sealed: date_of_birth === null ? null : sealDateOfBirth(deps, user.id, date_of_birth),
        }),
    ...(adjustments_1099 && { adjustments_1099 }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(excluded === undefined ? {} : { payout_options_exclude_list: excluded ?? [] }),
  };
}

/**
 * Makes the newest method on a rail the default, unless the default is on that rail already: the vendor names
 * a rail and not a method. Returns whether the default changed.
 */
async function chooseRail(
  tx: Queryable,
  user: UserRow,
  rail: string,
  excluded: readonly string[],
): Promise<boolean> {
  const onRail = (await payoutMethodsOf(tx, user.id)).filter(({ platform }) => platform === rail);
  const chosen = onRail.find(({ is_default }) => is_default) ?? onRail.at(-1);
  if (!chosen || excluded.includes(rail)) throw fieldError('default_payout_method', 'invalid-choice');
  if (chosen.is_default) return false;
  await setDefaultPayoutMethod(tx, user.id, chosen.id);
  return true;
}
