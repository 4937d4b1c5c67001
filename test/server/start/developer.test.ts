/** Webhooks of a sandbox on a developer's machine: listened to, handed on, and sent as samples. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { webhookEventNames } from '../../../src/contract/partner/webhooks.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import { runForDeveloper } from '../../../src/server/start/developer.ts';
import { verifyWebhook } from '../../../src/webhooks/index.ts';
import { createHooks } from '../webhooks/hooks.ts';

type Hooks = Awaited<ReturnType<typeof createHooks>>;

/** A developer with a terminal, and a server of their own at `http://localhost:3000`. */
function atDesk({ server }: Pick<Hooks, 'server'>) {
  const lines: string[] = [];
  const taken: Request[] = [];
  const waiting: (() => void)[] = [];
  const fetchHere: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).port !== '3000') return server.app.request(request);
    taken.push(request);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  return {
    lines,
    taken,
    run: (command: 'listen' | 'trigger', args: string[] = [], env = {}, signal?: AbortSignal) =>
      runForDeveloper(command, args, {
        env,
        say(line) {
          lines.push(line);
          for (const wake of waiting.splice(0)) wake();
        },
        fetch: fetchHere,
        ...(signal ? { signal } : {}),
      }),
    /** Waits for a line. */
    says: async (part: string): Promise<void> => {
      while (!lines.some((line) => line.includes(part)))
        await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

/** Listens until the test ends. */
async function listening(t: TestContext, ...args: string[]) {
  const hooks = await createHooks();
  const desk = atDesk(hooks);
  const ending = new AbortController();
  const ended = desk.run('listen', args, {}, ending.signal);
  t.after(async () => {
    ending.abort();
    await ended;
  });
  await desk.says('Listening to http://localhost:4400');
  return { ...hooks, ...desk };
}

test('a live key does not leave the machine', async () => {
  let asked = 0;
  for (const command of ['listen', 'trigger'] as const)
    await assert.rejects(
      runForDeveloper(command, ['flow.completed'], {
        env: { DOTS_API_KEY: 'sk_live_of_somebody' },
        say: () => {},
        fetch: async () => {
          asked += 1;
          return Promise.reject(new Error('asked'));
        },
      }),
      (error) => error instanceof ConfigError && error.message.startsWith('DOTS_API_KEY is a live key'),
    );
  assert.equal(asked, 0);
});

describe('dots-flow listen', () => {
  test('prints what comes, with its payload', async (t) => {
    const { append, lines, says } = await listening(t);
    const id = await append();
    await says('"flow.completed"');
    assert.ok(lines.some((line) => line.endsWith(`  flow.completed  ${id}`)));
  });

  test('hands on what comes, signed with a secret that stays the same', async (t) => {
    const { append, lines, says, taken, server } = await listening(
      t,
      '--forward-to',
      'http://localhost:3000/hooks',
    );
    await append();
    await says('answered 204');
    const [request] = taken;
    const secret = /whsec_\S+/.exec(lines.join('\n'))?.[0] ?? '';
    assert.equal(request?.url, 'http://localhost:3000/hooks');
    assert.equal(verifyWebhook(await request.text(), request.headers, secret).event, 'flow.completed');

    const again = atDesk({ server });
    const ending = new AbortController();
    const ended = again.run('listen', ['--forward-to', 'http://localhost:3000/'], {}, ending.signal);
    await again.says(secret);
    ending.abort();
    await ended;
  });

  test('tells of chosen events alone', async (t) => {
    const { append, lines, says, run } = await listening(t, '--events', 'user.updated');
    await append();
    await run('trigger', ['user.updated']);
    await says('"user.updated"');
    assert.ok(!lines.some((line) => line.includes('flow.completed')));
  });

  test('hears of no other app', async (t) => {
    const { append, server, says, lines } = await listening(t);
    const other = await server.addApp('pk_other', 'sk_other');
    const hooks = atDesk({ server });
    await hooks.run('trigger', ['user.updated'], {
      DOTS_CLIENT_ID: other.client_id,
      DOTS_API_KEY: 'sk_other',
    });
    await append();
    await says('"flow.completed"');
    assert.ok(!lines.some((line) => line.includes('user.updated')));
  });
});

describe('dots-flow trigger', () => {
  for (const event of webhookEventNames)
    test(`sends a signed sample of ${event}`, async () => {
      const hooks = await createHooks();
      const { secret } = await hooks.add();
      const { run, lines } = atDesk(hooks);
      await run('trigger', [event]);
      await hooks.server.runDueJobs();
      const [sent] = hooks.sentTo('/hooks');
      assert.equal(verifyWebhook(sent?.body ?? '', sent?.headers ?? {}, secret).event, event);
      assert.deepEqual(lines, [`${event}  ${sent?.id}  to 1 endpoint`]);
    });
});

describe('what a developer has to change is said in a sentence', () => {
  const refused = async (hooks: Hooks, command: 'listen' | 'trigger', args: string[], env = {}) => {
    const error: unknown = await atDesk(hooks)
      .run(command, args, env)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof ConfigError);
    return error.problems[0] ?? '';
  };

  test('about the event, the address, the key and the server', async () => {
    const hooks = await createHooks();
    assert.match(await refused(hooks, 'trigger', []), /^Name one event/);
    assert.match(await refused(hooks, 'trigger', ['dance']), /^There is no event "dance"/);
    assert.match(await refused(hooks, 'listen', ['--forward-to', '3000']), /^--forward-to must be a URL/);
    assert.match(await refused(hooks, 'listen', ['--url', 'nowhere']), /^--url must be a URL/);
    assert.match(await refused(hooks, 'listen', [], { DOTS_API_KEY: 'wrong' }), /does not know this key/);
    const live = await createHooks({ config: { ...hooks.server.deps.config, sandbox: false } });
    assert.match(await refused(live, 'listen', []), /is no sandbox/);
    assert.match(await refused(live, 'trigger', ['flow.completed']), /is no sandbox/);
  });
});
