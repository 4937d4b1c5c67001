/**
 * The style and the scripts of the site. The element in it is the one of this checkout, with the mock API.
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../imports.ts';
import { site } from './site.ts';

const client = join(import.meta.dirname, 'client');

export async function assets(): Promise<void> {
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  await copyFile(join(root, 'demo/icon.svg'), join(site, 'icon.svg'));
  await build({
    entryPoints: ['site.ts', 'live.ts', 'playground.ts', 'site.css'].map((name) => join(client, name)),
    outdir: site,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    chunkNames: 'parts/[name]-[hash]',
    logLevel: 'warning',
  });
}
