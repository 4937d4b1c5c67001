/** Payout methods, and the rails on which one can be added, as the payee sees them. */
import { timestamp, uuid } from '../flow.ts';
import * as z from '../z.ts';

/** What is told of a method to which money could not be sent, because its details are wrong. */
export const methodCorrection = z.object({
  /** Why, as a code of payout failures. */
  reason: z.string(),
  /** The field that was wrong. */
  field: z.string(),
  /** What may be shown of it, by wire name: never a number or an address that names the account. */
  details: z.record(z.string(), z.string()),
});
export type MethodCorrection = z.infer<typeof methodCorrection>;

export const payoutMethod = z.object({
  id: uuid,
  platform: z.string(),
  /** `••• 6789`, `j•••@example.com`, `@j•••`: enough to recognise, not enough to use. */
  masked: z.string(),
  /** The bank's name, when known. */
  bank_name: z.nullable(z.string()),
  account_type: z.nullable(z.enum(['checking', 'savings'])),
  is_default: z.boolean(),
  /**
   * In which currency the money arrives, where that is not the US dollar: ISO 4217, or `local` where only the
   * receiver knows.
   */
  currency: z.optional(z.string()),
  /** Nothing is sent to it, because three payouts in a row came back. */
  paused: z.optional(z.boolean()),
  /** Nothing is sent to it before: it is new, and the payee is to notice if somebody else added it. */
  usable_from: z.optional(timestamp),
  /** The newest payout to it came back, because its details are wrong. Absent once one has arrived. */
  correction: z.optional(methodCorrection),
});
/** Seconds in which nothing is sent to a method that is added now. Absent when it is paid to at once. */
export const newMethodsWait = z.optional(z.int());
export type PayoutMethod = z.infer<typeof payoutMethod>;

/**
 * A rail that this payee can add. Times and fees are data of the server, so that the element never guesses.
 */
export const railOffer = z.object({
  platform: z.string(),
  /** Expected arrival of a payout that is made now, in minutes. */
  arrives_in: z.object({ from: z.int(), to: z.int() }),
  /** The part of the fee that the payee bears, in integer cents of US dollars. 0 means nothing. */
  fee: z.int(),
  /** On top of `fee`, in hundredths of a per cent of the amount. */
  fee_basis_points: z.optional(z.int()),
});
export type RailOffer = z.infer<typeof railOffer>;

/**
 * Rails that pay in the payee's country and are not offered, with the reason. `no-bank-form`: what the banks
 * of the country want is not published, or was not found. Absent: there is none.
 */
export const railsNotOffered = z.optional(
  z.array(z.object({ platform: z.string(), reason: z.literal('no-bank-form') })),
);
