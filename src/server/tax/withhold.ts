/**
 * What of a payout is kept back for the IRS. It is decided when the payout is made, which is when a payment
 * counts for everything else too (`paid-in-year.ts`): no payee who needs a form is paid without one, so the
 * form is known by then. Until then the wallet has the whole amount, and nothing can be taken out of it.
 */
import type { TransferWithholding, WithholdingPart } from '../../contract/money/withholding.ts';
import type { IncomeType } from '../../contract/forms/income.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { factsOf } from '../../contract/tax/form-facts.ts';
import { noticeState } from '../../contract/tax/b-notices.ts';
import { splitOf } from '../../contract/tax/split.ts';
import type { Share } from '../../contract/tax/split.ts';
import { uploadFacts } from '../../contract/tax/uploaded-forms.ts';
import type { UploadFacts } from '../../contract/tax/uploaded-forms.ts';
import { withholdingOf } from '../../contract/tax/withholding.ts';
import type { Withholding, WithholdingQuestion } from '../../contract/tax/withholding.ts';
import type { App } from '../db/apps.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import { approvedUploads } from '../db/tax-uploads.ts';
import type { UserRow } from '../db/users.ts';
import { holdingsOf } from '../db/withholding.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { paidOf } from './due.ts';
import { countryOf } from './residence.ts';
import { openTaxFields } from './sealed-fields.ts';

export type PayoutWithholding = Pick<TransferWithholding, 'mode' | 'parts'>;

export interface WithholdingRequest {
  readonly app: App;
  readonly user: UserRow;
  /** Cents. */
  readonly amount: number;
  /** The app gives the money for this payout. Otherwise it is what the wallet holds. */
  readonly fund?: boolean;
  readonly tax_exempt?: boolean;
  readonly income_type?: IncomeType | null;
}

/** What decides about the user's payments, whatever they are for. */
export type KnownForWithholding = Omit<WithholdingQuestion, 'income_type' | 'place' | 'amount' | 'upload'> & {
  /** Each is about other income. */
  readonly uploads: readonly UploadFacts[];
  /** What a W-8 says of the place of work. */
  readonly work: Pick<Exclude<ComplianceInput, { form: 'w9' }>, 'place_of_work' | 'us_work_percent'> | null;
};

/** `amount`: the cents that are about to be paid. */
export async function knownForWithholding(
  deps: Pick<Deps, 'clock' | 'vault'>,
  db: Queryable,
  user: UserRow,
  amount: number,
): Promise<KnownForWithholding> {
  const now = deps.clock.now();
  const row = await newestTaxForm(db, user.id);
  const fields = row && openTaxFields(deps, row);
  const form = row && fields ? factsOf(row, fields, now) : null;
  const uploads = (await approvedUploads(db, user.id)).map((upload) => uploadFacts(upload, now));
  const isNotified = noticeState(user.b_notices, row, now).withholds;
  return {
    ...{ form, uploads },
    ...{ residence: countryOf(user), year: now.getUTCFullYear(), isNotified },
    // Only of somebody who gave no number, or a wrong one, does the rule ask how much it was.
    ...(form && !isNotified ? { paid: 0 } : await paidOf(deps, db, user, amount)),
    work: fields && fields.form !== 'w9' ? fields : null,
  };
}

/** Returns what is kept back of a payment of this type. */
export const decide = (
  { work, uploads, ...known }: KnownForWithholding,
  income_type: IncomeType,
  amount: number,
): Withholding =>
  withholdingOf({
    ...{ ...known, income_type, amount },
    // One that is about other income says at least that the payee is foreign.
    upload: uploads.find(({ income_types }) => income_types.includes(income_type)) ?? uploads[0] ?? null,
    // Where a right is used, and what other income is, the payee does not say.
    place: income_type === 'services' ? (work?.place_of_work ?? null) : null,
    ...(work?.us_work_percent === undefined ? {} : { us_share: work.us_work_percent }),
  });

/** Returns of what a payout consists, and what of each part is to be kept back, here or elsewhere. */
export async function withholdingFor(
  deps: Pick<Deps, 'clock' | 'config' | 'vault'>,
  tx: Queryable,
  request: WithholdingRequest,
): Promise<PayoutWithholding> {
  const known = await knownForWithholding(deps, tx, request.user, request.amount);
  const parts = (await sharesOf(tx, request)).map((share): WithholdingPart => {
    if (share.income === 'exempt') return exempt(share.amount);
    const { us_share, ...said } = decide(known, share.income, share.amount);
    return { income_type: share.income, amount: share.amount, us_percent: us_share, ...said };
  });
  return { mode: deps.config.withholding ?? 'report', parts };
}

/** Returns the cents that are kept back here. */
export const withheldHere = ({ mode, parts }: PayoutWithholding): number =>
  mode === 'deduct' ? parts.reduce((sum, { withheld }) => sum + withheld, 0) : 0;

/** What the partner brings for a payout is what this payout is for, whatever else the wallet holds. */
async function sharesOf(
  tx: Queryable,
  { app, user, amount, fund, tax_exempt, income_type }: WithholdingRequest,
): Promise<Share[]> {
  if (fund) return [{ income: tax_exempt ? 'exempt' : (income_type ?? app.income_type), amount }];
  return splitOf(amount, await holdingsOf(tx, user.id), app.income_type);
}

const exempt = (amount: number): WithholdingPart => ({
  ...{ income_type: null, amount, source: 'us', us_percent: 100 },
  ...{ rate: 0, reason: 'tax-exempt', withheld: 0 },
});
