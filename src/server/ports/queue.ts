/** Work that is done later, even when this process dies before. */
import type { Queryable } from './database.ts';

/**
 * A job is enqueued in the caller's transaction. It runs at least once, never before `runAt`, and survives a
 * kill.
 */
export interface JobQueue {
  enqueue(tx: Queryable, job: Job, runAt?: Date): Promise<void>;
  /** Call it in `tx` after writing webhook deliveries: they are sent right after the commit. */
  deliveriesMade(tx: Queryable): void;
  /**
   * Call it when the clock is advanced by `ms` milliseconds in `tx`. After the commit, the jobs run that are
   * due by then.
   */
  hasten(tx: Queryable, ms: number): Promise<void>;
}

export type Job =
  /** Of versions before 0.2, which a server may find after an upgrade. Deliveries need no job any more. */
  | { readonly kind: 'deliver-webhook'; readonly deliveryId: string }
  | { readonly kind: 'check-tin' | 'print-tax-form'; readonly taxFormId: string }
  | { readonly kind: 'advance-payout'; readonly transferId: string }
  /** By the transfer that brings the link's money. */
  | { readonly kind: 'advance-payout-link'; readonly transferId: string }
  | { readonly kind: 'deliver-payout-link'; readonly messageId: string }
  | { readonly kind: 'advance-refill'; readonly transferId: string }
  | { readonly kind: 'pay-batches'; readonly appId: string }
  | { readonly kind: 'auto-payout'; readonly userId: string; readonly cause: string }
  | { readonly kind: 'background-check'; readonly checkId: string }
  | { readonly kind: 'send-deposits'; readonly paymentMethodId: string }
  | { readonly kind: 'send-notification'; readonly notificationId: string }
  | { readonly kind: 'screen-again'; readonly version: string }
  | { readonly kind: 'check-id'; readonly checkId: string; readonly attempt: number };

const each = {
  'deliver-webhook': true,
  'check-tin': true,
  'print-tax-form': true,
  'advance-payout': true,
  'advance-payout-link': true,
  'deliver-payout-link': true,
  'advance-refill': true,
  'pay-batches': true,
  'auto-payout': true,
  'background-check': true,
  'send-deposits': true,
  'send-notification': true,
  'check-id': true,
  'screen-again': true,
} as const satisfies Readonly<Record<Job['kind'], true>>;
export const jobKinds = Object.keys(each) as Job['kind'][];
