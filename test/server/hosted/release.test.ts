/** Released bundles: paths that never change, and what the hosted page asks for ahead. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import { bundleRoutes } from '../../../src/server/hosted/bundle.ts';
import { answerErrors, answerNotFound } from '../../../src/server/http/answer-errors.ts';
import { createLog } from '../../../src/server/ports/log.ts';
import { introduced, newFlow } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';

const hash = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const forEver = 'public, max-age=31536000, immutable';

/** Writes what a build leaves: two scripts, and files about them. */
async function release(dir: string, version: string): Promise<void> {
  const scripts = {
    'dots-flow.js': `export const version = '${version}';`,
    'chunks/pay-a1.js': 'export {};',
  };
  await mkdir(join(dir, 'chunks'), { recursive: true });
  for (const [file, text] of Object.entries(scripts)) await writeFile(join(dir, file), text);
  await writeFile(join(dir, 'dots-flow.js.map'), '{}');
  const files = Object.fromEntries(Object.entries(scripts).map(([file, text]) => [file, hash(text)]));
  await writeFile(join(dir, 'integrity.json'), JSON.stringify({ version, files }));
  const manifest = {
    'src/define.ts': { file: 'dots-flow.js', isEntry: true },
    _forms: { file: 'chunks/forms.js', imports: ['src/define.ts'] },
    'src/steps/compliance/index.ts': { file: 'chunks/compliance.js', imports: ['_forms', 'src/define.ts'] },
    'src/locales/de/index.ts': { file: 'chunks/de.js' },
    'src/locales/de/compliance.ts': { file: 'chunks/compliance-de.js' },
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  const html = { en: '<template shadowrootmode="open"><style>i{}</style></template>' };
  await writeFile(join(dir, 'skeletons.json'), JSON.stringify({ style: "'sha256-abc='", html }));
}

describe('a released bundle', () => {
  let root: string;
  let dir: string;
  let app: Hono;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'dots-flow-release-'));
    dir = join(root, 'cdn');
    await release(dir, '1.2.0');
    await release(join(root, 'old', 'whatever'), '1.1.0-beta.1');
    app = new Hono();
    app.onError(answerErrors({ log: createLog('silent') }));
    app.notFound(answerNotFound(app));
    app.route('/', bundleRoutes(dir, join(root, 'old')));
  });
  after(() => rm(root, { recursive: true, force: true }));

  test('has a path with its version, which browsers may keep for ever', async () => {
    for (const path of ['dots-flow.js', 'chunks/pay-a1.js', 'integrity.json']) {
      const answer = await app.request(`/dots-flow@1.2.0/${path}`);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('cache-control'), forEver, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    }
    assert.equal((await app.request('/dots-flow.js')).headers.get('cache-control'), 'public, no-cache');
    assert.equal((await app.request('/dots-flow@1.2.1/dots-flow.js')).status, 404);
    assert.equal((await app.request('/dots-flow@1.2.0/chunks/..%2fmanifest.json')).status, 404);
  });

  test('is what its hashes say', async () => {
    const { files } = (await (await app.request('/dots-flow@1.2.0/integrity.json')).json()) as {
      files: Record<string, string>;
    };
    for (const [file, expected] of Object.entries(files))
      assert.equal(hash(await (await app.request(`/dots-flow@1.2.0/${file}`)).text()), expected, file);
  });

  test('stays there for pages that name it, when the server has another', async () => {
    const answer = await app.request('/dots-flow@1.1.0-beta.1/dots-flow.js');
    assert.equal(await answer.text(), "export const version = '1.1.0-beta.1';");
    assert.equal(answer.headers.get('cache-control'), forEver);
  });

  test('says where the source map is, and only of scripts that have one', async () => {
    const of = async (path: string) => (await app.request(path)).headers.get('sourcemap');
    assert.equal(await of('/dots-flow@1.2.0/dots-flow.js'), 'dots-flow.js.map');
    assert.equal(await of('/dots-flow@1.2.0/chunks/pay-a1.js'), null);
    assert.equal((await app.request('/dots-flow@1.2.0/dots-flow.js.map')).status, 200);
  });

  test('is kept by nobody when it was built anew without a new version', async () => {
    await writeFile(join(dir, 'dots-flow.js'), 'export const other = 1;');
    const answer = await app.request('/dots-flow@1.2.0/dots-flow.js');
    assert.equal(answer.headers.get('cache-control'), 'public, no-cache');
  });

  describe('on the hosted page', () => {
    const preloads = (page: string) =>
      [...page.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, href]) => href);
    const in_ = (...files: string[]) => files.map((file) => `/dots-flow@1.2.0/chunks/${file}`);

    test('is named with its version, with what the first step needs', async () => {
      const server = await createTestServer({ config: { bundleDir: dir } });
      const { user_id } = (await introduced(server, ['compliance'])).seen.flow;
      const { id } = await newFlow(server, ['compliance'], { user_id });
      const ask = async (language: string) =>
        (await server.app.request(`/flow/${id}`, { headers: { 'accept-language': language } })).text();
      const english = await ask('en');
      assert.match(english, /<script type="module" src="\/dots-flow@1\.2\.0\/dots-flow\.js"><\/script>/);
      assert.deepEqual(preloads(english), in_('compliance.js', 'forms.js'));
      assert.deepEqual(
        preloads(await ask('de')),
        in_('de.js', 'compliance.js', 'forms.js', 'compliance-de.js'),
      );
    });

    test('shows the skeleton, and the policy lets its style and no other pass', async () => {
      const server = await createTestServer({ config: { bundleDir: dir } });
      const { id } = await newFlow(server, ['compliance']);
      const answer = await server.app.request(`/flow/${id}`);
      assert.match(await answer.text(), /<dots-flow [^>]*>\s*<template shadowrootmode="open"><style>i\{\}/);
      assert.match(
        answer.headers.get('content-security-policy') ?? '',
        /; style-src 'self' 'sha256-abc='; connect-src 'self';/,
      );
      const missing = await server.app.request('/flow/nonsense');
      assert.match(missing.headers.get('content-security-policy') ?? '', /; style-src 'self'; connect-src/);
    });

    test('tells nothing of the flow to whoever may not open it without a code', async () => {
      const server = await createTestServer({ config: { bundleDir: dir } });
      const { user_id } = (await introduced(server, ['compliance'])).seen.flow;
      const { id } = await newFlow(server, ['compliance'], { user_id, require_auth: true });
      assert.deepEqual(preloads(await (await server.app.request(`/flow/${id}`)).text()), []);
    });
  });
});
