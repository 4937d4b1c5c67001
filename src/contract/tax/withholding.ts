/**
 * What of a payment is kept back for the IRS: where the payment comes from, its rate, and why. A pure rule.
 * Each branch has its source beside it.
 *
 * It is simplified, because this server does not know these things:
 * - Effectively connected income, and services that a treaty frees, are told by a Form W-8ECI or 8233 alone
 *   (Treas. Reg. §1.1441-4(a), (b)). The payee uploads it and the partner approves it (`uploaded-forms.ts`);
 *   no claim on a W-8BEN lowers the rate of services (form instructions, "Do not use Form W-8BEN").
 * - Of royalties the IRS's table in `forms/treaties.ts` has the rate for copyrights alone. A claim for a
 *   patent, know-how, equipment or a film is believed as it was certified.
 * - That the IRS's matching program did not know name and number is no notice, so nothing is withheld because
 *   of that (Treas. Reg. §31.3406(j)-1(b)). Such payees are asked for the right number instead (`rules.ts`).
 * - Of `other` income nobody knows the article, so no treaty lowers its rate.
 */
import { isUsCitizenship } from '../forms/us-places.ts';
import { treaties } from '../forms/treaties.ts';
import type { treatyIncomeTypes } from '../forms/w8ben.ts';
import type { TaxFormName } from '../forms/tax.ts';
import type { TinStatus } from '../steps/compliance.ts';
import type { IncomeSource, IncomeType, PlaceOfWork, WithholdingReason } from '../forms/income.ts';
import { ruleFor } from './rules.ts';
import { uploadedFormRows } from './uploaded-forms.ts';
import type { UploadFacts } from './uploaded-forms.ts';

/** IRC §871(a)(1), §881(a); withheld by §1441(a) and §1442(a). In basis points, as all rates here. */
const statutory = 3000;
/** IRC §3406(a)(1): the fourth lowest rate of §1(c), which is 24 % (Form W-9 instructions, “What is backup
 * withholding?”). */
const backup = 2400;

export interface TreatyClaim {
  /** ISO alpha-2. */
  readonly country: string;
  /** A fraction: `0.15` is 15 %. */
  readonly rate: number;
  readonly income: (typeof treatyIncomeTypes)[number];
}

/** What counts of the newest form. */
export interface FormFacts {
  readonly form: TaxFormName;
  /** Whether its three years are not over (`holdsUntil`). */
  readonly holds: boolean;
  readonly tin_status: TinStatus;
  /** W-9: the payee crossed out item 2 of the certification. */
  readonly notified?: boolean;
  /** W-9, line 4. An S corporation has none (`form-facts.ts`). */
  readonly exempt_payee_code?: string;
  /** W-8BEN, line 2, and W-8BEN-E, line 2. */
  readonly citizenship?: string;
  /** W-8: the country of the permanent residence address. */
  readonly residence?: string;
  /** W-8: whether a tax number of the payee's country is on it. */
  readonly has_number?: boolean;
  readonly claim?: TreatyClaim | null;
}

export interface WithholdingQuestion {
  /** Null: none was ever filed. */
  readonly form: FormFacts | null;
  /** The form that was uploaded and approved. Null or absent: there is none, or another form replaced it. */
  readonly upload?: UploadFacts | null;
  /** Where the payee lives as far as is known without a form. Null: unknown. */
  readonly residence: string | null;
  readonly income_type: IncomeType;
  /**
   * Of services, where the work is done; of royalties, where what is paid for is used. Null: nobody said so.
   */
  readonly place: PlaceOfWork | null;
  /** With `both`: the percent inside the United States, 0 to 100. */
  readonly us_share?: number;
  readonly year: number;
  /** Cents that count for reporting in that year, this payment included. */
  readonly paid: number;
  /**
   * Nothing is left of the threshold: the year before was reported, or something was withheld in it (26 USC
   * §3406(b)(6)(B), (C)).
   */
  readonly hadLastYear?: boolean;
  /** The IRS has said that the number is wrong, and the payee did not answer in time (`b-notices.ts`). */
  readonly isNotified?: boolean;
  /** Cents, more than 0. */
  readonly amount: number;
}

export interface Withholding {
  readonly source: IncomeSource;
  /** The percent of the payment that comes from the United States. */
  readonly us_share: number;
  /** A fraction of what comes from the United States: `0.3` is 30 %. */
  readonly rate: number;
  readonly reason: WithholdingReason;
  /** Cents. */
  readonly withheld: number;
}

/** Returns the one rate of a payment, and why it is that one. */
export function withholdingOf(question: WithholdingQuestion): Withholding {
  return isUsPerson(question) ? ofUsPerson(question) : ofForeigner(question);
}

/** A W-8BEN of a US citizen is no form. Those of before that was checked are on file. */
const isFalse = ({ form, citizenship }: FormFacts): boolean =>
  form === 'w8ben' && citizenship !== undefined && isUsCitizenship(citizenship);

