/**
 * An empty PGlite as an image. Making a database from nothing (initdb) takes seconds, and every test file
 * needs one. So it is made once for each version of PGlite and kept; migrations are run anew each time.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const root = join(import.meta.dirname, '../../..');

export async function freshImage(): Promise<Blob> {
  const kept = join(root, 'node_modules/.cache/dots-flow', `pglite-${await version()}.tar`);
  const image = await readFile(kept).catch(() => null);
  return new Blob([image ?? (await make(kept))]);
}

async function make(kept: string): Promise<Buffer<ArrayBuffer>> {
  const engine = await PGlite.create();
  await engine.exec('checkpoint');
  const image = Buffer.from(await (await engine.dumpDataDir('none')).arrayBuffer());
  await engine.close();
  // Other test files may be reading or making the same file: it must be there as a whole or not at all.
  const half = `${kept}.${randomUUID()}`;
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(half, image);
  await rename(half, kept);
  return image;
}

/** The package does not export its own package.json. */
async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = await readFile(join(dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
