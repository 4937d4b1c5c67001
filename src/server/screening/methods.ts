/** Adds a payout method whose holder is screened. */
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { SanctionedPlace } from '../../contract/sanctions/places.ts';
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import type { UserRow } from '../db/users.ts';
import { insertMethod } from '../payout-methods/insert.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { holderNames } from './names.ts';
import { screenUser } from './screen.ts';

export async function addScreenedMethod(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  method: PayoutMethodInput,
  more: { readonly corrected?: PayoutMethodRow; readonly doubts?: readonly SanctionedPlace[] } = {},
): Promise<string> {
  const id = await insertMethod(deps, tx, user, method, more.corrected);
  await screenUser(deps, tx, user, holderNames(method, user.country), more.doubts);
  return id;
}
