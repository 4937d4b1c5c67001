/**
 * Opens the database that the environment asks for and brings it up to date, or says why it cannot be
 * reached.
 */
import { migrate } from '../db/migrate.ts';
import { openPg } from '../db/pg.ts';
import { DatabaseUnavailable, type Database, type Timeout } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { ConfigError } from './known.ts';
import type { ServerConfig } from './config.ts';
import { lockDataDir } from './lock-data-dir.ts';
import { openEmbedded } from './open-embedded.ts';

/**
 * Adds to `closers` what has to be closed. The lock is taken before the database is opened and given back
 * after it was closed.
 */
export async function openDatabase(
  config: ServerConfig,
  log: Deps['log'],
  closers: (() => Promise<void>)[],
  onTimeout: (limit: Timeout) => void = () => {},
): Promise<Database> {
  if (config.databaseUrl === null) closers.push(await lockDataDir(config.dataDir));
  const db =
    config.databaseUrl === null
      ? await openEmbedded(config.dataDir, log)
      : openPg({
          connectionString: config.databaseUrl,
          max: config.places.connections,
          prepared: config.prepared,
          onUnprepared: () =>
            log.warn('a pooler lost prepared statements, so none are used: set DOTS_PREPARED=off'),
          onTimeout,
          onError: (err) => log.warn({ err }, 'an idle database connection broke'),
        });
  closers.push(() => db.close());
  await migrate(db).catch((error: unknown) => {
    throw unreachable(config, error) ?? error;
  });
  return db;
}

/**
 * Returns why the database cannot be reached, when the cause is known. It does not repeat the address, which
 * may hold a password.
 */
function unreachable({ databaseUrl }: ServerConfig, error: unknown): ConfigError | null {
  const cause = error instanceof DatabaseUnavailable ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = connectionProblems[code];
  return databaseUrl === null || why === undefined
    ? null
    : new ConfigError([`DATABASE_URL: ${why} (${code}).`]);
}

/** Causes by their code: those of the network (errno), and those of PostgreSQL (Appendix A "Error Codes"). */
const connectionProblems: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no database answers at this host and port',
  ENOTFOUND: 'the host does not resolve to an address',
  EAI_AGAIN: 'the host does not resolve to an address',
  ETIMEDOUT: 'the host does not answer',
  '28000': 'the database refuses this user',
  '28P01': 'the password is wrong',
  '3D000': 'there is no database of this name',
};
