/**
 * In sandbox mode the key that seals tax and account numbers may be made here, once. Only its owner can read
 * the file.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataDir } from './data-dir.ts';

/**
 * Returns the key, and makes it when there is none. A file that was written only in part gives another
 * length, and `createVault` refuses it.
 */
export async function keyInDataDir(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, 'encryption-key');
  await makeDataDir(dataDir);
  try {
    // With `wx`, of two processes that find no key one writes it and the other reads it.
    await writeFile(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
}
