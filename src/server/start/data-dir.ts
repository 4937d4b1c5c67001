/**
 * The folder of the embedded database and the sandbox's key. It is made when it is missing; when it cannot be
 * made, the error says why in a sentence.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from './known.ts';

/** @throws {ConfigError} when it is not a folder, or when this process cannot write to it. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(resolve(dataDir));
    // Only writing shows that one may write. A permission check says yes to root, even on file systems that
    // accept no files.
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

/**
 * Does what `mkdir -p` does. Node's own `recursive` never ends in a folder that exists and yet says that its
 * children's parent does not (/proc).
 */
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

/**
 * Ignores the error when the folder exists: two processes may make it at once, and a read-only file system
 * reports an error for existing folders, too.
 */
const unlessFolder = (path: string) => async (error: unknown) => {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw error;
};

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
