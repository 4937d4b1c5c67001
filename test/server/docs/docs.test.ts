import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { createApp } from '../../../src/server/start/app.ts';
import { operations } from '../../../src/server/docs/operations.ts';
import { openTestClock } from '../../../src/server/start/test-clock.ts';
import { createTestServer } from '../support.ts';

interface Content {
  content?: Record<string, unknown>;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, { properties: Record<string, unknown> }> };
}

describe('the API’s description', () => {
  test('names every call that is served, and no other', async () => {
    const { deps, db } = await createTestServer();
    const served = createApp({ ...deps, testClock: await openTestClock(db) })
      .routes.filter(({ path, method }) => path.startsWith('/v2/') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path.slice('/v2'.length).replace(/:(\w+)/g, '{$1}')}`);
    const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    assert.deepEqual([...new Set(served)].sort(), described.sort());
  });

  test('is OpenAPI 3.1 with the schemas that validate, and all its references lead somewhere', async () => {
    const { app } = await createTestServer();
    const answer = await app.request('/openapi.json');
    assert.equal(answer.status, 200);
    const text = await answer.text();
    const document = JSON.parse(text) as Document;
    assert.match(document.openapi, /^3\.1\./);
    assert.deepEqual(Object.keys(document.components.schemas['Flow']?.properties ?? {}).slice(0, 8), [
      'id',
      'created',
      'updated',
      'user_id',
      'steps',
      'completed_steps',
      'payout_link_id',
      'link',
    ]);
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    assert.equal(new Set(ids).size, operations.length);
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      assert.ok(document.components.schemas[name], name);
    assert.doesNotMatch(text, /\\\\p\{/, 'a pattern that needs a flag');
    assert.doesNotMatch(text, /#\/\$defs|"~standard"/);
  });

  test('does not speak of the sandbox’s own calls in live mode', async () => {
    const { app } = await createTestServer({ config: { sandbox: false } });
    const document = (await (await app.request('/openapi.json')).json()) as Document;
    assert.deepEqual(
      operations.map(({ path }) => path).filter((path) => !document.paths[path]),
      [
        '/sandbox/sanctions-list',
        '/sandbox/clock',
        '/sandbox/clock',
        '/sandbox/messages',
        '/sandbox/webhooks',
        '/sandbox/webhooks',
      ],
    );
    assert.doesNotMatch(
      await (await app.request('/docs')).text(),
      /sandbox\/(clock|messages|sanctions|webhooks)/,
    );
  });

  test('is a page that loads nothing, under a policy that lets it load nothing', async () => {
    const { app } = await createTestServer({ config: { sandbox: false } });
    const answer = await app.request('/docs');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    const html = await answer.text();
    assert.doesNotMatch(html, /<form|<img|<link|style=|\son\w+=|src=|<script[^>]|fetch\(|innerHTML/i);
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
    assert.equal(scripts.length, 1, 'it searches the page, and calls nobody');
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    assert.ok(policy.includes(`script-src 'sha256-${hash}'; base-uri`), policy);
  });

  test('has in a sandbox a form for each call that takes no file and comes to an end, and two scripts that its policy names', async () => {
    const { app } = await createTestServer();
    const answer = await app.request('/docs');
    const policy = answer.headers.get('content-security-policy') ?? '';
    const html = await answer.text();
    assert.doesNotMatch(html, /<img|<link|style=|\son\w+=|src=/i);
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
    assert.equal(scripts.length, 2);
    const hashes = scripts.map(
      (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    );
    assert.ok(policy.includes(`script-src ${hashes.join(' ')}; connect-src 'self';`), policy);
    const { paths } = (await (await app.request('/openapi.json')).json()) as {
      paths: Record<
        string,
        Record<string, { requestBody?: Content; responses: Record<string, Content | undefined> }>
      >;
    };
    let forms = 0;
    for (const { id, summary, path, method } of operations) {
      assert.ok(html.includes(`id="${id}"`), id);
      assert.ok(html.includes(summary), summary);
      const { requestBody, responses } = paths[path]?.[method] ?? assert.fail(path);
      const takesFile = requestBody?.content && !('application/json' in requestBody.content);
      const isEndless = 'text/event-stream' in (responses['200']?.content ?? {});
      assert.equal(
        html.includes(`data-method="${method.toUpperCase()}" data-path="${path}"`),
        !takesFile && !isEndless,
        id,
      );
      if (!takesFile && !isEndless) forms += 1;
    }
    assert.ok(forms > 0.9 * operations.length);
    for (const [, id = ''] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(html.includes(`id="${id}"`), id);
  });
});
