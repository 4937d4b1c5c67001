/**
 * The built script-tag bundle: `/dots-flow.js` and its chunks. Any page may load it, so CORS is open. Chunks
 * have their hash in their name and never change. Browsers ask for the entry again each time, by its entity
 * tag.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { ProblemError } from '../http/problem.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** A file as it is sent, in the three encodings that browsers ask for. */
interface BundleFile {
  /** From the file's content, so that every server and every restart gives the same one. */
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** A name goes one folder deep, and folder names have no dots, so no name leads out of the bundle. */
const chunkName = /^[\w-][\w.-]*\.(?:js|css|map|json)$/;
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json',
  json: 'application/json',
};

/**
 * Returns the routes of the bundle in `dir`; without a folder none, and the hosted page then has no script.
 */
export function bundleRoutes(dir: string | null): Hono {
  const app = new Hono();
  if (dir === null) return app;
  const cache = new Map<string, Promise<BundleFile>>();

  /**
   * Returns a file, compressed. Compressing takes a while, so each version of a file is compressed once: the
   * promise is kept, and requests at the same time share it. A file that was built again has another time or
   * size.
   */
  const read = async (path: string): Promise<BundleFile> => {
    const file = join(dir, path);
    const { mtimeMs, size } = await stat(file);
    const key = `${path} ${mtimeMs} ${size}`;
    let loading = cache.get(key);
    if (!loading) cache.set(key, (loading = load(file)));
    return loading;
  };

  const send = async (c: Context, path: string, immutable: boolean): Promise<Response> => {
    const file = await read(path).catch(() => {
      throw new ProblemError('no-such-resource', {
        detail: 'The bundle has no such file. Has it been built?',
      });
    });
    const headers: Record<string, string> = {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
      // Pages that isolate themselves (COEP) load only what says that they may.
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      etag: file.etag,
      // Without this a proxy could give one browser the encoding of another.
      vary: 'accept-encoding',
    };
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers);
    const accepted = c.req.header('accept-encoding') ?? '';
    if (/\bbr\b/.test(accepted)) return c.body(bytes(file.br), 200, { ...headers, 'content-encoding': 'br' });
    if (/\bgzip\b/.test(accepted))
      return c.body(bytes(file.gzip), 200, { ...headers, 'content-encoding': 'gzip' });
    return c.body(bytes(file.plain), 200, headers);
  };

  return app
    .get('/dots-flow.js', (c) => send(c, 'dots-flow.js', false))
    .get('/chunks/:name', (c) => {
      const name = c.req.param('name');
      if (!chunkName.test(name)) throw new ProblemError('no-such-resource');
      return send(c, `chunks/${name}`, true);
    });
}

async function load(path: string): Promise<BundleFile> {
  const plain = await readFile(path);
  return {
    plain,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    br: await brotli(plain),
    gzip: await gzipped(plain),
  };
}

/** Hono takes a Uint8Array on an ArrayBuffer of its own, which a Buffer is not. */
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
