/** What is known of a payee beside their tax form, which has to fit it. */
import { countryOfPhone } from '../../contract/forms/phone.ts';
import { usPlaces } from '../../contract/forms/us-places.ts';
import { isAmong } from '../../contract/forms/countries.ts';
import type { KnownOfPayee } from '../../contract/tax/indicia.ts';
import { payoutMethodsOf } from '../db/payout-methods.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openAddress } from '../users/sealed-fields.ts';

export const knownOf = async (
  deps: Pick<Deps, 'vault'>,
  tx: Queryable,
  user: UserRow,
): Promise<KnownOfPayee> => knownFrom(deps, user, await payoutMethodsOf(tx, user.id));

/** The same for whoever has read the payout methods already. */
export function knownFrom(
  deps: Pick<Deps, 'vault'>,
  user: UserRow,
  methods: readonly { readonly platform: string }[],
): KnownOfPayee {
  // ACH is how banks of the territories are reached, too.
  const isInTerritory = user.country !== 'US' && isAmong([...usPlaces], user.country ?? '');
  return {
    said: user.country,
    address: openAddress(deps, user)?.country ?? null,
    phone: countryOfPhone(user.phone_e164),
    hasUsAccount: !isInTerritory && methods.some(({ platform }) => platform === 'ach'),
  };
}
