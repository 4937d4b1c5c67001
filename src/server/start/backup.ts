/** The command `dots-flow backup`. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLog } from '../ports/log.ts';
import { filesOfWish, writeWhole } from './answer-backups.ts';
import { readConfig, type Environment } from './config.ts';
import { ConfigError } from './known.ts';
import { InUse, lockDataDir } from './lock-data-dir.ts';
import { openEmbedded } from './open-embedded.ts';

const lookEveryMs = 100;
/** A server looks every second, and writes a gigabyte within another few. */
const patienceMs = 120_000;

/**
 * Writes the embedded database of the environment to `to`, a new file. Whether its server runs makes no
 * difference. `say` gets a line for the operator.
 * @throws {ConfigError} when there is no such database, or the file cannot be written
 */
export async function backup(env: Environment, to: string, say: (line: string) => void): Promise<void> {
  const { dataDir, databaseUrl, logLevel } = readConfig(env);
  if (databaseUrl !== null)
    throw new ConfigError([
      '`dots-flow backup` is for the embedded database. PostgreSQL has pg_dump; docs/operations.md says how.',
    ]);
  if (!(await isFile(join(dataDir, 'db', 'PG_VERSION'))))
    throw new ConfigError([`There is no database in ${dataDir}. Set DATA_DIR, or --data-dir.`]);
  await claim(to);
  try {
    const release = await lockDataDir(dataDir).catch((error: unknown) => {
      if (error instanceof InUse) return null;
      throw error;
    });
    if (release === null) await fromServer(dataDir, to);
    else await fromFolder(dataDir, to, logLevel, release);
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
  say(
    `${to}: ${(await stat(to)).size} bytes. The keys are not in it: keep DOTS_ENCRYPTION_KEYS, or ${join(dataDir, 'encryption-key')}, apart from it.`,
  );
}

/** Makes the file, so that nobody waits for a backup that has no place. */
async function claim(to: string): Promise<void> {
  try {
    await (await open(to, 'wx', 0o600)).close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ConfigError([
      code === 'EEXIST' ? `${to} is there already. Name a new file.` : `${to} cannot be written (${code}).`,
    ]);
  }
}

/** The server that has the folder is asked. */
async function fromServer(dataDir: string, to: string): Promise<void> {
  const { wanted, done, failed } = filesOfWish(dataDir, randomUUID());
  await writeFile(wanted, '', { mode: 0o600 });
  try {
    for (let waited = 0; !(await isFile(done)); waited += lookEveryMs) {
      const why = await readFile(failed, 'utf8').catch(() => null);
      if (why !== null) throw new ConfigError([`The server could not back up (${why}).`]);
      if (waited >= patienceMs)
        throw new ConfigError([`The process that has ${dataDir} did not answer. Is it a server?`]);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    await writeWhole(to, createReadStream(done));
  } finally {
    for (const file of [wanted, done, failed]) await rm(file, { force: true });
  }
}

async function fromFolder(
  dataDir: string,
  to: string,
  logLevel: string,
  release: () => Promise<void>,
): Promise<void> {
  try {
    const db = await openEmbedded(dataDir, createLog(logLevel));
    try {
      await writeWhole(to, (await db.dump?.()) ?? new Uint8Array());
    } finally {
      await db.close();
    }
  } finally {
    await release();
  }
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
