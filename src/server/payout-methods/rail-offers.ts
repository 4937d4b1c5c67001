/** The rails that pay a payee, and of which they can add a method. */
import type { RailOffer } from '../../contract/bank/payout-methods.ts';
import { railOffersFor, railsNotOfferedFor } from '../../contract/rails/offers.ts';
import { leastPayout, railsFor } from '../../contract/rails/terms.ts';
import type { Rail } from '../../contract/rails/terms.ts';
import type { FeeParty } from '../../contract/money/transfers.ts';
import type { UserRow } from '../db/users.ts';
import { countryOf } from '../tax/residence.ts';

export type RailUser = Pick<UserRow, 'country' | 'phone_e164' | 'payout_options_exclude_list' | 'us_person'>;

/** What decides which rails pay the user: everybody who asks for rails begins here. */
const payeeOf = (user: RailUser | null): Parameters<typeof railsFor> => [
  countryOf(user),
  user?.payout_options_exclude_list,
  user?.us_person,
];

export const railsOf = (user: RailUser | null): readonly Rail[] => railsFor(...payeeOf(user));

/** Returns the least that one payout to the user takes, in cents. */
export const leastPayoutOf = (user: RailUser | null): number => leastPayout(...payeeOf(user));

/** Returns the rails for this user, or those of the US without a user. */
export const railOffers = (user: RailUser | null, at: Date, feeParty?: FeeParty): RailOffer[] =>
  railOffersFor(payeeOf(user), at, feeParty);

/** Returns the rails of this user's country that cannot be offered, with the reason. */
export const railsNotOffered = (user: RailUser | null): ReturnType<typeof railsNotOfferedFor> =>
  railsNotOfferedFor(countryOf(user), user?.payout_options_exclude_list);
