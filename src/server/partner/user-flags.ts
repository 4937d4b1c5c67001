/** What is odd about a user. Each flag has a reason that can be looked up. */
import { realName } from '../../contract/forms/names.ts';
import type { User } from '../../contract/partner/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import { lastDocumentNamedAnother, payoutMethodChanges, sharesPayoutMethod } from '../db/user-flags.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { sharesName } from '../identity/same-person.ts';
import { openMethod } from '../payout-methods/sealed-details.ts';

/**
 * "Repeatedly over a short period of time" is all that the vendor says (its OpenAPI description,
 * `payout_method_cycle`). Somebody who adds two accounts and takes one back is setting up. Somebody who makes
 * six changes in a day is trying accounts out.
 */
const cyclePeriodMs = 24 * 60 * 60 * 1000;
const cycleChanges = 6;

/** `methods` are all methods of the user. `business` is the name of the business, when the user is one. */
export async function userFlags(
  deps: Pick<Deps, 'clock' | 'vault'>,
  db: Queryable,
  user: UserRow,
  methods: readonly PayoutMethodRow[],
  business: string | null,
): Promise<User['compliance']['flags']> {
  const since = new Date(deps.clock.now().getTime() - cyclePeriodMs);
  return {
    ofac: user.ofac_status !== 'unflagged',
    ofac_status: user.ofac_status,
    payout_method: await sharesPayoutMethod(db, user),
    payout_method_cycle: (await payoutMethodChanges(db, user.id, since)) >= cycleChanges,
    name_mismatch:
      (await lastDocumentNamedAnother(db, user.id)) || isPaidToAnother(deps, user, methods, business),
  };
}

/**
 * The vendor's words are: a name "submitted during IDV or through a payout method" (its OpenAPI description,
 * `name_mismatch`). Of the rails, only bank accounts abroad say whose they are. As with documents, the names
 * agree in doubt.
 */
function isPaidToAnother(
  deps: Pick<Deps, 'vault'>,
  user: UserRow,
  methods: readonly PayoutMethodRow[],
  business: string | null,
): boolean {
  const owners = methods.flatMap((row) => openMethod(deps, row)['account_holder_name'] ?? []);
  return owners.some((owner) => {
    if (business !== null && sharesName(business, owner)) return false;
    return !sharesName(realName(user.first_name), owner) || !sharesName(realName(user.last_name), owner);
  });
}
