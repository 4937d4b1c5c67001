/** Makes everything real: environment, database, clock, network. The only module that does, beside the command. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Environment, ServerConfig } from './config.ts';
import type { Database } from '../ports/database.ts';
import { migrate } from '../db/migrate.ts';
import { openPg } from '../db/pg.ts';
import { openPglite } from '../db/pglite.ts';
import { sweep } from '../db/sweep.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppConfig, Deps } from '../ports/deps.ts';
import { checkKeys } from './check-keys.ts';
import { keyInDataDir } from './encryption-key.ts';
import { createTextReader } from '../identity/text.ts';
import { answersKeptForMs } from '../http/idempotent.ts';
import { createBossJobs } from '../jobs/boss-jobs.ts';
import { runJob } from './run-job.ts';
import { rescueEveryMs, rescuePayouts } from '../ledger/rescue.ts';
import { lockDataDir } from './lock-data-dir.ts';
import { createLog } from '../ports/log.ts';
import { removeOldPictures } from '../payee/id-verification/retention.ts';
import type { Providers } from '../ports/providers.ts';
import { createHttpVerification } from '../providers/http-id-verification.ts';
import { createSandboxProviders } from '../providers/sandbox.ts';
import { regularly } from './regularly.ts';
import { seedApp } from './seed.ts';
import { openTestClock } from './test-clock.ts';
import { createVault } from './vault.ts';
import { createPublicFetch } from '../webhooks/url-safety.ts';

export interface ServeOptions {
  /** Instead of the process's environment. */
  readonly env?: Environment;
  /** Adds the embedding program's own routes on the same port; they come before the server's. Sockets come over `server`. */
  readonly routes?: (app: Hono, deps: Deps, server: Server) => void;
  /** Real providers; without them only sandbox mode starts. */
  readonly providers?: Providers;
  /** Folder of the script-tag bundle; default: `dist/cdn` of this package, if it was built. */
  readonly bundleDir?: string | null;
}

export interface RunningServer {
  /** Where it listens, e.g. `http://localhost:4400`. */
  readonly url: string;
  readonly config: ServerConfig;
  /** Stops accepting, finishes what runs, then stops jobs and closes the database. Calling it twice is calling it once. */
  close(): Promise<void>;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

const packageRoot = fileURLToPath(new URL('../../..', import.meta.url));
/** Requests get this long to finish when the server stops. */
const finishMs = 10_000;
const sweepEveryMs = 3_600_000;

/** @throws {ConfigError} when the environment is not right; nothing has been started then. */
export async function serve(options: ServeOptions = {}): Promise<RunningServer> {
  const config = readConfig(options.env ?? process.env);
  if (!config.sandbox && !options.providers) {
    throw new ConfigError([
      'Live mode needs real providers of codes, tax number matching, bank checks, screening and payouts. This version ships only simulated ones: pass your own as serve({ providers }), or start with DOTS_MODE=sandbox.',
    ]);
  }
  // Whatever was opened is closed in reverse, at the end or when a later step fails.
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };

