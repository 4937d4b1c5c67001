/**
 * Connects the app to the real environment, database, clock and network. `make-deps.ts` opens most of it, and
 * `work.ts` is the same without requests.
 */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { problemBody } from '../../contract/input/problem-error.ts';
import { oneAtATime } from '../db/one-at-a-time.ts';
import type { Deps } from '../ports/deps.ts';
import { answerBackups } from './answer-backups.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import type { Environment, ServerConfig } from './config.ts';
import { countRequests, listen, stopListening, urlOf } from './listen.ts';
import type { Fetch } from './listen.ts';
import { makeDeps, openStored } from './make-deps.ts';
import type { Given } from './make-deps.ts';
import { regularly } from './regularly.ts';
import { seedApp } from './seed.ts';
import { serveMetrics } from './serve-metrics.ts';
import { joinSignals } from './signals.ts';
import { startJobs } from './start-jobs.ts';

export interface ServeOptions extends Given {
  /** Replaces the process's environment. */
  readonly env?: Environment;
  /**
   * Adds the embedding program's own routes on the same port. They come before the server's. Sockets
   * come over `server`.
   */
  readonly routes?: (app: Hono, deps: Deps, server: Server) => void;
  /** Folder of the script-tag bundle; default: `dist/cdn` of this package, if it was built. */
  readonly bundleDir?: string | null;
}

export interface RunningServer {
  /** The address where it listens, e.g. `http://localhost:4400`. */
  readonly url: string;
  /** Where Prometheus asks; null without `METRICS_PORT`. */
  readonly metricsUrl: string | null;
  readonly config: ServerConfig;
  /**
   * Stops accepting requests, finishes the running ones, stops the jobs and closes the database. A second
   * call does nothing more.
   */
  close(): Promise<void>;
}

const packageRoot = fileURLToPath(new URL('../../..', import.meta.url));
/** How often a server without jobs looks whether others have advanced the test clock. */
const clockEveryMs = 1000;

/**
 * Starts the server. No request is answered before everything is there.
 * @throws {ConfigError} when the environment is not right. Nothing has been started then.
 */
export async function serve(options: ServeOptions = {}): Promise<RunningServer> {
  const config = readConfig(options.env ?? process.env);
  // What was opened is closed in reverse order, at the end or when a later part of the start fails.
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };

  try {
    const opened = await openStored(config, options, closers);
    const { db, log, testClock, meters } = opened;
    // Ended after the last request: what it changed is still told.
    const hearsOthers = joinSignals(config, opened, true, closers);

    // The port is known only once the server listens, the app only once the port is known.
    const app: { fetch?: Fetch } = {};
    const requests = countRequests((request, env) => app.fetch?.(request, env) ?? starting());
    // With classes of its own for `Request` and `Response`, the adapter spares each answer a stream.
    const server = createAdaptorServer({ fetch: requests.fetch }) as Server;
    const url = urlOf(config.host, await listen(server, config, { port: 'PORT', host: 'HOST' }));
    closers.push(() => stopListening(server, requests, config.leaveMs));

    const bundleDir = options.bundleDir === undefined ? builtBundle() : options.bundleDir;
    const deps = makeDeps(config, opened, { ...options, hearsOthers, url, bundleDir });
    await oneAtATime(db, 'first app', () => seedApp(deps, config));
    app.fetch = createApp(deps, { routes: (root) => options.routes?.(root, deps, server) }).fetch;
    if (testClock?.ahead())
      log.warn({ now: deps.clock.now() }, 'the clock of this sandbox has been advanced');
    // Jobs start last, because a job may need anything of `deps`.
    if (config.jobs) startJobs(deps, opened.jobs, closers);
    else if (testClock)
      closers.push(regularly(deps, 'reading the test clock', clockEveryMs, () => testClock.refresh(db)));
    const endBackups = answerBackups(deps, config.dataDir);
    if (endBackups) closers.push(endBackups);
    const metricsUrl = await serveMetrics(config, meters, closers);
    log.info({ url, metricsUrl, database: db.kind, sandbox: config.sandbox, jobs: config.jobs }, 'listening');

    let closing: Promise<void> | undefined;
    return { url, metricsUrl, config, close: () => (closing ??= closeAll().then(() => log.info('stopped'))) };
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
