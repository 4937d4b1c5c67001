/** The rails on which a payee can be paid: data, so that neither the element nor the engine guesses. */
import { usPlaces } from '../forms/us-places.ts';
import { payoutRails } from '../bank/rails.ts';
import type { PayoutRail } from '../bank/rails.ts';
import { isAmong } from '../forms/countries.ts';
import type { CountryCode } from '../forms/countries.ts';
import { airtmCountries, bankFormCountries, payoneerCountries, paypalCountries } from './countries.ts';

export interface RailTerms {
  /** Countries of residence. */
  readonly countries: readonly CountryCode[];
  /** It pays US persons wherever they live: many keep their account at a bank in the US. */
  readonly us_persons?: true;
  /** The currencies that arrive. `local` is the currency of the payee's country. */
  readonly currencies: readonly string[] | 'local';
  /** Least and most that one payout takes, in cents. */
  readonly min: number;
  readonly max: number;
  /** Cents per payout, and hundredths of a per cent of the amount on top. */
  readonly fee: { readonly fixed: number; readonly basisPoints: number };
  /** Expected arrival, in minutes from the payout, weekends included. */
  readonly arrives_in: { readonly from: number; readonly to: number };
  /** What that is for banks, which `arrivalOf` counts for one payout. */
  readonly business_days?: { readonly from: number; readonly to: number };
}

export interface Rail extends RailTerms {
  readonly platform: PayoutRail;
}

const day = 24 * 60;
/** So many business days have a weekend between them. */
const businessDays = (from: number, to: number) =>
  ({ business_days: { from, to }, arrives_in: { from: from * day, to: (to + 2) * day } }) as const;
const usd = ['USD'] as const;
const free = { fixed: 0, basisPoints: 0 } as const;

/**
 * Arrival times come from the vendor's own payout page, as its documentation shows it in recordings of 2022
 * to 2024 (docs.dots.dev/guides/flow-payouts); the business days of banks are made days for lists of rails,
 * and counted for one payout. The time of
 * payoneer comes from a third party's note. Nobody promises these times.
 *
 * The vendor publishes no fees and no limits. Each figure below is our default, which a contract decides,
 * except where a source is named. It is what the sandbox charges and what a live server starts with.
 */
export const railTerms = {
  ach: {
    countries: usPlaces,
    us_persons: true,
    currencies: usd,
    // Our default; a contract decides.
    min: 1_00,
    // Nacha, "Increasing the Same Day ACH Dollar Limit" (nacha.org/million): at most USD 1,000,000 per
    // payment since 2022-03-18.
    max: 1_000_000_00,
    // Our default; a contract decides.
    fee: free,
    // "1–2 or 1–5 business days".
    ...businessDays(1, 5),
  },
  intl_bank: {
    countries: bankFormCountries,
    currencies: 'local',
    // Our defaults; a contract decides.
    min: 10_00,
    max: 100_000_00,
    // What one reseller of the vendor takes from payees abroad: USD 1.00 and 3 %
    // (support.refersion.com/en/articles/9054831).
    fee: { fixed: 1_00, basisPoints: 300 },
    // "1–5 business days".
    ...businessDays(1, 5),
  },
  paypal: {
    countries: paypalCountries,
    currencies: usd,
    // Our default; a contract decides.
    min: 1_00,
    // PayPal, "Payouts fees" and "Payouts FAQ" (developer.paypal.com/docs/payouts/standard/reference): at
    // most USD 20,000 per item by default.
    max: 20_000_00,
    // Our default; a contract decides. USD 0.25 is what PayPal's older page
    // (developer.paypal.com/docs/integration/direct/payouts) asks for a US payout by API; the newer one
    // (developer.paypal.com/payouts/fees) speaks of 2 % as a rule, up to a cap.
    fee: { fixed: 25, basisPoints: 0 },
    arrives_in: { from: 5, to: 10 },
  },
  venmo: {
    countries: ['US'],
    currencies: usd,
    // Our defaults; a contract decides.
    min: 1_00,
    max: 10_000_00,
    // As PayPal's: a payout to Venmo costs the same (developer.paypal.com/payouts/fees).
    fee: { fixed: 25, basisPoints: 0 },
    arrives_in: { from: 5, to: 10 },
  },
  cash_app: {
    countries: ['US'],
    currencies: usd,
    // Our defaults; a contract decides. Many pages repeat USD 25,000 per direct deposit; Cash App's own page
    // was not to be had.
    min: 1_00,
    max: 25_000_00,
    fee: free,
    // "1–2 business days".
    ...businessDays(1, 2),
  },
  airtm: {
    countries: airtmCountries,
    currencies: usd,
    // Our defaults; a contract decides.
    min: 1_00,
    max: 10_000_00,
    fee: free,
    arrives_in: { from: 5, to: 10 },
  },
  payoneer: {
    countries: payoneerCountries,
    currencies: 'local',
    // Our defaults; a contract decides.
    min: 20_00,
    max: 100_000_00,
    fee: free,
    // "1–3 + 1–3" days: to Payoneer, and from there to a bank.
    arrives_in: { from: day, to: 6 * day },
  },
} as const satisfies Record<PayoutRail, RailTerms>;

export const rails: readonly Rail[] = payoutRails.map((platform) => ({ platform, ...railTerms[platform] }));

/**
 * Returns the rails that pay a resident of `country`. A payee whose country is not known yet gets those of
 * the US. `excluded` are the rails that the partner wants neither shown to this user nor used
 * (`payout_options_exclude_list`). `isUsPerson`: they say so on a W-9.
 */
export const railsFor = (
  country: string | null,
  excluded: readonly string[] = [],
  isUsPerson = false,
): readonly Rail[] =>
  rails.filter(
    ({ platform, countries, us_persons: paysUsPersons = false }) =>
      (isAmong(countries, country ?? 'US') || (isUsPerson && paysUsPersons)) && !excluded.includes(platform),
  );

/** Returns the least that one payout to somebody in this country takes, in cents. */
export const leastPayout = (...payee: Parameters<typeof railsFor>): number =>
  Math.min(...railsFor(...payee).map(({ min }) => min));

/** Returns the cents for one payout of `amount` cents. Half a cent is rounded up. */
export function feeOf({ fee }: Pick<Rail, 'fee'>, amount: number): number {
  return fee.fixed + Math.floor((amount * fee.basisPoints + 5_000) / 10_000);
}
