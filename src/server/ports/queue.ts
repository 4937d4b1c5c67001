/** Work that is done later, even when this process dies before. */
import type { Queryable } from './database.ts';

/**
 * A job runs at least once, never before `runAt`, and survives a kill. It is enqueued in the caller's
 * transaction.
 */
export interface JobQueue {
  enqueue(tx: Queryable, job: Job, runAt?: Date): Promise<void>;
  /** Runs what falls due because the clock is advanced by `ms` milliseconds when `tx` commits. */
  hasten(tx: Queryable, ms: number): Promise<void>;
}

export type Job =
  | { readonly kind: 'deliver-webhook'; readonly deliveryId: string }
  | { readonly kind: 'check-tin' | 'print-tax-form'; readonly taxFormId: string }
  | { readonly kind: 'advance-payout'; readonly transferId: string }
  | { readonly kind: 'auto-payout'; readonly userId: string; readonly cause: string }
  | { readonly kind: 'background-check'; readonly checkId: string }
  | { readonly kind: 'send-deposits'; readonly paymentMethodId: string }
  | { readonly kind: 'check-id'; readonly checkId: string; readonly attempt: number };
