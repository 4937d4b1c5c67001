/** The rails of which a payee can add a method. */
import type { RailOffer } from '../../contract/bank/payout-methods.ts';
import { railOffersFor, railsNotOfferedFor } from '../../contract/rails/offers.ts';
import type { FeeParty } from '../../contract/money/transfers.ts';
import type { UserRow } from '../db/users.ts';
import { countryOf } from '../tax/residence.ts';

export type RailUser = Pick<UserRow, 'country' | 'phone_e164' | 'payout_options_exclude_list'>;

/** Returns the rails for this user, or those of the US without a user. */
export const railOffers = (user: RailUser | null, at: Date, feeParty?: FeeParty): RailOffer[] =>
  railOffersFor(countryOf(user), at, user?.payout_options_exclude_list, feeParty);

/** Returns the rails of this user's country that cannot be offered, with the reason. */
export const railsNotOffered = (user: RailUser | null): ReturnType<typeof railsNotOfferedFor> =>
  railsNotOfferedFor(countryOf(user), user?.payout_options_exclude_list);
