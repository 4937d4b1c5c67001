/** What coding agents are given names nothing that is not there: they would write it down. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import { openApiDocument } from '../../src/server/docs/openapi.ts';
import { tools } from '../../src/server/mcp/tools.ts';
import { contents } from '../../tools/docs/contents.ts';
import { llmsFull, llmsOfPackage, llmsOfSite, skill } from '../../tools/docs/for-agents.ts';
import { root } from '../../tools/imports.ts';
import { manifest, unknownNames } from './names.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

const toolTexts = Object.entries(tools)
  .map(([name, { title, description, inputSchema }]) => {
    const schema = JSON.stringify(z.toJSONSchema(z.object(inputSchema)));
    return `${name}: ${title}. ${description} ${schema.replaceAll('\\"', '"')}`;
  })
  .join('\n');

/** Words of others: PostgreSQL, Prometheus, OpenTelemetry, npm, headers, and policies of pages. */
const ofOthers = [
  ...['max_connections', 'max_prepared_statements', 'pg_dump', 'span_id', 'trace_id', 'sdk-node'],
  ...['nodejs_gc_duration_seconds', 'nodejs_heap_size_used_bytes', 'process_cpu_seconds_total'],
  ...['process_resident_memory_bytes', 'auto-instrumentations-node', 'ignore-scripts', 'lit-html'],
  ...['webhook-id', 'trusted-types', 'unsafe-eval', 'color-scheme', 'svelte-check', 'vue-tsc'],
  // The policy for the worker that the element starts, by its own name.
  'dots-flow-worker',
];

const texts = {
  'llms.txt of the package': llmsOfPackage(),
  'llms.txt of the site': llmsOfSite('https://docs.example'),
  'llms-full.txt': llmsFull(),
  [skill]: read(skill),
  'the tools of dots-flow mcp': toolTexts,
};

for (const [name, text] of Object.entries(texts))
  test(`${name} names only what there is`, () => {
    assert.deepEqual(unknownNames(text, ofOthers), []);
  });

test('a name that is not there is found, of every kind', () => {
  const wrong: Readonly<Record<string, string>> = {
    '<dots-payout></dots-payout>': 'tag dots-payout',
    '<dots-flow flow-id="…" api-uri="…">': 'attribute api-uri',
    '<dots-flow :configs="config" @dots-ready="go">': 'attribute :configs',
    '`--dots-colour`': 'property of style --dots-colour',
    "element.addEventListener('dots-complete', go)": 'event dots-complete',
    '`flow.finished`': 'event of webhooks flow.finished',
    '`user.updated.verified`': 'event of webhooks user.updated.verified',
    '`GET /v2/flow`': 'call GET /v2/flow',
    '`DELETE /v2/flows`': 'call DELETE /v2/flows',
    '`/v2/flow`': 'call /v2/flow',
    'http://localhost:4400/v2/flowz': 'call /v2/flowz',
    '`POST …/rewind`': 'call POST …/rewind',
    'await flows.makeFlow({})': 'method makeFlow',
    '`dots-flow start`': 'command start',
    'npx dots-flow listen --forward http://localhost:3000': 'command listen --forward http://localhost:3000',
    '`DOTS_API_SECRET`': 'setting DOTS_API_SECRET',
    "import 'dots-flow/element'": 'entry of the package dots-flow/element',
    '"error_code": "invalid"': 'code invalid',
    '409 `flow-finished`': 'word flow-finished',
    '`require_code`': 'field require_code',
  };
  for (const [text, said] of Object.entries(wrong)) assert.deepEqual(unknownNames(text), [said], text);
});

test('what is right is not found', () => {
  const right = `<dots-flow flow-id="…" @dots-ready="go"> \`--dots-accent\` \`flow.completed\` \`GET /v2/flows/{id}\`
    \`POST …/recover\` \`dots-flow listen --events flow.completed\` \`DOTS_API_KEY\` \`owner-mismatch\``;
  assert.deepEqual(unknownNames(right), []);
  assert.ok(manifest.events.length > 5 && manifest.cssProperties.length > 20);
});

test('the tools take what their calls take', () => {
  const { paths, components } = openApiDocument('https://pay.example', { sandbox: true }) as unknown as {
    paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
    components: { schemas: Readonly<Record<string, object>> };
  };
  const described: readonly (readonly [keyof typeof tools, object | undefined])[] = [
    ['create_flow', components.schemas['CreateFlow']],
    ['advance_clock', paths['/sandbox/clock']?.['post']],
    ['list_webhook_deliveries', paths['/webhook-endpoints/{id}/deliveries']?.['get']],
  ];
  for (const [tool, description] of described) {
    const text = JSON.stringify(description);
    // The id in the path has a longer name, because the tool may be called without it.
    const taken = Object.keys(tools[tool].inputSchema).filter((name) => name !== 'endpoint_id');
    assert.deepEqual(
      taken.filter((name) => !text.includes(`"${name}"`)),
      [],
      tool,
    );
  }
});

test('what the package has of it is of this source (npm run build)', () => {
  assert.equal(read('llms.txt'), llmsOfPackage());
  assert.equal(read('llms-full.txt'), llmsFull());
  const links = [...read('llms.txt').matchAll(/\]\(([^):]+)\)/g)].map(([, link = '']) => link);
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(said) as [{ files: { path: string }[] }];
  const packed = files.map(({ path }) => path);
  assert.ok(links.length > contents.flatMap(({ pages }) => pages).length);
  assert.deepEqual(
    ['llms.txt', 'llms-full.txt', skill, ...links].filter((link) => !packed.includes(link)),
    [],
  );
});

test('the skill has a head as agents read it', () => {
  const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(read(skill)) ?? [];
  const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1] ?? assert.fail(name);
  // agentskills.io/specification: the name of its folder, and a description of at most 1024 characters.
  assert.equal(field('name'), skill.split('/').at(-2));
  assert.ok(field('description').length <= 1024);
  assert.doesNotMatch(head, /<|>/);
});

test('what the skill writes on the server takes a genuine webhook, and no other', async () => {
  const blocks = [...read(skill).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  const { outputFiles } = await build({
    stdin: { contents: blocks.join('\n'), loader: 'ts', resolveDir: root },
    ...{ bundle: true, write: false, platform: 'node', format: 'esm', logLevel: 'silent' },
  });
  const [{ text } = assert.fail('not built')] = outputFiles;
  const { takeWebhook, makeFlow } = (await import(
    `data:text/javascript,${encodeURIComponent(text)}`
  )) as Record<'takeWebhook' | 'makeFlow', (request?: Request) => Promise<Response>>;

  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  process.env['WEBHOOK_SECRET'] = secret;
  const body = JSON.stringify({
    event: 'flow.completed',
    flow_id: 'one',
    completed_steps: [],
    user_id: null,
  });
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', new Date(), body),
  };
  const sent = (text: string) => new Request('http://here', { method: 'POST', headers, body: text });
  assert.equal((await takeWebhook(sent(body))).status, 204);
  assert.equal((await takeWebhook(sent(body.replace('one', 'two')))).status, 400);
  assert.equal(typeof makeFlow, 'function');
});
