/** The rails of which a payee can add a method, as the element gets them. */
import type { RailOffer } from '../../contract/bank/payout-methods.ts';
import type { FeeParty } from '../../contract/money/transfers.ts';
import type { UserRow } from '../db/users.ts';
import { countryOf } from '../tax/residence.ts';
import { defaultFeeParty } from '../ledger/payouts.ts';
import { railsFor } from '../rails/rails.ts';
import type { Rail } from '../rails/rails.ts';

export type RailUser = Pick<UserRow, 'country' | 'phone_e164' | 'payout_options_exclude_list'>;

/**
 * Returns the rails for this user, or those of the US without a user. A fee that the platform bears is 0 for
 * the payee.
 */
export function railOffers(user: RailUser | null, feeParty: FeeParty = defaultFeeParty): RailOffer[] {
  return railsFor(countryOf(user), user?.payout_options_exclude_list).map((rail) => ({
    platform: rail.platform,
    arrives_in: rail.arrives_in,
    ...feeToUser(rail, feeParty),
  }));
}

function feeToUser(
  { fee }: Pick<Rail, 'fee'>,
  feeParty: FeeParty,
): Pick<RailOffer, 'fee' | 'fee_basis_points'> {
  if (feeParty === 'platform') return { fee: 0 };
  return { fee: fee.fixed, ...(fee.basisPoints > 0 && { fee_basis_points: fee.basisPoints }) };
}
