/**
 * Laws of the payee's own country by which a platform collects, checks and reports who its sellers are. They
 * follow the OECD's "Model Rules for Reporting by Platform Operators" (2020, and the 2021 module on goods).
 * Here they are data with their sources, by country and year.
 *
 * A platform has until the end of the year to collect (OECD Model Rules, Section II.F). Here it is collected
 * on the form that the US want before the first payment anyway, so that nobody is asked twice.
 *
 * This is simplified: every app is taken for a platform that has to report under the payee's law. This server
 * does not know whether it is one (where it is resident, what it brokers, whether it reports elsewhere). An
 * app that is none collects more than it has to.
 *
 * Chile is not here, because its law asks nothing of the payee: a platform checks twice a year with the tax
 * authority, by the RUT that the form has already, whether a seller has registered a business (Código
 * Tributario Art. 68 as amended by Ley 21.713, from 2 January 2026; Circular SII 38 of 2025).
 */
import { isAmong, readCountries } from '../forms/countries.ts';
import type { CountryCode } from '../forms/countries.ts';
import type { PlatformField, PlatformRegime } from '../forms/tax.ts';

export type Activity = 'services' | 'goods';

export interface PlatformRule {
  readonly regime: PlatformRegime;
  readonly countries: readonly CountryCode[];
  /** First calendar year whose payments are reported. */
  readonly from: number;
  /** Last year for which the figures were looked up. Absent: none of them changes by itself. */
  readonly lookedUpTo?: number;
  /** Collected beyond name, address, date of birth and tax number. */
  readonly person: readonly PlatformField[];
  readonly business: readonly PlatformField[];
  /**
   * Which sellers of goods are reported. `none`: no one is. Otherwise all but those who made fewer sales and
   * got no more money than this. `law` is the limit in the law. `amount` is in cents of US dollars and our
   * choice, low enough to ask too early rather than too late at the rates of 2023 to 2026 (a euro was worth
   * more than a dollar, a Canadian dollar more than 64 US cents).
   */
  readonly goods: 'none' | { readonly sales: number; readonly amount: number; readonly law: string };
  readonly source: string;
  readonly note?: string;
}

/**
 * The member states, with Greece spelled as in ISO, and those of their parts that have a code of their own
 * (TFEU Art. 355(1), (4)).
 */
export const euCountries = readCountries(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
);
const euTerritories = readCountries('AX GF GP MF MQ RE YT');

const modelPerson = ['tax_id_country', 'place_of_birth'] as const;
const modelBusiness = ['tax_id_country', 'business_registration_number'] as const;

export const platformRules: readonly PlatformRule[] = [
  {
    regime: 'dac7',
    countries: [...euCountries, ...euTerritories],
    from: 2023,
    person: [...modelPerson, 'vat_id'],
    business: [...modelBusiness, 'vat_id'],
    goods: { sales: 30, amount: 2_000_00, law: 'EUR 2,000' },
    lookedUpTo: 2026,
    source:
      'Directive 2011/16/EU Art. 8ac and Annex V, Section I.B(4)(d) and Section II.B, inserted by Directive (EU) 2021/514 (DAC7)',
    note:
      'Place of birth only where there is no tax number. Permanent establishments of a business in other member states are not asked for, ' +
      'nor what is asked of who lets immovable property. Holds where a member state put the directive into its own law; their details differ.',
  },
  {
    regime: 'uk',
    countries: ['GB'],
    from: 2024,
    person: modelPerson,
    business: modelBusiness,
    goods: { sales: 30, amount: 2_000_00, law: 'EUR 2,000' },
    lookedUpTo: 2026,
    source: 'Platform Operators (Due Diligence and Reporting Requirements) Regulations 2023, SI 2023/817',
    note: 'The regulations apply the OECD Model Rules, whose limit is in euros. The tax number of a person is the National Insurance number.',
  },
  {
    regime: 'ca',
    countries: ['CA'],
    from: 2024,
    person: modelPerson,
    business: modelBusiness,
    goods: { sales: 30, amount: 1_800_00, law: 'CAD 2,800' },
    lookedUpTo: 2026,
    source:
      'Income Tax Act (R.S.C. 1985, c. 1 (5th Supp.)) Part XX, s. 282(1) “excluded seller” (d), ss. 283–288, added by S.C. 2023, c. 26, s. 78',
  },
  {
    regime: 'au',
    countries: ['AU'],
    from: 2023,
    person: ['abn'],
    business: ['abn'],
    goods: 'none',
    source:
      'Taxation Administration Act 1953 Sch 1 s. 396-55 table item 15, added by Treasury Laws Amendment (2022 Measures No. 2) Act 2022 Sch 2 (SERR)',
    note:
      'Rides and short stays from 1 July 2023, all other services from 1 July 2024; asked for in the whole of 2023, which is too early and ' +
      'never too late. Classes of transactions that LI 2024/17 exempts are not told apart. Not the tax file number.',
  },
  {
    regime: 'nz',
    countries: ['NZ'],
    from: 2024,
    person: modelPerson,
    business: modelBusiness,
    goods: 'none',
    source:
      'Tax Administration Act 1994 s. 185S, added by Taxation (Annual Rates for 2022–23, Platform Economy, and Remedial Matters) Act 2023',
    note: 'Services and accommodation. Goods and vehicles are in the extended standard, which waits for an Order in Council (s. 185T).',
  },
  {
    regime: 'no',
    countries: ['NO'],
    from: 2026,
    person: modelPerson,
    business: modelBusiness,
    goods: 'none',
    source:
      'Tax Administration Act (skatteforvaltningsloven, LOV-2016-05-27-14) ch. 7 as amended after Prop. 91 L (2024–2025): the OECD Model Rules, from 2026 on',
    note: 'Services, real estate and vehicles. The proposition leaves goods out (ch. 1.1). The number of a person is the fødselsnummer.',
  },
];

export interface Reporting {
  readonly regime: PlatformRegime;
  readonly person: readonly PlatformField[];
  readonly business: readonly PlatformField[];
}

export interface ReportingQuestion {
  readonly country: string;
  readonly year: number;
  /** Cents. */
  readonly paid: number;
  readonly activity: Activity;
  readonly sales: number;
}

/** Returns what the payee's own country asks for; null when it asks for nothing. */
export function reportingOf({ country, year, paid, activity, sales }: ReportingQuestion): Reporting | null {
  const rule = platformRules.findLast(
    (candidate) => candidate.from <= year && isAmong(candidate.countries, country),
  );
  if (!rule || (activity === 'goods' && isExcluded(rule, paid, sales))) return null;
  return { regime: rule.regime, person: rule.person, business: rule.business };
}

const isExcluded = ({ goods }: PlatformRule, paid: number, sales: number): boolean =>
  goods === 'none' || (sales < goods.sales && paid <= goods.amount);
