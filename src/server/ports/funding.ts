/**
 * Moves money between the app's bank account and its wallet here, and debits accounts of others into it.
 * As with payouts, the bank's own system is not in our database, and this process may die at any time:
 * every call is idempotent by `transferId`.
 *
 * Whose account it is, is the provider's to know: the operator connected it.
 */
import type { AccountHolder } from '../../contract/bank/account-holder.ts';
import type { AccountType } from '../../contract/bank/method-inputs.ts';
import type { PayoutReport } from './payouts.ts';

export interface FundingOrder {
  readonly transferId: string;
  readonly appId: string;
  /** `in`: from the bank to the wallet. `out`: from the wallet to the bank. */
  readonly way: 'in' | 'out';
  /** Cents of US dollars, more than 0. */
  readonly amount: number;
  /** When the order was first given. A repetition has the same time. */
  readonly sentAt: Date;
}

/**
 * `completed` of a deposit: the money is there. Say so only once it is sure, because it can be paid out from
 * then on; what a bank takes back later (`returned`) is taken from the wallet as soon as it is covered.
 */
export type FundingReport = PayoutReport;

/** A payment: the account of somebody else is debited, who has agreed to that. */
export interface DebitOrder {
  readonly transferId: string;
  readonly appId: string;
  /** Cents of US dollars, more than 0. */
  readonly amount: number;
  /** When the order was first given. A repetition has the same time. */
  readonly sentAt: Date;
  readonly from: {
    readonly routing_number: string;
    readonly account_number: string;
    readonly account_type: AccountType;
    /** Who agreed, as far as their name is known. */
    readonly name: string;
    /** Whose account it is, as far as it is known. */
    readonly holder: AccountHolder;
  };
  /** The authorization: a bank that is asked for proof wants its words and its time. */
  readonly authorization: { readonly text: readonly string[]; readonly accepted: Date };
}

export interface FundingProvider {
  /** Gives the order, or finds that it was given before. Rejects when the bank cannot be reached. */
  send(order: FundingOrder): Promise<FundingReport>;
  /** Returns where an order stands that the bank took as `externalId`. */
  look(order: FundingOrder, externalId: string): Promise<FundingReport>;
  /**
   * Debits an account, or finds that the order was given before. `code` of a report is the return reason code
   * of the network (`R01`). Say `completed` with `askAgainInMs` for as long as the debit may come back: two
   * banking days, and 60 days for a consumer's that were not authorized. Both absent: there are no payments.
   */
  debit?(order: DebitOrder): Promise<FundingReport>;
  lookAtDebit?(order: DebitOrder, externalId: string): Promise<FundingReport>;
}
