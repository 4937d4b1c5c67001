/** Adds a payout method whose holder is screened. */
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
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
  corrected?: PayoutMethodRow,
): Promise<string> {
  const id = await insertMethod(deps, tx, user, method, corrected);
  await screenUser(deps, tx, user, holderNames(method, user.country));
  return id;
}
