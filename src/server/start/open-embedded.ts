/**
 * Opens the embedded database, or says in one sentence why not. A folder that has lost something never starts
 * as an empty one: whoever runs the server would find out from payees.
 */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskRoom, leastRoom } from '../db/disk-room.ts';
import { openPglite } from '../db/pglite.ts';
import type { Database } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { ConfigError } from './known.ts';

/** Without one of these a folder is no database (PostgreSQL's manual, §73.1 "Database File Layout"). */
const parts = ['PG_VERSION', 'base', 'global', 'global/pg_control', 'pg_multixact', 'pg_wal', 'pg_xact'];

/** Beside the database; there since it was first opened. */
const mark = 'begun';

/**
 * The caller has the folder's lock.
 * @throws {ConfigError} when the database cannot be opened
 */
export async function openEmbedded(
  dataDir: string,
  log: Deps['log'],
  free: (folder: string) => Promise<number> = freeBytes,
): Promise<Database> {
  const folder = join(dataDir, 'db');
  const isBegun = (await exists(join(dataDir, mark))) || (await exists(join(dataDir, 'encryption-key')));
  const isEmpty = (await readdir(folder).catch(() => [])).length === 0;
  const lacking = [];
  for (const part of isEmpty ? [] : parts) if (!(await exists(join(folder, part)))) lacking.push(part);
  if (isEmpty && isBegun)
    throw new ConfigError([
      `${folder} is gone or empty, and there was a database in it. Put it back from a backup, or set another DATA_DIR to begin anew.`,
    ]);
  if (lacking.length > 0 && isBegun)
    throw new ConfigError([
      `${folder} has lost ${lacking.join(', ')}. Put the whole folder back from a backup; nothing in it was changed.`,
    ]);
  if (lacking.length > 0) {
    // The first start was killed before anybody could be told anything.
    const aside = `${folder}.unfinished.${randomUUID()}`;
    await rename(folder, aside);
    log.warn({ folder: aside }, 'the first start did not end; its files were put aside');
  }
  if ((await free(dataDir)) < leastRoom)
    throw new ConfigError([
      `The disk of ${dataDir} is full: the embedded database needs ${leastRoom / 2 ** 20} MB. Make room, or set another DATA_DIR.`,
    ]);
  // The engine makes files that everybody may read and change, so the folder lets nobody else in.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700).catch((error: unknown) =>
    log.warn({ err: error }, 'others may read the database'),
  );
  const room = diskRoom(
    () => free(dataDir),
    (isEnough, bytes) => {
      if (isEnough) log.info({ bytes }, 'the disk has room again');
      else log.error({ bytes, needed: leastRoom }, 'the disk is full, so nothing is written');
    },
  );
  const db = await openPglite(folder, undefined, room).catch((error: unknown) => {
    log.debug({ err: error }, 'the embedded database did not open');
    throw new ConfigError([
      `${folder} cannot be opened: its files are damaged, or are of another version of PostgreSQL. Put the folder back from a backup.`,
    ]);
  });
  await writeFile(
    join(dataDir, mark),
    'There is a database in `db`. Without it this folder is no new one.\n',
    {
      mode: 0o600,
    },
  );
  return db;
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
