/**
 * Runs the jobs of servers that do not (`DOTS_JOBS=off`): webhooks, payouts, checks and cleaning up. It has
 * no app and no routes but those of health.
 */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { healthRoutes } from '../http/health.ts';
import { readConfig } from './config.ts';
import type { Environment } from './config.ts';
import { ConfigError } from './known.ts';
import { countRequests, listen, stopListening, urlOf } from './listen.ts';
import { makeDeps, openStored } from './make-deps.ts';
import type { Given } from './make-deps.ts';
import type { RunningServer } from './serve.ts';
import { serveMetrics } from './serve-metrics.ts';
import { joinSignals } from './signals.ts';
import { startJobs } from './start-jobs.ts';

export interface WorkOptions extends Given {
  /** Replaces the process's environment. */
  readonly env?: Environment;
}

/**
 * Starts a worker. Its settings are those of its servers; what they write down at their start (the app, its
 * key, its webhook endpoint) it leaves to them. `url` of what it returns has `/healthz` and `/readyz`.
 * @throws {ConfigError} when the environment is not right. Nothing has been started then.
 */
export async function work(options: WorkOptions = {}): Promise<RunningServer> {
  const config = readConfig(options.env ?? process.env);
  if (config.databaseUrl === null)
    throw new ConfigError([
      '`dots-flow work` needs DATABASE_URL: the embedded database belongs to one process, and `dots-flow serve` answers requests and runs the jobs there.',
    ]);
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const opened = await openStored(config, options, closers);
    const { log, meters } = opened;
    const hearsOthers = joinSignals(config, opened, false, closers);
    const requests = countRequests(healthRoutes(opened).fetch);
    const server = createAdaptorServer({ fetch: requests.fetch, overrideGlobalObjects: false }) as Server;
    const { host } = config;
    const url = urlOf(
      host,
      await listen(server, { host, port: config.workPort }, { port: 'WORK_PORT', host: 'HOST' }),
    );
    closers.push(() => stopListening(server, requests));
    // Payees come to the servers, never here.
    const given = { ...options, hearsOthers, url: urlOf(host, config.port), bundleDir: null };
    startJobs(makeDeps(config, opened, given), opened.jobs, closers);
    const metricsUrl = await serveMetrics(config, meters, closers);
    log.info({ url, metricsUrl, sandbox: config.sandbox }, 'working');

    let closing: Promise<void> | undefined;
    return { url, metricsUrl, config, close: () => (closing ??= closeAll().then(() => log.info('stopped'))) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
