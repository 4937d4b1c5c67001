/**
 * Backs up the embedded database while its server runs. Copies of files that change meanwhile do not belong
 * together: some do not open, and others have lost rows. Only the process that has the database open can make
 * one that does, so `dots-flow backup` leaves a wish in the folder, and the server looks for wishes.
 */
import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../ports/deps.ts';
import { regularly } from './regularly.ts';

const lookEveryMs = 1000;
/** Of a command that was killed. One that runs has fetched its backup long before. */
const forgottenAfterMs = 3_600_000;

/** The files of one wish: it is made, and then answered by one of the other two. */
export const filesOfWish = (dataDir: string, id: string) => ({
  wanted: join(dataDir, `backup.${id}.wanted`),
  done: join(dataDir, `backup.${id}.tar`),
  failed: join(dataDir, `backup.${id}.failed`),
});

const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** Their names, and those of their parts. What the operator calls a backup of their own is none of ours. */
const ourFile = new RegExp(`^backup\\.(${uuid})\\.(wanted|failed|tar|tar\\.${uuid}\\.part)$`);

/** Returns the function that ends it, after a backup that is under way. */
export function answerBackups(
  deps: Pick<Deps, 'db' | 'log'>,
  dataDir: string,
): (() => Promise<void>) | undefined {
  const dump = deps.db.dump?.bind(deps.db);
  return dump && regularly(deps, 'backing up', lookEveryMs, () => answerWishes(dump, deps.log, dataDir));
}

async function answerWishes(
  dump: () => Promise<Uint8Array>,
  log: Deps['log'],
  dataDir: string,
): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const [, id, kind] = ourFile.exec(name) ?? [];
    if (id === undefined) continue;
    if (await isForgotten(join(dataDir, name))) await rm(join(dataDir, name), { force: true });
    else if (kind === 'wanted') await answerWish(dump, log, filesOfWish(dataDir, id));
  }
}

const isForgotten = async (path: string): Promise<boolean> =>
  Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Infinity) > forgottenAfterMs;

async function answerWish(
  dump: () => Promise<Uint8Array>,
  log: Deps['log'],
  { wanted, done, failed }: ReturnType<typeof filesOfWish>,
): Promise<void> {
  await rm(wanted, { force: true });
  try {
    await writeWhole(done, await dump());
    log.info('backed up');
  } catch (err) {
    log.error({ err }, 'backing up');
    await writeFile(failed, codeOf(err), { mode: 0o600 });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'an error; its log says more';

/**
 * Writes a file that is there as a whole, or not at all. Nobody else may read it: its part is a new file
 * under a name that nobody can guess, because in a folder that others share somebody might have laid one of
 * theirs.
 */
export async function writeWhole(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await writeFile(file, bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
