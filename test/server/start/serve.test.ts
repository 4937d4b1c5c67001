/** The real process: started, killed and started again. The one suite with ports. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Flow } from '../../../src/contract/flow.ts';
import type { Session, Snapshot } from '../../../src/contract/steps/session.ts';
import type { TestClockObject } from '../../../src/contract/partner/test-clock.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { verifyWebhook } from '../../../src/webhooks/index.ts';
import { basicAuth } from '../support.ts';

const cli = new URL('../../../src/server/cli.ts', import.meta.url).pathname;
const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

interface Started {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Takes webhooks whose signatures are right and recent. Leaves them unanswered until told otherwise. */
async function startReceiver() {
  const received: { id: string; event: string }[] = [];
  const listeners: (() => void)[] = [];
  let answer: number | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { event } = verifyWebhook(Buffer.concat(chunks), request.headers, secret);
      received.push({ id: String(request.headers['webhook-id']), event });
      if (answer !== null) response.writeHead(answer).end();
      for (const wake of listeners.splice(0)) wake();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answer: (status: number) => void (answer = status),
    async until(enough: () => boolean) {
      while (!enough()) await new Promise<void>((resolve) => listeners.push(resolve));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('the command dots-flow serve', () => {
  let dataDir: string;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  const running = new Set<ChildProcess>();

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dots-flow-'));
    receiver = await startReceiver();
  });
  // A process that a failed test leaves behind holds the folder, and the next tests would be told so.
  afterEach(async () => {
    for (const child of running) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  });
  after(async () => {
    receiver.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  function launch(env: Record<string, string> = {}): ChildProcess {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', cli, 'serve', '--port', '0', '--data-dir', dataDir],
      {
        env: { PATH: process.env['PATH'] ?? '', WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  async function start(): Promise<Started> {
    const child = launch();
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    for await (const line of lines) {
      const entry = JSON.parse(line) as { msg: string; url: string };
      if (entry.msg !== 'listening') continue;
      child.stdout?.resume();
      child.stderr?.resume();
      return { url: entry.url, process: child };
    }
    throw new Error('The server ended before it listened.');
  }

  async function refusal(env: Record<string, string>): Promise<{ code: number | null; text: string }> {
    const child = launch(env);
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, text };
  }

  async function call<T>(url: string, path: string, body?: object, authorization = basicAuth()): Promise<T> {
    const answer = await fetch(`${url}/v2${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    assert.ok(answer.ok, `${path} answered ${answer.status}: ${await answer.clone().text()}`);
    return (await answer.json()) as T;
  }

  test('killed in the middle, it loses no acknowledged step and no webhook', async () => {
    const first = await start();
    const jane = {
      first_name: 'Jane',
      last_name: 'Doe',
      email: 'jane@example.com',
      country_code: '1',
      phone_number: '4155550100',
    };
    const { id: userId } = await call<User>(first.url, '/users', jane);
    const steps = [{ name: 'redirect', redirect_url: 'https://example.com/done' }];
    const done = await call<Flow>(first.url, '/flows', { steps, user_id: userId });
    const { token } = await call<Session>(first.url, `/flows/${done.id}/sessions`, {}, '');
    const asPayee = <T>(path: string, body: object) => call<T>(first.url, path, body, `Bearer ${token}`);
    // The phone of a user whom the partner made is not confirmed yet.
    await asPayee('/session/authentication/code', {});
    await asPayee('/session/authentication/check', { code: '123456' });
    const open = await call<Flow>(first.url, '/flows', { steps: ['compliance'], user_id: userId });
    const snapshot = await asPayee<Snapshot>('/session/redirect', {});
    assert.equal(snapshot.flow.status, 'completed');
    // The receiver has the first message and has not answered it, so an attempt is under way.
    await receiver.until(() => receiver.received.length > 0);
    const died = once(first.process, 'exit');
    first.process.kill('SIGKILL');
    await died;

    receiver.received.length = 0;
    receiver.answer(204);
    const second = await start();
    const expected = [snapshot.completions[0]?.event_id, snapshot.completed_event_id];
    const came = (id: string | null | undefined) => receiver.received.some((message) => message.id === id);
    await receiver.until(() => expected.every(came));
    // The first message told of the phone; its attempt died with the process.
    await receiver.until(() => receiver.received.some(({ event }) => event === 'user.updated'));
    assert.equal(new Set(receiver.received.map(({ id }) => id)).size, 3);
    assert.equal((await call<Flow>(second.url, `/flows/${done.id}`)).status, 'completed');
    assert.equal((await call<Flow>(second.url, `/flows/${open.id}`)).status, 'created');
    const resumed = await call<Session>(second.url, `/flows/${open.id}/sessions`, {}, '');
    assert.equal(resumed.snapshot.current?.step, 'compliance');

    // The folder belongs to the running process.
    const other = await refusal({});
    assert.equal(other.code, 1);
    assert.match(other.text, /in use by process \d+/);

    const ended = once(second.process, 'exit');
    second.process.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    await assert.rejects(stat(join(dataDir, 'lock')), { code: 'ENOENT' });
    assert.equal((await stat(join(dataDir, 'encryption-key'))).mode & 0o777, 0o600);
  });

  test('what waits for its time happens when the test clock has passed it, signed in real time; a restart keeps the clock', async () => {
    receiver.received.length = 0;
    receiver.answer(500);
    const first = await start();
    const advance = (by: string) => call<TestClockObject>(first.url, '/sandbox/clock', { advance: by });
    const { data } = await call<{ data: { id: string }[] }>(first.url, '/webhook-endpoints');
    const deliveries = () =>
      call<{ data: { status: string; attempts: number }[] }>(
        first.url,
        `/webhook-endpoints/${data[0]?.id}/deliveries?limit=1`,
      );
    const attempted = async (count: number) => {
      await receiver.until(() => receiver.received.length >= count);
      // What came of the delivery is written down after it was answered.
      while (((await deliveries()).data[0]?.attempts ?? 0) < count);
    };
    const user = {
      first_name: 'Ann',
      last_name: 'Doe',
      email: 'ann@example.com',
      country_code: '1',
      phone_number: '4155550101',
    };
    const { id } = await call<User>(first.url, '/users', user);
    await call(first.url, `/users/${id}/send-verification-token`, {});
    await call(first.url, `/users/${id}/verify`, { token: '123456' });
    await attempted(1);
    await advance('PT10S');
    await attempted(2);
    await advance('PT1H');
    await attempted(3);
    receiver.answer(204);
    const { ahead } = await advance('P4Y');
    await attempted(4);
    assert.equal((await deliveries()).data[0]?.status, 'delivered');
    assert.equal(new Set(receiver.received.map(({ id }) => id)).size, 1);

    const ended = once(first.process, 'exit');
    first.process.kill('SIGTERM');
    await ended;
    const second = await start();
    assert.equal((await call<TestClockObject>(second.url, '/sandbox/clock')).ahead, ahead);
    const stopped = once(second.process, 'exit');
    second.process.kill('SIGTERM');
    await stopped;
  });

  const startLive = async (inDir: string, key: string) =>
    serve({
      env: {
        DOTS_MODE: 'live',
        DOTS_WITHHOLDING: 'report',
        DOTS_APP_NAME: 'Acme Market',
        DOTS_CLIENT_ID: 'pk_live',
        DOTS_API_KEY: 'k'.repeat(32),
        DOTS_ENCRYPTION_KEYS: key,
        PUBLIC_URL: 'https://flows.example.com',
        DATA_DIR: inDir,
        PORT: '0',
        LOG_LEVEL: 'silent',
      },
      providers: createSandboxProviders({ clock: { now: () => new Date() } }),
    });

  test('live mode does not start on the database of a sandbox', async () => {
    const key = (await readFile(join(dataDir, 'encryption-key'), 'utf8')).trim();
    await assert.rejects(startLive(dataDir, key), /begun in sandbox mode/);
  });

  test('live mode has no clock but the real one, and asks browsers for https', async () => {
    const ownDir = await mkdtemp(join(tmpdir(), 'dots-flow-live-'));
    const live = await startLive(ownDir, Buffer.alloc(32, 1).toString('base64'));
    try {
      const healthy = await fetch(`${live.url}/healthz`);
      assert.match(healthy.headers.get('strict-transport-security') ?? '', /^max-age=\d{7,}$/);
      const headers = {
        authorization: basicAuth('pk_live', 'k'.repeat(32)),
        'content-type': 'application/json',
      };
      assert.equal((await fetch(`${live.url}/v2/users`, { headers })).status, 200);
      assert.equal((await fetch(`${live.url}/v2/sandbox/clock`, { headers })).status, 404);
      const advance = await fetch(`${live.url}/v2/sandbox/clock`, {
        method: 'POST',
        headers,
        body: '{"advance":60}',
      });
      assert.equal(advance.status, 404);
    } finally {
      await live.close();
      await rm(ownDir, { recursive: true, force: true });
    }
  });

  test('a sandbox with a word for a key answers no page under a name of its own', async () => {
    const ownDir = await mkdtemp(join(tmpdir(), 'dots-flow-word-'));
    const env = { DATA_DIR: ownDir, PORT: '0', LOG_LEVEL: 'silent', DOTS_API_KEY: 'acme' };
    const sandbox = await serve({ env });
    // The page made its name lead to this machine, so to the browser it is no foreign one.
    const rebound = async (host: string) => {
      const headers = { host, authorization: basicAuth('pk_sandbox_demo', 'acme') };
      const asked = request(`${sandbox.url}/v2/users`, { headers, agent: false }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      answer.resume();
      return answer.statusCode;
    };
    try {
      const { port } = new URL(sandbox.url);
      assert.equal(await rebound(`rebound.evil.example:${port}`), 403);
      assert.equal(await rebound(`localhost:${port}`), 200);
    } finally {
      await sandbox.close();
      await rm(ownDir, { recursive: true, force: true });
    }
  });

  test('an address that is not this machine’s, or none at all, is named in a sentence', async () => {
    const own = { DOTS_CLIENT_ID: 'pk_own', DOTS_API_KEY: 'k'.repeat(24) };
    for (const [host, why] of [
      ['192.0.2.1', /HOST .*not an address of this machine/],
      ['not a host', /HOST .*does not resolve/],
    ] as const) {
      const { code, text } = await refusal({ ...own, HOST: host });
      assert.equal(code, 1);
      assert.match(text, why);
      assert.doesNotMatch(text, /\n\s+at /);
    }
  });

  test('live mode does not start without what it needs, and says what', async () => {
    const bare = await refusal({ DOTS_MODE: 'live' });
    assert.equal(bare.code, 1);
    assert.match(bare.text, /DOTS_ENCRYPTION_KEYS is needed/);
    assert.match(bare.text, /DOTS_API_KEY is needed/);
    assert.doesNotMatch(bare.text, /\n\s+at /);
    const complete = await refusal({
      DOTS_MODE: 'live',
      DOTS_WITHHOLDING: 'report',
      DOTS_APP_NAME: 'Acme Market',
      DOTS_CLIENT_ID: 'pk_live',
      DOTS_API_KEY: 'k'.repeat(32),
      DOTS_ENCRYPTION_KEYS: Buffer.alloc(32, 1).toString('base64'),
      PUBLIC_URL: 'https://flows.example.com',
      WEBHOOK_URL: 'https://example.com/hooks',
    });
    assert.equal(complete.code, 1);
    assert.match(complete.text, /needs real providers/);
  });
});
