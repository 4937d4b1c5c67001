/** What one payout costs on a rail, and whether the rail takes it. */
import { fieldProblem, ProblemError } from '../input/problem-error.ts';
import type { FeeParty } from '../money/transfers.ts';
import { feeOf, type Rail } from './terms.ts';

/** Integer cents. */
export interface RailQuote {
  readonly fee: number;
  /** What arrives: the amount, less what is withheld, and the fee when the user bears it. */
  readonly net: number;
}

/**
 * `withheld`: cents that are kept back for a tax authority. What a rail takes at least and at most is about
 * the amount.
 * @throws ProblemError `amount-below-minimum`, `amount-above-maximum`
 */
export function quoteOn(rail: Rail, amount: number, feeParty: FeeParty, withheld = 0): RailQuote {
  const fee = feeOf(rail, amount);
  const net = amount - withheld - (feeParty === 'user' ? fee : 0);
  if (amount < rail.min || net <= 0)
    throw amountProblem(
      'amount-below-minimum',
      `The least that ${rail.platform} takes is ${rail.min} cents.`,
    );
  if (amount > rail.max)
    throw amountProblem(
      'amount-above-maximum',
      `The most that ${rail.platform} takes at once is ${rail.max} cents.`,
    );
  return { fee, net };
}

export const lacksFunds = (): ProblemError =>
  amountProblem(
    'transaction-insufficient-funds',
    'The user’s wallet holds less than that. With `fund` the money comes from the app’s wallet first.',
  );

export const amountProblem = (
  code: 'amount-below-minimum' | 'amount-above-maximum' | 'transaction-insufficient-funds',
  detail: string,
) => new ProblemError(code, { detail, errors: [fieldProblem('amount', code, detail)] });
