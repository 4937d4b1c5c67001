/**
 * Which tax form the United States ask for before money moves: data with its source, by where the payee lives
 * and by year. Amounts are integer cents of one calendar year. A later rule of the same countries replaces an
 * earlier one.
 *
 * The rules are simplified, because a payer knows these things and this server does not:
 * - Every payment counts as income from US sources unless the partner says `tax_exempt`. A payer who only
 *   ever pays for work done outside the US (IRC §861(a)(3)) asks for more than it has to.
 * - Payments are reported on Forms 1099-NEC and 1099-MISC, not on 1099-K: the app is no third party
 *   settlement organization (for one it would be more than USD 20,000 and 200 transactions, 26 USC §6050W(e)
 *   as amended by Pub. L. 119-21 §70432).
 * - No payment is a royalty, which is reported from USD 10 on (26 USC §6050N(a)) and which Pub. L. 119-21
 *   left there. Somebody who pays royalties in the US asks with a `compliance` step of their own, before the
 *   first payment.
 * - Businesses are asked like people, though most payments to corporations are not reported (Treas. Reg.
 *   §1.6041-3(p)(1)). The form is what tells the payer that a payee is a corporation.
 * - Without a tax number at the threshold, 24 % would be withheld (26 USC §3406(a)(1), (b)(6)). This server
 *   does not pay until the form is there. Of a number that the matching program does not know nothing may be
 *   withheld (Treas. Reg. §31.3406(j)-1(b)), so it is asked for again, and not paid until it is right or the
 *   IRS has sent its notice (`b-notices.ts`).
 * - Somebody who lives in the US is a US person, and somebody who lives elsewhere is not. That is a guess, so
 *   the payee is asked.
 */
import { usCitizenships } from '../forms/us-places.ts';
import { isAmong, readCountries } from '../forms/countries.ts';
import type { CountryCode } from '../forms/countries.ts';
import type { TaxFormName, TaxReason } from '../forms/tax.ts';
import { reportingOf } from './platform-rules.ts';
import type { Activity, Reporting } from './platform-rules.ts';

export interface TaxRule {
  /** ISO alpha-2. Empty: every country without a rule of its own. */
  readonly countries: readonly CountryCode[];
  /** First calendar year in which the rule holds. */
  readonly from: number;
  /**
   * Last year whose figure was published when this was written. The rule goes on with it until a later row
   * replaces it. Absent: nothing in it changes by itself.
   */
  readonly lookedUpTo?: number;
  readonly form: Exclude<TaxFormName, 'w8bene'>;
  /** The form of a business, which may be another one. */
  readonly businessForm: TaxFormName;
  /** The form is due once this much was paid to the payee in the year. 0: before the first payment. */
  readonly threshold: number;
  /** The key of the sentence that tells the payee why. */
  readonly why: TaxReason;
  readonly source: string;
  readonly note?: string;
}

/**
 * People who live in these places are US persons as a rule. Somebody from American Samoa is neither a citizen
 * nor a resident of the US, and so a nonresident alien (26 USC §7701(b)(1)(B)). An alien who lives in any of
 * the five territories is one as well (Treas. Reg. §1.1441-1(c)(3)(ii)). The form asks.
 */
const unitedStates = usCitizenships;

/** Corporations of these places are foreign (26 USC §7701(a)(4), (5), (9)): they file Form W-8BEN-E. */
const territories = readCountries('PR VI GU MP');

export const taxRules: readonly TaxRule[] = [
  {
    countries: unitedStates,
    from: 0,
    form: 'w9',
    businessForm: 'w9',
    threshold: 600_00,
    why: 'us-reporting',
    source: '26 USC §6041(a), §6041A(a); the number itself: 26 USC §6109(a)(3), Treas. Reg. §31.3406(d)-1',
  },
  {
    countries: unitedStates,
    from: 2026,
    lookedUpTo: 2026,
    form: 'w9',
    businessForm: 'w9',
    threshold: 2_000_00,
    why: 'us-reporting',
    source:
      '26 USC §6041(a), (h), §6041A(a)(2) and §3406(b)(6) as amended by Pub. L. 119-21 (OBBBA) §70433, payments made after 2025-12-31',
    note:
      'Indexed from 2027 (base year 2025, to the nearest USD 100). The amounts of later years are not in this table: add a row when ' +
      'the IRS publishes one. Until then USD 2,000 stays, which asks too early and never too late.',
  },
  {
    countries: territories,
    from: 0,
    form: 'w9',
    businessForm: 'w8bene',
    threshold: 600_00,
    why: 'us-reporting',
    source: '26 USC §6041(a); of people as in the states; of corporations §7701(a)(4), (5), (9)',
  },
  {
    countries: territories,
    from: 2026,
    lookedUpTo: 2026,
    form: 'w9',
    businessForm: 'w8bene',
    threshold: 2_000_00,
    why: 'us-reporting',
    source: '26 USC §6041(a), (h) as amended by Pub. L. 119-21 §70433; of corporations §7701(a)(4), (5), (9)',
  },
  {
    countries: [],
    from: 0,
    form: 'w8ben',
    businessForm: 'w8bene',
    threshold: 0,
    why: 'us-withholding',
    source:
      'Treas. Reg. §1.1441-1(b)(1), (e)(1)(ii): 30 % is withheld unless the form is held before payment',
  },
];

