/**
 * Moves money between the app's bank account and its wallet here. As with payouts, the bank's own system is
 * not in our database, and this process may die at any time: every call is idempotent by `transferId`.
 *
 * Whose account it is, is the provider's to know: the operator connected it.
 */
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

export interface FundingProvider {
  /** Gives the order, or finds that it was given before. Rejects when the bank cannot be reached. */
  send(order: FundingOrder): Promise<FundingReport>;
  /** Returns where an order stands that the bank took as `externalId`. */
  look(order: FundingOrder, externalId: string): Promise<FundingReport>;
}
