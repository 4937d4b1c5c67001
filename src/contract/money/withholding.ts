/** What was kept back of a payout for a tax authority, as partners see it. */
import { incomeSources, incomeTypes, withholdingReasons } from '../forms/income.ts';
import * as z from '../z.ts';

/**
 * `deduct`: what the law wants kept back is kept back here. `report`: it is computed and told, and paid out;
 * whoever pays keeps it back elsewhere.
 */
export const withholdingModes = ['deduct', 'report'] as const;
export type WithholdingMode = (typeof withholdingModes)[number];

/**
 * Where withheld money is. `held`: in the app’s account for it. `remitted`: the partner has sent it to the
 * tax authority. `released`: the payee has got it. `returned`: it went back into the wallet with the payout.
 */
export const withholdingStates = ['held', 'remitted', 'released', 'returned'] as const;
export type WithholdingState = (typeof withholdingStates)[number];

/** Body of `POST /transfers/{id}/withholding/remit`. */
export const remitWithholdingInput = z.object({
  /**
   * What of it you did not send, because you had sent the tax of a payout that came back afterwards (26 CFR
   * §1.1461-2(a)(2)). Integer cents of US dollars; 0 when absent. At most what the account lacks for that,
   * and in the time that the law gives for it.
   */
  set_off: z._default(
    z.int('invalid-number').check(z.minimum(0, 'invalid-number'), z.maximum(10 ** 11, 'invalid-number')),
    0,
  ),
});

/** The part of a payout that is of one type of income. It has exactly one rate. */
const part = z.object({
  /** What this part was paid for. Null: the partner said that it is no income (`tax_exempt`). */
  income_type: z.nullable(z.enum(incomeTypes)),
  /** The part itself. Integer cents of US dollars. */
  amount: z.int(),
  /** Where the income comes from. */
  source: z.enum(incomeSources),
  /** The percent of it that comes from the United States. The rate is for that. */
  us_percent: z.int(),
  /** A fraction: `0.3` is 30 %. */
  rate: z.number(),
  /** Why it is this rate. */
  reason: z.enum(withholdingReasons),
  /** What is kept back of it, or is to be kept back elsewhere. Integer cents of US dollars. */
  withheld: z.int(),
});
export type WithholdingPart = z.infer<typeof part>;

export const withholding = z.object({
  /** Whether it is kept back here. */
  mode: z.enum(withholdingModes),
  /** What is kept back in all, in mode `report` elsewhere. Integer cents of US dollars. */
  amount: z.int(),
  /** Where that money is. Null where nothing was kept back here. */
  state: z.nullable(z.enum(withholdingStates)),
  /**
   * What of it you did not send, as you said when you remitted it. Integer cents of US dollars. Null where it
   * was not remitted.
   */
  set_off: z.nullable(z.int()),
  /**
   * One for each type of income that the payout was made of, and besides one of which nothing is withheld
   * where withheld money was released and spent before its own payout came back. Their amounts sum to the
   * payout’s.
   */
  parts: z.array(part),
});
export type TransferWithholding = z.infer<typeof withholding>;
