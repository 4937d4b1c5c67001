/**
 * The built script-tag bundle: `/dots-flow@1.2.3/dots-flow.js` with its chunks, which never change, and
 * `/dots-flow.js`, which is whatever this server has. Any page may load it, so CORS is open. Browsers ask for
 * the latter again each time, by its entity tag. Its chunks have their hash in their name.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompress, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { readOldReleases, readRelease, type Release } from './release.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** A file as it is sent, in the three encodings that browsers ask for. */
interface BundleFile {
  /** From the file's content, so that every server and every restart gives the same one. */
  readonly etag: string;
  /** What the release's `integrity.json` says of it, if it is that file. */
  readonly integrity: string;
  readonly hasMap: boolean;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** No name of a file has a slash, so none leads out of the bundle. */
const fileName = /^[\w-][\w.-]*\.(?:js|css|map|json|md)$/;
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
};

/**
 * Returns the routes of the bundle in `dir`, and of older ones in `oldDir`. Without `dir` there are none, and
 * the hosted page then has no script.
 */
export function bundleRoutes(dir: string | null, oldDir: string | null = null): Hono {
  const app = new Hono();
  if (dir === null) return app;
  const own = readRelease(dir);
  const cache = new Map<string, Promise<BundleFile>>();

  /**
   * Returns a file, compressed. Compressing takes a while, so each version of a file is compressed once: the
   * promise is kept, and requests at the same time share it. A file that was built again has another time or
   * size.
   */
  const read = async (file: string): Promise<BundleFile> => {
    const { mtimeMs, size } = await stat(file);
    const key = `${file} ${mtimeMs} ${size}`;
    let loading = cache.get(key);
    if (!loading) cache.set(key, (loading = load(file)));
    return loading;
  };

  /** `keep` says whether browsers may keep the file for ever. */
  const send = async (
    c: Context,
    { dir }: Release,
    path: string,
    keep: (file: BundleFile) => boolean,
  ): Promise<Response> => {
    if (!fileName.test(path.replace(/^chunks\//, ''))) throw new ProblemError('no-such-resource');
    const file = await read(join(dir, path)).catch(() => {
      throw new ProblemError('no-such-resource', {
        detail: 'The bundle has no such file. Has it been built?',
      });
    });
    const headers: Record<string, string> = {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
      // Pages that isolate themselves (COEP) load only what says that they may.
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': keep(file) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      etag: file.etag,
      // Without this a proxy could give one browser the encoding of another.
      vary: 'accept-encoding',
      // A comment in the script would say the same, and cost every payee its bytes.
      ...(file.hasMap ? { sourcemap: `${basename(path)}.map` } : {}),
    };
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers);
    const accepted = c.req.header('accept-encoding') ?? '';
    if (/\bbr\b/.test(accepted)) return c.body(bytes(file.br), 200, { ...headers, 'content-encoding': 'br' });
    if (/\bgzip\b/.test(accepted))
      return c.body(bytes(file.gzip), 200, { ...headers, 'content-encoding': 'gzip' });
    return c.body(bytes(file.plain), 200, headers);
  };

  for (const release of [own, ...readOldReleases(oldDir)]) {
    if (release.version === null) continue;
    // Files may be built anew under a server that runs. What is then sent is not what was promised.
    const sendPinned = (c: Context, path: string) =>
      send(c, release, path, ({ integrity }) => !path.endsWith('.js') || release.hashes[path] === integrity);
    app
      .get(`${release.base}:name`, (c) => sendPinned(c, c.req.param('name') ?? ''))
      .get(`${release.base}chunks/:name`, (c) => sendPinned(c, `chunks/${c.req.param('name') ?? ''}`));
  }
  const never = () => false;
  const always = () => true;
  return app
    .get('/dots-flow.js', (c) => send(c, own, 'dots-flow.js', never))
    .get('/dots-flow.js.map', (c) => send(c, own, 'dots-flow.js.map', never))
    .get('/loader.js', (c) => send(c, own, 'loader.js', never))
    .get('/chunks/:name', (c) => send(c, own, `chunks/${c.req.param('name')}`, always));
}

async function load(path: string): Promise<BundleFile> {
  const plain = await readFile(path);
  return {
    plain,
    integrity: `sha384-${createHash('sha384').update(plain).digest('base64')}`,
    hasMap: existsSync(`${path}.map`),
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    br: await brotli(plain),
    gzip: await gzipped(plain),
  };
}

/** Hono takes a Uint8Array on an ArrayBuffer of its own, which a Buffer is not. */
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
