/**
 * Everything the app is given from outside, so that tests can give something else. Only
 * `start/make-deps.ts` makes the real ones.
 */
import type { Logger } from 'pino';
import type { WithholdingMode } from '../../contract/money/withholding.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Clock, TestClock } from './clock.ts';
import type { Database } from './database.ts';
import type { ImageStore } from './image-store.ts';
import type { Meters } from './meters.ts';
import type { Providers } from './providers.ts';
import type { JobQueue } from './queue.ts';
import type { Places } from './places.ts';
import type { Retention } from './retention.ts';
import type { StepRules } from '../../contract/plan/step-rules.ts';
import type { TextReader } from './text-reader.ts';
import type { Vault } from './vault.ts';

export interface Deps {
  readonly db: Database;
  readonly clock: Clock;
  /** The same clock as `clock`, which partners may advance; in sandbox mode only. */
  readonly testClock?: TestClock | null;
  readonly newId: () => string;
  readonly log: Logger;
  /** Counts what happens, for whoever runs the server; absent: nobody does. */
  readonly meters?: Meters;
  readonly vault: Vault;
  readonly jobs: JobQueue;
  readonly providers: Providers;
  /** The rules that each step gives to the plan engine: `steps` of `payee/steps.ts`. */
  readonly stepRules: StepRules;
  /**
   * Whether changes of other processes come in by signals, or there is no other; absent: no. What is not
   * heard is looked for.
   */
  readonly hearsOthers?: () => boolean;
  /** Outbound HTTP (webhooks). */
  readonly fetch: typeof fetch;
  /** The store of document pictures; the database when absent. */
  readonly images?: ImageStore;
  /**
   * Reads machine-readable zones. Without it none is read, and the identity provider alone judges what they
   * say.
   */
  readonly readText?: TextReader | null;
  readonly config: AppConfig;
}

/** Where webhooks may go. Only live mode has `public`, and only there https is a must. */
export type Reach = 'public' | 'public or this machine' | 'anywhere';

export interface AppConfig {
  readonly sandbox: boolean;
  /** Origin under which payees reach this server, e.g. `http://localhost:4400`; `link` starts with it. */
  readonly publicUrl: string;
  /** The API key is known to everybody or short enough to guess: the server answers as localhost alone. */
  readonly isKeyGuessable?: boolean;
  /** Steps of flows that are made with the client id alone; absent or null: all. */
  readonly clientSteps?: readonly StepName[] | null;
  /** Countries to whose numbers codes are sent (ISO 3166-1 alpha-2); absent or null: all. */
  readonly codeCountries?: readonly string[] | null;
  /** After how many days a payee is asked for something known beside the code; absent: 90. */
  readonly knownAfterDays?: number;
  /** For how many days each kind of data is kept; absent: as usual. */
  readonly retention?: Retention;
  /** How much may be under way at one time; absent: as usual. */
  readonly places?: Places;
  /** How long nothing is sent to a payout method that is new; absent: 0. */
  readonly payoutMethodWaitMs?: number;
  /** Whether what the law wants withheld of payouts is kept back here; absent: `report`. */
  readonly withholding?: WithholdingMode;
  /** Where webhooks may go; absent: the public internet, and in a sandbox this machine. */
  readonly webhookReach?: Reach;
  /** Folder with the built script-tag bundle that the hosted page loads; null when there is none. */
  readonly bundleDir: string | null;
  /** Folder with bundles of other versions, for pages that name theirs. */
  readonly oldBundlesDir?: string | null;
  /** Hops of trusted reverse proxies whose X-Forwarded-For is believed; 0 = none. */
  readonly trustedProxies: number;
  /** The identity vendor that is called and calls back. Absent: the provider needs no callback. */
  readonly idVerification?: { readonly url: string; readonly secret: string } | null;
}
