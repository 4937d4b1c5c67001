import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { bundleRoutes } from '../../../src/server/hosted/bundle.ts';
import { answerErrors, answerNotFound } from '../../../src/server/http/answer-errors.ts';
import { createLog } from '../../../src/server/ports/log.ts';

describe('the script-tag bundle', () => {
  let dir: string;
  const app = new Hono();
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dots-flow-bundle-'));
    await mkdir(join(dir, 'chunks'));
    await writeFile(join(dir, 'dots-flow.js'), 'export const entry = 1;');
    await writeFile(join(dir, 'chunks', 'step-a1B2.js'), 'export const step = 1;');
    await writeFile(join(dir, 'secret.txt'), 'no');
    app.onError(answerErrors({ log: createLog('silent') }));
    app.notFound(answerNotFound(app));
    app.route('/', bundleRoutes(dir));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test('is served to every page, with its type', async () => {
    const entry = await app.request('/dots-flow.js');
    assert.equal(await entry.text(), 'export const entry = 1;');
    assert.equal(entry.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(entry.headers.get('access-control-allow-origin'), '*');
    assert.equal(entry.headers.get('cache-control'), 'public, no-cache');
    const chunk = await app.request('/chunks/step-a1B2.js');
    assert.equal(chunk.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(await chunk.text(), 'export const step = 1;');
  });

  test('is compressed for whoever can read it, and not sent twice', async () => {
    const br = await app.request('/dots-flow.js', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    assert.equal(br.headers.get('content-encoding'), 'br');
    assert.equal(
      brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString(),
      'export const entry = 1;',
    );
    const gz = await app.request('/dots-flow.js', { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(gunzipSync(Buffer.from(await gz.arrayBuffer())).toString(), 'export const entry = 1;');
    const again = await app.request('/dots-flow.js', {
      headers: { 'if-none-match': br.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
  });

  test('a rebuilt entry is served at once', async () => {
    const etag = (await app.request('/dots-flow.js')).headers.get('etag') ?? '';
    await writeFile(join(dir, 'dots-flow.js'), 'export const entry = 12;');
    const rebuilt = await app.request('/dots-flow.js', { headers: { 'if-none-match': etag } });
    assert.equal(rebuilt.status, 200);
    assert.equal(await rebuilt.text(), 'export const entry = 12;');
  });

  test('nothing else of the disk is', async () => {
    for (const path of [
      '/secret.txt',
      '/chunks/..%2fsecret.txt',
      '/chunks/%2e%2e%2fsecret.txt',
      '/chunks/missing.js',
      '/chunks/.env',
      '/chunks/a.txt',
    ]) {
      assert.equal((await app.request(path)).status, 404, path);
    }
    assert.equal((await new Hono().route('/', bundleRoutes(null)).request('/dots-flow.js')).status, 404);
  });
});
