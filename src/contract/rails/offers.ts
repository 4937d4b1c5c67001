/** The rails of which a payee can add a method, as the element gets them. */
import type { FeeParty } from '../money/transfers.ts';
import type { RailOffer } from '../bank/payout-methods.ts';
import { arrivalOf } from './arrival.ts';
import { lacksBankForm } from './countries.ts';
import { railsFor, type Rail } from './terms.ts';

/**
 * Who bears the fee unless the flow or the payout says otherwise. A payee should get what they were promised.
 */
export const defaultFeeParty: FeeParty = 'platform';

/**
 * Returns the rails of a payee, as `railsFor` has them. A fee that the
 * platform bears is 0 for the payee. The time is that of a payout made `at` this moment, as it is told again
 * with the terms of the payout.
 */
export function railOffersFor(
  payee: Parameters<typeof railsFor>,
  at: Date,
  feeParty: FeeParty = defaultFeeParty,
): RailOffer[] {
  return railsFor(...payee).map((rail) => ({
    platform: rail.platform,
    arrives_in: arrivalOf(rail, at),
    ...feeToUser(rail, feeParty),
  }));
}

/** Returns the rails that pay in this country and cannot be offered, as the element gets them. */
export function railsNotOfferedFor(
  country: string | null,
  excluded: readonly string[] = [],
): { rails_not_offered?: { platform: string; reason: 'no-bank-form' }[] } {
  return lacksBankForm(country) && !excluded.includes('intl_bank')
    ? { rails_not_offered: [{ platform: 'intl_bank', reason: 'no-bank-form' }] }
    : {};
}

function feeToUser(
  { fee }: Pick<Rail, 'fee'>,
  feeParty: FeeParty,
): Pick<RailOffer, 'fee' | 'fee_basis_points'> {
  if (feeParty === 'platform') return { fee: 0 };
  return { fee: fee.fixed, ...(fee.basisPoints > 0 && { fee_basis_points: fee.basisPoints }) };
}
