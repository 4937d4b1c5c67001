/**
 * Sends two deposits of less than a dollar. Only somebody who sees the account can tell their amounts (Nacha
 * Operating Rules, "Micro-Entries", effective 2022-09-16: credits below $1.00, described as ACCTVERIFY, under
 * a name the receiver recognises).
 */
import type { AccountType } from '../../contract/bank/method-inputs.ts';

export interface DepositOrder {
  /** An order with the same reference is the same order, however often it arrives. */
  readonly reference: string;
  readonly routing_number: string;
  readonly account_number: string;
  readonly account_type: AccountType;
  /** Cents. */
  readonly amounts: readonly [number, number];
  /** The name that the payee sees beside the deposits. */
  readonly appName: string;
}

export interface MicroDepositSender {
  /** Returns two fresh amounts in cents, each 1 to 99. The sandbox always returns the same. */
  newAmounts(): readonly [number, number];
  /**
   * Resolves once the deposits are on their way, or the bank has refused the account. Rejects when it has to
   * be tried again.
   */
  send(
    order: DepositOrder,
  ): Promise<
    | { readonly status: 'sent'; readonly expected: Date }
    | { readonly status: 'refused'; readonly reason: 'account-closed' | 'account-unverifiable' }
  >;
}
