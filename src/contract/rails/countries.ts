/**
 * Where each rail pays, by the payee's country of residence. ISO 3166-1 alpha-2.
 *
 * Bank transfer and PayPal follow the vendor's page "Supported Countries"
 * (docs.dots.dev/references/supported-countries; read as docs/references/supported-countries.mdx in
 * Send-Dots/dots-docs-v2), compared row by row: 153 countries have a mark under "Local Bank Transfer", the US
 * among them, and 40 under "PayPal". A country that is on neither list (Iran, Cuba, Syria, Russia, …) is paid
 * on no rail.
 */
import { bankCountries } from '../bank/intl-bank.ts';
import { readCountries } from '../forms/countries.ts';

/** Local bank transfer outside the US: 152. Africa, the Americas, Asia and the Pacific, Europe. */
export const bankTransferCountries = [
  ...readCountries(
    'DZ AO BJ BW BF CV CM CF TD CG CI DJ EG ER ET GA GM GH GN GW KE LS MG MW ML MU MA MZ NA NE NG RW SN SL ZA TZ TG TN UG ZM',
  ),
  ...readCountries(
    'AG AR AW BS BB BZ BM BO BR CA KY CL CO CR DM DO EC SV GD GT GY HT HN JM MX NI PA PY PE KN LC VC SR TT UY VE',
  ),
  ...readCountries(
    'AM AU AZ BD KH CN FJ GE HK IN ID IL JP JO KZ KW LA MO MY MN NP NZ OM PK PG PH QA SA SG SB KR LK TW TH TO TR AE VU VN',
  ),
  ...readCountries(
    'AD AT BE BA BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT MD NL NO PL PT RO SM RS SK SI ES SE CH GB',
  ),
];

/**
 * Bank accounts are taken in these countries although the vendor's page has no mark there: Stripe pays to
 * them (docs.stripe.com/connect/cross-border-payouts), and a client has payees there. The vendor's list
 * stays as it is; whoever moves over from it misses nothing.
 */
const moreBankCountries = readCountries('AL BH BN BT GI MC MK UZ');

/**
 * Where an account can be typed: what its numbers look like is known (`bank-specs.ts`). In the other
 * countries of the vendor's page the rail is not offered, because its form would end in a refusal.
 */
export const bankFormCountries = [...bankTransferCountries, ...moreBankCountries].filter((country) =>
  bankCountries.includes(country),
);

/**
 * Returns whether a payee of this country is not offered a bank account only because nothing is published, or
 * was at hand, of what its banks want.
 */
export const lacksBankForm = (country: string | null): boolean =>
  country !== null &&
  bankTransferCountries.some((one) => one === country) &&
  !bankFormCountries.some((one) => one === country);

export const paypalCountries = [
  ...readCountries('US CA MX MA AU HK IL JP NZ PH SA SG VN'),
  ...readCountries('AT BE BG HR CY DK EE FI FR DE GR HU IE IT LV LU MT NL NO PL PT RO SI ES SE CH GB'),
];

/**
 * Airtm and Payoneer: the vendor offers both and names no countries. These two lists are our defaults, which
 * a contract decides. Airtm pays in Latin America, where it comes from; its help speaks of direct withdrawals
 * "in more than 15 countries" and does not name them. Payoneer pays wherever a bank transfer goes. A live
 * server's provider knows better and refuses what it cannot do.
 */
export const airtmCountries = readCountries('AR BO BR CL CO CR DO EC SV GT HN MX NI PA PY PE UY VE');
export const payoneerCountries = bankTransferCountries;
