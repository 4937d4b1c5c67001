/** Everything the app is given from outside, so that tests can give something else. Only `serve.ts` makes the real ones. */
import type { Logger } from 'pino';
import type { Database, Queryable } from './db/database.ts';
import type { TextReader } from './identity/text.ts';
import type { ImageStore } from './images/image-store.ts';
import type { TestClock } from './test-clock.ts';
import type { Vault } from './vault.ts';
import type { Providers } from './providers/providers.ts';

export interface Clock {
  now(): Date;
  /** The time outside, which no test clock changes: signatures carry it, as the other side compares it with a clock of its own. */
  real(): Date;
}

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

export interface Deps {
  readonly db: Database;
  readonly clock: Clock;
  /** Sandbox mode only: `clock`, for partners to advance. */
  readonly testClock?: TestClock | null;
  readonly newId: () => string;
  readonly log: Logger;
  readonly vault: Vault;
  readonly jobs: JobQueue;
  readonly providers: Providers;
  /** Outbound HTTP (webhooks). */
  readonly fetch: typeof fetch;
  /** Where pictures of documents are kept; the database when absent. */
  readonly images?: ImageStore;
  /** Reads machine-readable zones; without it none is read, and what they say is left to the identity provider. */
  readonly readText?: TextReader | null;
  readonly config: AppConfig;
}

export interface AppConfig {
  readonly sandbox: boolean;
  /** Origin under which payees reach this server, e.g. `http://localhost:4400`; `link` starts with it. */
  readonly publicUrl: string;
  /** Folder with the built script-tag bundle that the hosted page loads; null when there is none. */
  readonly bundleDir: string | null;
  /** Hops of trusted reverse proxies whose X-Forwarded-For is believed; 0 = none. */
  readonly trustedProxies: number;
  /** The identity vendor that is called, and calls back; absent: the provider needs no callback. */
  readonly idVerification?: { readonly url: string; readonly secret: string } | null;
}
