/** `dots-flow mcp` of the built package, by a client of the protocol, against a sandbox that runs. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { createPartnerClient } from '../../src/partner/index.ts';
import { sandboxCredentials } from '../../src/contract/sandbox/credentials.ts';
import { serve } from '../../src/server/start/serve.ts';
import type { RunningServer } from '../../src/server/start/serve.ts';
import { root } from '../../tools/imports.ts';

const cli = join(root, 'dist/server/cli.js');
const bare = { PATH: process.env['PATH'] ?? '' };

interface Called {
  readonly isError: boolean;
  readonly text: string;
}

/** An agent that has started the command. `errors`: of the protocol, such as a stdout with something else. */
async function agent(url: string, env: Readonly<Record<string, string>> = {}) {
  const client = new Client({ name: 'test', version: '1' });
  const errors: Error[] = [];
  client.onerror = (error) => errors.push(error);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [cli, 'mcp', '--url', url],
      env: { ...bare, ...env },
      stderr: 'inherit',
    }),
  );
  return {
    errors,
    tools: async () => (await client.listTools()).tools,
    about: () => client.getServerVersion(),
    close: () => client.close(),
    async call(name: string, given: Record<string, unknown> = {}): Promise<Called> {
      const { content, isError } = await client.callTool({ name, arguments: given });
      const [first] = content as { type: string; text: string }[];
      return { isError: isError === true, text: first?.text ?? '' };
    },
  };
}

const json = ({ isError, text }: Called): Record<string, unknown> => {
  assert.equal(isError, false, text);
  return JSON.parse(text) as Record<string, unknown>;
};
const refused = ({ isError, text }: Called): Record<string, unknown> => {
  assert.equal(isError, true, text);
  return JSON.parse(text) as Record<string, unknown>;
};

