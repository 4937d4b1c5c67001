/** What is odd about a user. Each flag has a reason that can be looked up. */
import { realName } from '../../contract/forms/names.ts';
import type { User } from '../../contract/partner/users.ts';
import type { AboutUser } from '../db/about-users.ts';
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { sharesName } from '../identity/same-person.ts';
import { openMethod } from '../payout-methods/sealed-details.ts';

/**
 * "Repeatedly over a short period of time" is all that the vendor says (its OpenAPI description,
 * `payout_method_cycle`). Somebody who adds two accounts and takes one back is setting up. Somebody who makes
 * six changes in a day is trying accounts out.
 */
export const cyclePeriodMs = 24 * 60 * 60 * 1000;
const cycleChanges = 6;

/** `business` is the name of the business, when the user is one. */
export const userFlags = (
  deps: Pick<Deps, 'vault'>,
  user: UserRow,
  { methods, sharesMethod, methodChanges, namedAnother }: AboutUser,
  business: string | null,
): User['compliance']['flags'] => ({
  ofac: user.ofac_status !== 'unflagged',
  ofac_status: user.ofac_status,
  payout_method: sharesMethod,
  payout_method_cycle: methodChanges >= cycleChanges,
  name_mismatch: namedAnother || isPaidToAnother(deps, user, methods, business),
});

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
