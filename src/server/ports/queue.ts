/** Work that is done later, whatever happens to this process. */
import type { Queryable } from './database.ts';

/** A job runs at least once, never before `runAt`, and survives a kill. Enqueued in the caller's transaction. */
export interface JobQueue {
  enqueue(tx: Queryable, job: Job, runAt?: Date): Promise<void>;
  /** The clock is advanced by so many milliseconds when `tx` commits; what is due by it then runs. */
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