  try {
    const log = createLog(config.logLevel);
    const db = await openDatabase(config, log, closers);
    await migrate(db).catch((error: unknown) => {
      throw unreachable(config, error) ?? error;
    });
    const vault = createVault(config.encryptionKeys ?? [await keyInDataDir(config.dataDir)]);
    await checkKeys(db, vault);
    const testClock = config.sandbox ? await openTestClock(db) : null;
    const jobs = await createBossJobs(db, log, testClock);
    closers.push(() => jobs.stop());

    // The port is known only once the server listens, the app only once the port is known.
    const app: { fetch?: Fetch } = {};
    const requests = countRequests(
      (request, env) => app.fetch?.(request, env) ?? new Response(null, { status: 503 }),
    );
    const server = createAdaptorServer({ fetch: requests.fetch, overrideGlobalObjects: false }) as Server;
    const port = await listen(server, config);
    closers.push(() => stopListening(server, requests.idle));
    const url = `http://${config.host === '127.0.0.1' || config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${port}`;

    const bundleDir = options.bundleDir === undefined ? builtBundle() : options.bundleDir;
    const appConfig: AppConfig = {
      sandbox: config.sandbox,
      publicUrl: config.publicUrl ?? url,
      bundleDir,
      trustedProxies: config.trustedProxies,
      idVerification: config.idVerification,
    };
    const clock: Clock = testClock ?? { now: () => new Date(), real: () => new Date() };
    const outbound = config.sandbox ? fetch : createPublicFetch();
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
      providers: vendor
        ? {
            ...providers,
            identity: createHttpVerification({
              ...vendor,
              publicUrl: appConfig.publicUrl,
              fetch: outbound,
              clock,
              log,
            }),
          }
        : providers,
      fetch: outbound,
      readText: createTextReader(),
      config: appConfig,
    };
    await seedApp(deps, config);
    app.fetch = createApp(deps, { routes: (root) => options.routes?.(root, deps, server) }).fetch;
    jobs.start((job) => runJob(deps, job));
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

async function openDatabase(
  config: ServerConfig,
  log: Deps['log'],
  closers: (() => Promise<void>)[],
): Promise<Database> {
  if (config.databaseUrl === null) closers.push(await lockDataDir(config.dataDir));
  const db =
    config.databaseUrl === null
      ? await openPglite(join(config.dataDir, 'db'))
      : openPg({
          connectionString: config.databaseUrl,
          onError: (err) => log.warn({ err }, 'an idle database connection broke'),
        });
  closers.push(() => db.close());
  return db;
}

/** The address itself is not repeated: it may hold a password. */
function unreachable({ databaseUrl }: ServerConfig, error: unknown): ConfigError | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = connectionProblems[code];
  return databaseUrl === null || why === undefined
    ? null
    : new ConfigError([`DATABASE_URL: ${why} (${code}).`]);
}

/** Of the network (errno), and of PostgreSQL, Appendix A "Error Codes". */
const connectionProblems: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no database answers at this host and port',
  ENOTFOUND: 'the host does not resolve to an address',
  EAI_AGAIN: 'the host does not resolve to an address',
  ETIMEDOUT: 'the host does not answer',
  '28000': 'the database refuses this user',
  '28P01': 'the password is wrong',
  '3D000': 'there is no database of this name',
};

function builtBundle(): string | null {
  const dir = join(packageRoot, 'dist', 'cdn');
  return existsSync(dir) ? dir : null;
}

function listen(server: Server, { port, host }: ServerConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = listenProblem(error.code ?? '', port, host);
      reject(why === null ? error : new ConfigError([why]));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function listenProblem(code: string, port: number, host: string): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Set PORT to another.`;
    case 'EACCES':
      return `This process may not listen on port ${port}. Set PORT to one from 1024 on.`;
    case 'EADDRNOTAVAIL':
      return `HOST is ${host}, which is not an address of this machine. 0.0.0.0 listens on all that are.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is ${JSON.stringify(host)}, which does not resolve to an address. 127.0.0.1 listens on this machine only, 0.0.0.0 on all its addresses.`;
    default:
      return null;
  }
}

/** Event streams stay open for hours, so waiting for connections would be waiting for ever; what is waited for is answers being made. */
function countRequests(fetch: Fetch) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    fetch: async (request: Request, env: object): Promise<Response> => {
      running += 1;
      try {
        return await fetch(request, env);
      } finally {
        running -= 1;
        if (running === 0) for (const wake of waiting.splice(0)) wake();
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}

async function stopListening(server: Server, idle: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
  await Promise.race([idle(), pause(finishMs)]);
  server.closeIdleConnections();
  // A moment for the last answers to leave the process; then event streams are cut. Their readers come back to the next process.
  await Promise.race([closed, pause(250)]);
  server.closeAllConnections();
  await closed;
}

function sweepRegularly(deps: Deps): () => Promise<void> {
  return regularly(deps, 'sweeping', sweepEveryMs, async () => {
    const now = deps.clock.now();
    await sweep(deps.db, now, new Date(now.getTime() - answersKeptForMs));
    await removeOldPictures(deps);
  });
}

const rescueRegularly = (deps: Deps) =>
  regularly(deps, 'rescuing payouts', rescueEveryMs, () => rescuePayouts(deps));
