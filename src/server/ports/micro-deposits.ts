/**
 * Sends two deposits of less than a dollar, whose amounts only somebody who sees the account can tell (Nacha Operating Rules,
 * "Micro-Entries", effective 2022-09-16: credits below $1.00, described as ACCTVERIFY, under a name the receiver recognises).
 */
import type { AccountType } from '../../contract/bank/method-inputs.ts';

export interface DepositOrder {
  /** The same one is the same order, however often it arrives. */
  readonly reference: string;
  readonly routing_number: string;
  readonly account_number: string;
  readonly account_type: AccountType;
  /** Cents. */
  readonly amounts: readonly [number, number];
  /** The name that stands beside the deposits. */
  readonly appName: string;
}

export interface MicroDepositSender {
  /** Two fresh amounts in cents, each 1 to 99; the sandbox always takes the same. */
  newAmounts(): readonly [number, number];
  /** Resolves once the deposits are on their way, or the bank has refused the account. Throws when it has to be tried again. */
  send(
    order: DepositOrder,
  ): Promise<
    | { readonly status: 'sent'; readonly expected: Date }
    | { readonly status: 'refused'; readonly reason: 'account-closed' | 'account-unverifiable' }
  >;
}
