/** What a command of `dots-flow` needs that works on the database of the environment and then ends. */
import { findAppByClientId, type App } from '../db/apps.ts';
import { createLog } from '../ports/log.ts';
import type { Database } from '../ports/database.ts';
import { readConfig, type Environment, type ServerConfig } from './config.ts';
import { ConfigError } from './known.ts';
import { openDatabase } from './open-database.ts';

/**
 * Opens the database of the environment and closes it when `work` has ended, however
 * that was. On PostgreSQL its servers may run meanwhile.
 * @throws {ConfigError} when the environment is not right
 */
export async function withDatabase<T>(
  env: Environment,
  work: (db: Database, config: ServerConfig) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  const closers: (() => Promise<void>)[] = [];
  try {
    return await work(await openDatabase(config, createLog(config.logLevel), closers), config);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** @throws {ConfigError} when no server has made the app yet */
export async function appOf(db: Database, { clientId }: ServerConfig): Promise<App> {
  const app = await findAppByClientId(db, clientId);
  if (app) return app;
  throw new ConfigError([
    'The database has no app with this DOTS_CLIENT_ID. Start the server once, and it makes the app.',
  ]);
}
