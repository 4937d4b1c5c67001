/** Makes the real database, clock, queue, vault and providers, for whoever answers requests or runs jobs. */
import { randomUUID } from 'node:crypto';
import { createTextReader } from '../identity/text.ts';
import { createBossJobs } from '../jobs/boss-jobs.ts';
import type { BossJobs } from '../jobs/boss-jobs.ts';
import { steps } from '../payee/steps.ts';
import { realClock } from '../ports/clock.ts';
import type { AppConfig, Deps } from '../ports/deps.ts';
import { createLog } from '../ports/log.ts';
import type { Providers } from '../ports/providers.ts';
import { newestList } from '../db/screening-lists.ts';
import { createHttpVerification } from '../providers/http-id-verification.ts';
import { createSandboxProviders } from '../providers/sandbox.ts';
import { createMeters } from '../telemetry/create-meters.ts';
import type { TwoMeters } from '../telemetry/create-meters.ts';
import { watchFetch, watchProviders } from '../telemetry/outside.ts';
import { readGauges } from '../telemetry/readings.ts';
import { createGuardedFetch } from '../webhooks/url-safety.ts';
import { checkMode } from './check-mode.ts';
import type { ServerConfig } from './config.ts';
import { isGuessable } from './exposure.ts';
import { ConfigError } from './known.ts';
import { openDatabase } from './open-database.ts';
import { openVaultOf } from './open-vault.ts';
import { openTestClock } from './test-clock.ts';

/** What a program gives that starts a server or a worker. */
export interface Given {
  /** The real providers. Without them only sandbox mode starts. */
  readonly providers?: Providers;
}

/** What is there before it is known under which address payees come. */
export interface Opened extends Pick<Deps, 'db' | 'log' | 'vault' | 'testClock'> {
  readonly meters: TwoMeters;
  readonly jobs: BossJobs;
}

/**
 * Opens what is stored. Adds to `closers` what has to be closed. The order is that of need: a wrong key is
 * found before anything is sealed.
 * @throws {ConfigError} when a setting is not right
 */
export async function openStored(
  config: ServerConfig,
  { providers }: Given,
  closers: (() => Promise<void>)[],
): Promise<Opened> {
  if (!config.sandbox && !providers) {
    throw new ConfigError([
      'Live mode needs real providers of codes, tax number matching, bank checks, screening and payouts. This version ships only simulated ones: pass your own as serve({ providers }) and work({ providers }), or start with DOTS_MODE=sandbox.',
    ]);
  }
  const log = createLog(config.logLevel);
  for (const name of config.unknownSettings) log.warn(`unknown setting ${name}`);
  const meters = createMeters();
  const db = await openDatabase(config, log, closers, (limit) => meters.add('timeouts', { limit }));
  await checkMode(db, config.sandbox);
  const vault = await openVaultOf(db, config);
  const testClock = config.sandbox ? await openTestClock(db) : null;
  const jobs = await createBossJobs(db, log, config.places, testClock);
  closers.push(() => jobs.stop());
  readGauges(meters, { db, clock: testClock ?? realClock });
  return { db, log, meters, vault, testClock, jobs };
}

/** `url`: where payees come when `PUBLIC_URL` does not say so. */
export function makeDeps(
  config: ServerConfig,
  opened: Opened,
  given: Given & {
    readonly url: string;
    readonly bundleDir: string | null;
    readonly hearsOthers: () => boolean;
  },
): Deps {
  const { log, meters, testClock } = opened;
  const appConfig: AppConfig = {
    sandbox: config.sandbox,
    publicUrl: config.publicUrl ?? given.url,
    isKeyGuessable: isGuessable(config.apiKey),
    clientSteps: config.clientSteps,
    codeCountries: config.codeCountries,
    knownAfterDays: config.knownAfterDays,
    payoutMethodWaitMs: config.payoutMethodWaitMs,
    withholding: config.withholding,
    retention: config.retention,
    places: config.places,
    webhookReach: config.webhookReach,
    bundleDir: given.bundleDir,
    oldBundlesDir: config.oldBundlesDir,
    trustedProxies: config.trustedProxies,
    idVerification: config.idVerification,
  };
  const clock = testClock ?? realClock;
  const outbound = createGuardedFetch(config.webhookReach);
  const providers = watchProviders(
    given.providers ??
      createSandboxProviders({
        clock,
        pendingMs: config.sandboxPendingMs,
        list: () => newestList(opened.db),
      }),
    meters,
  );
  const vendor = config.idVerification;
  return {
    ...opened,
    hearsOthers: given.hearsOthers,
    clock,
    newId: randomUUID,
    stepRules: steps,
    providers: vendor
      ? {
          ...providers,
          identity: createHttpVerification({
            ...vendor,
            publicUrl: appConfig.publicUrl,
            // The operator named this address, so in a sandbox it may be anywhere.
            fetch: watchFetch(config.sandbox ? fetch : outbound, 'identity', meters),
            clock,
            log,
          }),
        }
      : providers,
    fetch: watchFetch(outbound, 'webhooks', meters),
    readText: createTextReader(),
    config: appConfig,
  };
}
