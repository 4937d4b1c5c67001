/** The folder of the embedded database and the sandbox's key: made when it is not there, refused in a sentence when it cannot be. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from './config.ts';

/** @throws {ConfigError} when it is no folder, or one that this process cannot write to. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(resolve(dataDir));
    // Asking for permission says yes to root and on file systems that take no files; only writing knows.
    const probe = join(dataDir, `probe.${randomUUID()}`);
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
    await rm(probe, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const isFile = error.code === 'ENOTDIR' || error.code === 'EEXIST';
    throw new ConfigError([
      isFile
        ? `${dataDir} is a file, or below one. Set DATA_DIR to a folder.`
        : `${dataDir} cannot be written to (${String(error.code)}). Set DATA_DIR to a folder that this process may write to.`,
    ]);
  }
}

/** As `mkdir -p`. Node's own `recursive` tries for ever where a folder exists and yet says that its children's parent does not (/proc). */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const parent = dirname(path);
    if (error.code === 'ENOENT' && !(await exists(parent))) {
      await makeFolder(parent);
      await mkdir(path, { mode: 0o700 }).catch(unlessFolder(path));
    } else await unlessFolder(path)(error);
  }
}

/** There already: two processes may make it at once. A read-only file system says so of folders that exist, too. */
const unlessFolder = (path: string) => async (error: unknown) => {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw error;
};

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
