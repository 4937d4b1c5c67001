/**
 * Connects the app to the real environment, database, clock and network. Apart from the command it is the
 * only module that does so.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { problemBody } from '../../contract/input/problem-error.ts';
import { migrate } from '../db/migrate.ts';
import { oneAtATime } from '../db/one-at-a-time.ts';
import { sweep } from '../db/sweep.ts';
import { createTextReader } from '../identity/text.ts';
import { createBossJobs } from '../jobs/boss-jobs.ts';
import { rescueEveryMs, rescuePayouts } from '../ledger/rescue.ts';
import { removeOldLinks } from '../payee/manage-payments/retention.ts';
import { removeOldPictures } from '../payee/id-verification/retention.ts';
import { steps } from '../payee/steps.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppConfig, Deps } from '../ports/deps.ts';
import { createLog } from '../ports/log.ts';
import type { Providers } from '../ports/providers.ts';
import { createHttpVerification } from '../providers/http-id-verification.ts';
import { createSandboxProviders } from '../providers/sandbox.ts';
import { attemptDelivery, takeDue } from '../webhooks/deliver.ts';
import { createGuardedFetch } from '../webhooks/url-safety.ts';
import { createApp } from './app.ts';
import { checkMode } from './check-mode.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './known.ts';
import type { Environment, ServerConfig } from './config.ts';
import { isGuessable } from './exposure.ts';
import { keyInDataDir } from './encryption-key.ts';
import { countRequests, listen, stopListening } from './listen.ts';
import type { Fetch } from './listen.ts';
import { openDatabase, unreachable } from './open-database.ts';
import { openVault } from './open-vault.ts';
import { regularly } from './regularly.ts';
import { runJob } from './run-job.ts';
import { seedApp } from './seed.ts';
import { openTestClock } from './test-clock.ts';

export interface ServeOptions {
  /** Replaces the process's environment. */
  readonly env?: Environment;
  /**
   * Adds the embedding program's own routes on the same port. They come before the server's. Sockets
   * come over `server`.
   */
  readonly routes?: (app: Hono, deps: Deps, server: Server) => void;
  /** The real providers. Without them only sandbox mode starts. */
  readonly providers?: Providers;
  /** Folder of the script-tag bundle; default: `dist/cdn` of this package, if it was built. */
  readonly bundleDir?: string | null;
}

export interface RunningServer {
  /** The address where it listens, e.g. `http://localhost:4400`. */
  readonly url: string;
  readonly config: ServerConfig;
  /**
   * Stops accepting requests, finishes the running ones, stops the jobs and closes the database. A second
   * call does nothing more.
   */
  close(): Promise<void>;
}

const packageRoot = fileURLToPath(new URL('../../..', import.meta.url));
const sweepEveryMs = 3_600_000;
/** Listening on these, the server can be reached as `localhost`. */
const localHosts: readonly string[] = ['127.0.0.1', '0.0.0.0', '::'];

/**
 * Starts the server. The order is that of need: a wrong key is found before anything is sealed, and no
 * request is answered before everything is there.
 * @throws {ConfigError} when the environment is not right. Nothing has been started then.
 */
