/**
 * PGlite as an image, empty or migrated. Making a database from nothing (initdb) takes seconds, and every
 * test file needs one. So it is made once for each version of PGlite and of the migrations, and kept.
 */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, migrations } from '../../../src/server/db/migrate.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';

const folder = join(import.meta.dirname, '../../..', 'node_modules/.cache/dots-flow');

/** An empty database. */
export const freshImage = (): Promise<Blob> => image('pglite', [], makeEmpty);

/** A database on which all migrations have run. */
export const migratedImage = (): Promise<Blob> => image('migrated', migrations, makeMigrated);

/** `parts` are texts of which the image is made. Images that were made of others are removed. */
async function image(
  name: string,
  parts: readonly string[],
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Blob> {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  const file = [name, await version(), ...(parts.length > 0 ? [hash] : [])].join('-') + '.tar';
  const kept = await readFile(join(folder, file)).catch(() => null);
  if (kept) return new Blob([kept]);
  const made = await make();
  // Other test files may be reading or making the same file: it must be there as a whole or not at all.
  const half = join(folder, `${file}.${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  const before = (await readdir(folder)).filter((other) => other.startsWith(`${name}-`) && other !== file);
  await writeFile(half, made);
  await rename(half, join(folder, file));
  for (const other of before.filter((other) => other.endsWith('.tar')))
    await rm(join(folder, other), { force: true });
  return new Blob([made]);
}

async function makeEmpty(): Promise<Uint8Array<ArrayBuffer>> {
  const engine = await PGlite.create();
  await engine.exec('checkpoint');
  const made = await (await engine.dumpDataDir('none')).arrayBuffer();
  await engine.close();
  return new Uint8Array(made);
}

async function makeMigrated(): Promise<Uint8Array<ArrayBuffer>> {
  const db = await openPglite(undefined, await freshImage());
  await migrate(db);
  const made = await db.dump?.();
  await db.close();
  assert.ok(made);
  return new Uint8Array(made);
}

/** The package does not export its own package.json. */
async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = await readFile(join(dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
