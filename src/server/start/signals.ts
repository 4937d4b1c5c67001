/** Joins the signals of this process to those of the others on the same database. */
import { openNotices } from '../db/notices.ts';
import { onOwnChanges, ring } from '../db/signals.ts';
import type { Deps } from '../ports/deps.ts';
import type { ServerConfig } from './config.ts';

/**
 * Tells the others from now on, and listens to them when `hear` is set. Returns whether they are heard. The
 * embedded database has no others.
 */
export function joinSignals(
  config: Pick<ServerConfig, 'databaseUrl' | 'databaseListenUrl'>,
  { db, log }: Pick<Deps, 'db' | 'log'>,
  hear: boolean,
  closers: (() => Promise<void>)[],
): () => boolean {
  if (config.databaseUrl === null) return () => true;
  const notices = openNotices({
    db,
    listenUrl: hear ? (config.databaseListenUrl ?? config.databaseUrl) : null,
    onHeard: ring,
    onError: (err) => log.debug({ err }, 'telling other processes'),
    onDeaf: () =>
      log.info(
        `${config.databaseListenUrl === null ? 'DATABASE_URL' : 'DATABASE_LISTEN_URL'} leads to a pooler, or to another database: what other processes change is looked for instead of heard. With many event streams, set DATABASE_LISTEN_URL to PostgreSQL itself.`,
      ),
  });
  const stop = onOwnChanges(notices.tell);
  closers.push(() => {
    stop();
    return notices.close();
  });
  return notices.hears;
}