/**
 * What payers have to file with a state from a lower amount on than with the IRS. It asks nobody for a form
 * earlier: in which state a payee lives is known from the form and not before. Whoever files with these
 * states asks with a `compliance` step of their own. Not complete, and quoted from others: the documents
 * themselves were not read.
 */
export const stateThresholds: readonly {
  readonly state: string;
  readonly from: number;
  readonly source: string;
}[] = [
  {
    state: 'RI',
    from: 100_00,
    source: 'R.I. Gen. Laws §44-30-92: returns of information may be asked for from USD 100 on',
  },
  {
    state: 'DC',
    from: 600_00,
    source: 'DC Office of Tax and Revenue, “MyTax 1099/W2G Instructions”: USD 600 in a calendar year',
  },
];

export interface TaxQuestion {
  /** Null while it is not known. */
  readonly country: string | null;
  readonly year: number;
  /** Cents paid to the payee in that year, and about to be paid. */
  readonly paid: number;
  /** Cents that were paid in the year before; none when absent. */
  readonly paidLastYear?: number;
  /** Something was withheld of what was paid in the year before (26 USC §3406(b)(6)(C)). */
  readonly withheldLastYear?: boolean;
  /** The number that the payee gave is not the one that the tax authority knows. */
  readonly isContradicted?: boolean;
  /** What the payee is paid for; services when absent. */
  readonly activity?: Activity;
  /** Sales of goods in that year. Only sellers of goods need it. Absent: unknown, which counts as many. */
  readonly sales?: number;
}

export interface TaxAnswer {
  /** A form has to be collected now. */
  readonly must: boolean;
  readonly form: TaxRule['form'];
  readonly businessForm: TaxFormName;
  readonly why: TaxReason;
  /** Cents from which on the form is due. */
  readonly threshold: number;
  /**
   * What else is collected on the form, because the payee's own country wants to hear of the payments. Null:
   * nothing.
   */
  readonly reporting: Reporting | null;
}

/**
 * Returns whether a form must be collected now, which one, and why. Without a country nothing is due yet: the
 * country becomes known at onboarding.
 */
export function taxAnswer(question: TaxQuestion): TaxAnswer {
  const { country, year, paid, activity = 'services', sales } = question;
  const rule = ruleFor(country ?? 'US', year);
  const { form, businessForm, why } = rule;
  const threshold = wasReported(question) ? 0 : rule.threshold;
  const counted = question.isContradicted ? paid + (question.paidLastYear ?? 0) : paid;
  return {
    must: country !== null && counted >= threshold,
    form,
    businessForm,
    why,
    threshold,
    reporting:
      country === null ? null : reportingOf({ country, year, paid, activity, sales: sales ?? Infinity }),
  };
}

/**
 * Whoever was reported for the year before has to give the number before the first payment of this one (26
 * USC §3406(b)(6)(B)), and so has whoever had something withheld in it ((C)). A wrong number does not become
 * right over New Year, so with one, what was paid last year counts with this year's. That asks sooner than
 * the law, which lets the first payments of a year go.
 */
export const wasReported = ({
  country,
  year,
  paidLastYear = 0,
  withheldLastYear = false,
}: Pick<TaxQuestion, 'country' | 'year' | 'paidLastYear' | 'withheldLastYear'>): boolean => {
  const { threshold } = ruleFor(country ?? 'US', year - 1);
  return withheldLastYear || (threshold > 0 && paidLastYear >= threshold);
};

/**
 * Returns the rule that is in force for a resident of `country` in `year`. The last one that fits wins: a
 * later rule of the same countries replaces an earlier one.
 */
export function ruleFor(country: string, year: number, rules = taxRules): TaxRule {
  const inForce = rules.filter((rule) => rule.from <= year);
  const rule =
    inForce.findLast((candidate) => isAmong(candidate.countries, country)) ??
    inForce.findLast((candidate) => candidate.countries.length === 0);
  if (!rule) throw new Error(`No tax rule for ${country} in ${year}.`);
  return rule;
}
