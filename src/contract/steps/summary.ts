/**
 * What a finished flow did and what it left open, as the payee is told at the end. Nothing in it is more
 * secret than the last four digits of an account.
 */
import { payoutMethod } from '../bank/payout-methods.ts';
import { timestamp, uuid } from '../flow.ts';
import { taxFormNames } from '../forms/tax.ts';
import { transferStatuses } from '../money/transfers.ts';
import * as z from '../z.ts';
import { notification } from './notifications.ts';

/** Things that were done. Each has one line, in the order in which the steps were completed. */
export const doneKinds = [
  'phone-confirmed',
  'details-saved',
  'tax-form-signed',
  'identity-confirmed',
  'identity-sent',
  'background-check-ended',
  'payments-connected',
  'payout-method',
  'auto-payout',
  'form-sent',
] as const;
export type DoneKind = (typeof doneKinds)[number];

/**
 * What is still open.
 *
 * - `payout-method`: the payee has no payout method. It can be added here.
 * - `deposits`: two small deposits wait to be confirmed here.
 * - `payout`: nothing was withdrawn, it came back, or more is left. It can be withdrawn here.
 * - `tax-check`: the tax authority has not yet said whether it knows the tax number.
 * - `tax-mismatch`: it does not know the number under this name.
 * - `identity`: somebody looks at the payee's identity, and nothing is paid out meanwhile.
 */
export const openKinds = [
  'payout-method',
  'deposits',
  'payout',
  'tax-check',
  'tax-mismatch',
  'identity',
] as const;
export type OpenKind = (typeof openKinds)[number];

export const flowSummary = z.object({
  done: z.array(
    z.object({
      kind: z.enum(doneKinds),
      /** Of `tax-form-signed`. */
      tax_form: z.optional(z.enum(taxFormNames)),
      /** Of `payout-method`: where the money goes. */
      method: z.optional(payoutMethod),
    }),
  ),
  open: z.array(z.enum(openKinds)),
  /** The payout that was made in this flow. Amounts are integer cents of US dollars. */
  payout: z.nullable(
    z.object({
      /** By which partner and rail know the payout. */
      reference: uuid,
      amount: z.int(),
      /** The part of the fee that the payee bears, in integer cents of US dollars. */
      fee: z.int(),
      /** What arrives, in integer cents of US dollars. */
      net: z.int(),
      method: payoutMethod,
      /** Minutes until the money arrives, from `created` on. */
      arrives_in: z.object({ from: z.int(), to: z.int() }),
      status: z.enum(transferStatuses),
      created: timestamp,
    }),
  ),
  /** The payee's name, for the receipt of the payout. */
  payee: z.optional(z.string()),
  /** Cents that are left in the wallet, and that nothing holds back. Not after a payout that came back. */
  left: z.optional(z.int()),
  /** Where the payee hears of it when the payout does not arrive. It is absent when nobody would write. */
  notification,
});
export type FlowSummary = z.infer<typeof flowSummary>;