function isUsPerson({ form, upload, residence, year }: WithholdingQuestion): boolean {
  // All of these certify that the payee is foreign. A Form W-9 that is filed later replaces them.
  if (upload) return false;
  if (form?.form === 'w9') return true;
  if (form && isFalse(form)) return true;
  // A form that no longer holds still tells what the payee is. Without one, residence has to do: Treas. Reg.
  // §1.1441-1(b)(3)(iii) presumes a US person where nothing hints at another country.
  return form === null && ruleFor(residence ?? 'US', year).form === 'w9';
}

/** Reported from USD 10 on (26 USC §6050N(a)); the threshold of other payments is in `rules.ts`. */
const royaltyThreshold = 10_00;

function ofUsPerson(question: WithholdingQuestion): Withholding {
  const { form, income_type, year, paid, amount, hadLastYear, isNotified } = question;
  const threshold = income_type === 'royalties' ? royaltyThreshold : ruleFor('US', year).threshold;
  const number = form?.form !== 'w9' ? 'no-number' : isNotified ? 'wrong-number' : null;
  // Source does not matter: payments to US persons are reported wherever the work was done.
  const at = (rate: number, reason: WithholdingReason) => answer(amount, 100, rate, reason);
  // Form W-9, line 4: codes 1 to 5 for payments that are reported from the threshold on (table of the
  // instructions); Treas. Reg. §31.3406(g)-1(a).
  if (form && /^[1-5]$/.test(form.exempt_payee_code ?? '')) return at(0, 'exempt-payee');
  // 26 USC §3406(b)(6).
  if (number && !hadLastYear && paid < threshold) return at(0, 'below-threshold');
  // 26 USC §3406(a)(1)(A), (B).
  if (number) return at(backup, number);
  // 26 USC §3406(a)(1)(C), which is for interest and dividends alone (§3406(a)(2)). `other` may be either.
  if (form?.notified && income_type === 'other') return at(backup, 'notified-by-irs');
  return at(0, 'us-person');
}

function ofForeigner(question: WithholdingQuestion): Withholding {
  const { form, upload, income_type, amount } = question;
  const share = usShare(question);
  const at = (rate: number, reason: WithholdingReason) => answer(amount, share, rate, reason);
  // IRC §862(a)(3), (4): nothing is withheld from what does not come from the United States (§1441(a), "from
  // sources within the United States").
  if (share === 0) return at(0, 'earned-outside');
  // The partner has approved the rate. Of income that the form is not about another form may tell.
  if (upload?.holds && upload.income_types.includes(income_type))
    return at(Math.round(upload.rate * 10_000), uploadedFormRows[upload.form].reason);
  // Treas. Reg. §1.1441-1(b)(1), (b)(3)(iii); a form that is over counts as none ((e)(4)(ii)).
  if (!form?.holds) return at(statutory, 'no-form');
  if (form.claim) {
    const [rate, reason] = claimed(form, form.claim, income_type);
    return at(rate, reason);
  }
  return at(statutory, question.place === null && income_type !== 'other' ? 'place-unknown' : 'statutory');
}

/**
 * Returns the percent that comes from the United States: of services by where the work is done (IRC
 * §861(a)(3); Treas. Reg. §1.861-4(b) divides it), of royalties by where the right is used (§861(a)(4)).
 * What nobody knows counts as from there (Treas. Reg. §1.1441-2(a)). `other` has no such rule.
 */
function usShare({ income_type, place, us_share = 100 }: WithholdingQuestion): number {
  if (income_type === 'other' || place === null || place === 'inside') return 100;
  return place === 'outside' ? 0 : us_share;
}

const royaltyClaims: ReadonlySet<string> = new Set([
  'equipment10',
  'knowhow10',
  'patent10',
  'film11',
  'copyright12',
]);

/**
 * A treaty counts for residents of its country, for the income that its article is about, and with a tax
 * number on the form (Treas. Reg. §1.1441-6(b)(1), (c)(1)). For copyrights no lower rate than that of the
 * IRS's table is believed (`forms/treaties.ts`).
 */
function claimed(
  { residence, has_number }: FormFacts,
  { country, rate, income }: TreatyClaim,
  type: IncomeType,
): [rate: number, reason: WithholdingReason] {
  if (!Object.hasOwn(treaties, country) || country !== residence)
    return [statutory, 'treaty-of-other-country'];
  if (type !== 'royalties' || !royaltyClaims.has(income)) return [statutory, 'treaty-of-other-income'];
  if (!has_number) return [statutory, 'treaty-without-number'];
  const table = income === 'copyright12' ? (treaties[country]?.rate ?? 0) : 0;
  return [Math.min(statutory, Math.round(Math.max(rate, table) * 10_000)), 'treaty'];
}

/**
 * Cents are rounded to the nearest, half a cent up: first what comes from the United States, then what is
 * withheld of it. No rule says how; forms are in whole dollars (26 USC §6102). It is exact up to a thousand
 * million dollars.
 */
function answer(amount: number, share: number, rate: number, reason: WithholdingReason): Withholding {
  const base = nearest(amount * share, 100);
  return {
    source: share === 0 ? 'foreign' : share === 100 ? 'us' : 'both',
    us_share: share,
    rate: rate / 10_000,
    reason,
    withheld: nearest(base * rate, 10_000),
  };
}

const nearest = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));