describe('dots-flow mcp', () => {
  let dir: string;
  let server: RunningServer;
  let desk: Awaited<ReturnType<typeof agent>>;
  const partner = () => createPartnerClient({ baseUrl: server.url, ...sandboxCredentials });

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dots-flow-mcp-'));
    server = await serve({ env: { DATA_DIR: dir, PORT: '0', LOG_LEVEL: 'silent' } });
    desk = await agent(server.url);
  });
  after(async () => {
    await desk.close();
    await server.close();
    await rm(dir, { recursive: true });
  });

  test('names its tools, each with what it is for and what it takes', async () => {
    const tools = await desk.tools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['create_flow', 'advance_clock', 'list_webhook_deliveries', 'look_up_error', 'read_docs'],
    );
    for (const { name, description, inputSchema } of tools) {
      assert.ok((description ?? '').length > 80, name);
      assert.equal(inputSchema.type, 'object');
      assert.ok(Object.keys(inputSchema.properties ?? {}).length > 0, name);
    }
    assert.equal(desk.about()?.name, 'dots-flow');
  });

  test('makes a flow that the server has, and says which field of another is wrong', async () => {
    const made = json(await desk.call('create_flow', { steps: ['compliance', 'manage-payouts'] }));
    const flow = await partner().getFlow(String(made['id']));
    assert.ok(flow.ok);
    assert.equal(made['link'], flow.data.link);
    assert.deepEqual(flow.data.steps, ['compliance', 'manage-payouts']);

    const wrong = refused(await desk.call('create_flow', { steps: ['compliance', 'tax'] }));
    assert.equal(wrong['error_code'], 'invalid-input');
    assert.equal(wrong['status'], 422);
    assert.match(String(wrong['title']), /Some fields are not right/);
    const [field] = wrong['errors'] as { field: string; code: string; message: string }[];
    assert.equal(field?.code, 'unknown-step');
    assert.match(field.message, /The steps are authentication/);
  });

  test('advances the clock, and says why it does not', async () => {
    const before = await partner().getSandboxClock();
    const clock = json(await desk.call('advance_clock', { advance: 'P1D' }));
    assert.ok(before.ok);
    assert.ok(Date.parse(String(clock['now'])) - Date.parse(before.data.now) >= 86_400_000);

    const wrong = refused(await desk.call('advance_clock', { advance: 'tomorrow' }));
    assert.deepEqual(
      (wrong['errors'] as { code: string }[]).map(({ code }) => code),
      ['invalid-duration'],
    );
  });

  test('lists what was sent to endpoints, without their secrets', async () => {
    assert.match((await desk.call('list_webhook_deliveries')).text, /no webhook endpoint/);

    const receiver = createServer((_request, response) => response.writeHead(500).end());
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port } = receiver.address() as AddressInfo;
    const endpoint = await partner().createWebhookEndpoint({ url: `http://127.0.0.1:${port}/hooks` });
    assert.ok(endpoint.ok);
    const { id, secret = '' } = endpoint.data;
    assert.ok(secret.startsWith('whsec_'));
    assert.ok((await partner().testWebhookEndpoint(id, { event: 'flow.completed' })).ok);
    receiver.close();

    for (const given of [{}, { endpoint_id: id, event: 'flow.completed' }]) {
      const called = await desk.call('list_webhook_deliveries', given);
      assert.ok(!called.text.includes(secret));
      const [page] = json(called) as unknown as { endpoint_id: string; deliveries: { event: string }[] }[];
      assert.equal(page?.endpoint_id, id);
      assert.deepEqual(
        page.deliveries.map(({ event }) => event),
        ['flow.completed'],
      );
    }
    const none = refused(await desk.call('list_webhook_deliveries', { endpoint_id: crypto.randomUUID() }));
    assert.equal(none['error_code'], 'no-such-resource');
  });

  test('explains a code, of a request and of a field, and offers similar ones', async () => {
    const both = json(await desk.call('look_up_error', { code: 'payout-method-exists' }));
    assert.deepEqual(
      (both['meanings'] as { of: string }[]).map(({ of }) => of),
      ['a request, in `error_code`', 'a field, in `errors`'],
    );
    const element = json(await desk.call('look_up_error', { code: 'page-outdated' }));
    assert.match(JSON.stringify(element), /dots-error.*Reload the page/);
    const none = refused(await desk.call('look_up_error', { code: 'owner_mismatched' }));
    assert.deepEqual(none['similar'], ['owner-mismatch']);
  });

  test('reads the pages of the package, and no other file', async () => {
    const list = await desk.call('read_docs');
    assert.match(list.text, /\]\(docs\/webhooks\.md\): /);
    assert.match((await desk.call('read_docs', { page: 'docs/webhooks.md' })).text, /^# Webhooks\n/);
    assert.match((await desk.call('read_docs', { page: 'SECURITY.md' })).text, /^# /);
    for (const page of ['package.json', '../../../etc/passwd', 'CONTRIBUTING.md'])
      assert.match(String(refused(await desk.call('read_docs', { page }))['title']), /There is no page/);
  });

  test('says what is missing in a call', async () => {
    const { isError, text } = await desk.call('look_up_error');
    assert.ok(isError);
    assert.match(text, /code/);
    assert.deepEqual(desk.errors, [], 'nothing but the protocol was on stdout');
  });

  test('says so when the key is not known, and does not show it', async () => {
    const stranger = await agent(server.url, { DOTS_API_KEY: 'sk_sandbox_of_nobody' });
    const called = await stranger.call('create_flow', { steps: ['compliance'] });
    assert.equal(refused(called)['error_code'], 'unauthorized');
    assert.match(called.text, /Set DOTS_CLIENT_ID and DOTS_API_KEY/);
    assert.ok(!called.text.includes('sk_sandbox_of_nobody'));
    await stranger.close();
  });

  test('changes nothing at a server that has no test clock, and reads on without any', async () => {
    const asked: string[] = [];
    const live = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(404, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ error_code: 'no-such-resource', title: '', message: '', status: 404 }));
    });
    live.listen(0, '127.0.0.1');
    await once(live, 'listening');
    const lost = await agent(`http://127.0.0.1:${(live.address() as AddressInfo).port}`);
    const called = refused(await lost.call('create_flow', { steps: ['compliance'] }));
    assert.match(String(called['title']), /is no sandbox/);
    assert.deepEqual(asked, ['GET /v2/sandbox/clock']);

    live.closeAllConnections();
    live.close();
    await once(live, 'close');
    const away = refused(await lost.call('advance_clock', { advance: 60 }));
    assert.match(String(away['title']), /^No server answers at .*dots-flow serve/);
    assert.ok(json(await lost.call('look_up_error', { code: 'offline' })));
    await lost.close();
  });
});

test('a live key is refused in one sentence, on stderr, and not shown', async () => {
  const env = { ...bare, DOTS_API_KEY: 'sk_live_of_somebody' };
  const child = spawn(process.execPath, [cli, 'mcp'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, said] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  assert.equal(Buffer.concat(out as Buffer[]).toString(), '');
  assert.equal(
    Buffer.concat(said as Buffer[]).toString(),
    'DOTS_API_KEY is a live key, and this command is for sandboxes alone: set a key of one.\n',
  );
});
