/**
 * Moves money to the payee. A rail's own system is not in our database, and this process may die between
 * telling the rail and writing down what it said. So every call is idempotent by `transferId`: sending the
 * same transfer again does not pay again, but returns where the first one stands. A real provider passes the
 * id on as the idempotency key of its vendor.
 */
import type { AccountHolder } from '../../contract/bank/account-holder.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { PayoutRail } from '../../contract/bank/rails.ts';

export interface PayoutOrder {
  readonly transferId: string;
  readonly rail: PayoutRail;
  /** The amount that left the wallet, in cents of US dollars. */
  readonly amount: number;
  /** The amount that the payee is to receive: `amount`, less the fee when the payee bears it. */
  readonly net: number;
  /** Where the money goes: the payout method as the payee gave it. */
  readonly to: PayoutMethodInput;
  /**
   * Whose account it is: ACH, SEPA and SWIFT want a name, and the last two an address in parts. `address` is
   * null while nobody has told one; who is paid abroad has filed a tax form, which has it.
   */
  readonly holder: AccountHolder;
  /** When the order was first given to the rail. A repetition has the same time. */
  readonly sentAt: Date;
}

export type PayoutReport =
  /** On its way. Ask again after `askAgainInMs`. */
  | { readonly status: 'pending'; readonly externalId: string; readonly askAgainInMs: number }
  /** Arrived. With `askAgainInMs`, the receiving bank may still send it back. */
  | { readonly status: 'completed'; readonly externalId: string; readonly askAgainInMs?: number }
  /**
   * Did not arrive and will not. `code` is one of `payoutFailures`, or the rail's own code (`R03`, `AC04`).
   */
  | {
      readonly status: 'failed';
      readonly externalId: string;
      readonly reason: string;
      readonly code?: string;
    }
  /** Had arrived, and was sent back. */
  | {
      readonly status: 'returned';
      readonly externalId: string;
      readonly reason: string;
      readonly code?: string;
    };

export interface PayoutProvider {
  /**
   * Gives the order, or finds that it was given before. Rejects when the rail cannot be reached, and is
   * called again then.
   */
  send(order: PayoutOrder): Promise<PayoutReport>;
  /** Returns where an order stands that the rail took as `externalId`. */
  look(order: PayoutOrder, externalId: string): Promise<PayoutReport>;
}