export async function serve(options: ServeOptions = {}): Promise<RunningServer> {
  const config = readConfig(options.env ?? process.env);
  if (!config.sandbox && !options.providers) {
    throw new ConfigError([
      'Live mode needs real providers of codes, tax number matching, bank checks, screening and payouts. This version ships only simulated ones: pass your own as serve({ providers }), or start with DOTS_MODE=sandbox.',
    ]);
  }
  // What was opened is closed in reverse order, at the end or when a later part of the start fails.
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };

  try {
    const log = createLog(config.logLevel);
    for (const name of config.unknownSettings) log.warn(`unknown setting ${name}`);
    const db = await openDatabase(config, log, closers);
    await migrate(db).catch((error: unknown) => {
      throw unreachable(config, error) ?? error;
    });
    await checkMode(db, config.sandbox);
    const vault = await openVault(db, config.encryptionKeys ?? [await keyInDataDir(config.dataDir)]);
    const testClock = config.sandbox ? await openTestClock(db) : null;
    const jobs = await createBossJobs(db, log, config.places, testClock);
    closers.push(() => jobs.stop());

    // The port is known only once the server listens, the app only once the port is known.
    const app: { fetch?: Fetch } = {};
    const requests = countRequests((request, env) => app.fetch?.(request, env) ?? starting());
    const server = createAdaptorServer({ fetch: requests.fetch, overrideGlobalObjects: false }) as Server;
    const port = await listen(server, config);
    closers.push(() => stopListening(server, requests.idle));
    const url = `http://${localHosts.includes(config.host) ? 'localhost' : config.host}:${port}`;

    const bundleDir = options.bundleDir === undefined ? builtBundle() : options.bundleDir;
    const appConfig: AppConfig = {
      sandbox: config.sandbox,
      publicUrl: config.publicUrl ?? url,
      isKeyGuessable: isGuessable(config.apiKey),
      clientSteps: config.clientSteps,
      codeCountries: config.codeCountries,
      knownAfterDays: config.knownAfterDays,
      payoutMethodWaitMs: config.payoutMethodWaitMs,
      retention: config.retention,
      places: config.places,
      webhookReach: config.webhookReach,
      bundleDir,
      oldBundlesDir: config.oldBundlesDir,
      trustedProxies: config.trustedProxies,
      idVerification: config.idVerification,
    };
    const clock: Clock = testClock ?? { now: () => new Date(), real: () => new Date() };
    const outbound = createGuardedFetch(config.webhookReach);
    const providers =
      options.providers ?? createSandboxProviders({ clock, pendingMs: config.sandboxPendingMs });
    const vendor = config.idVerification;
    const deps: Deps = {
      db,
      clock,
      testClock,
      newId: randomUUID,
      log,
      vault,
      jobs,
      stepRules: steps,
      providers: vendor
        ? {
            ...providers,
            identity: createHttpVerification({
              ...vendor,
              publicUrl: appConfig.publicUrl,
              // The operator named this address, so in a sandbox it may be anywhere.
              fetch: config.sandbox ? fetch : outbound,
              clock,
              log,
            }),
          }
        : providers,
      fetch: outbound,
      readText: createTextReader(),
      config: appConfig,
    };
    await oneAtATime(db, 'first app', () => seedApp(deps, config));
    app.fetch = createApp(deps, { routes: (root) => options.routes?.(root, deps, server) }).fetch;
    // Jobs start last, because a job may need anything of `deps`.
    jobs.start({
      run: (job) => runJob(deps, job),
      takeDeliveries: (count) => takeDue(deps, count),
      attemptDelivery: (attempt) => attemptDelivery(deps, attempt),
    });
    if (testClock?.ahead()) log.warn({ now: clock.now() }, 'the clock of this sandbox has been advanced');
    closers.push(sweepRegularly(deps));
    closers.push(rescueRegularly(deps));
    log.info({ url, database: db.kind, sandbox: config.sandbox }, 'listening');

    let closing: Promise<void> | undefined;
    return { url, config, close: () => (closing ??= closeAll().then(() => log.info('stopped'))) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The port is open a moment before the app is there. */
const starting = () =>
  Response.json(problemBody('service-unavailable', { detail: 'The server is starting.', retryAfter: 1 }), {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '1', 'cache-control': 'no-store' },
  });

/** Returns the folder of the bundle; null in a source tree where nobody has built it. */
function builtBundle(): string | null {
  const dir = join(packageRoot, 'dist', 'cdn');
  return existsSync(dir) ? dir : null;
}

function sweepRegularly(deps: Deps): () => Promise<void> {
  return regularly(deps, 'sweeping', sweepEveryMs, async () => {
    await sweep(deps.db, deps.clock.now(), deps.config.retention);
    await removeOldLinks(deps);
    await removeOldPictures(deps);
  });
}

const rescueRegularly = (deps: Deps) =>
  regularly(deps, 'rescuing payouts', rescueEveryMs, () => rescuePayouts(deps));
