/** What every answer has in common, and what the log may know. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Hono } from 'hono';
import { createApp } from '../../../src/server/start/app.ts';
import { problem, problemCatalogue } from '../../../src/contract/problems.ts';
import type { ProblemCode } from '../../../src/contract/problems.ts';
import { clientAddress } from '../../../src/server/http/client.ts';
import { isAllowedOrigin } from '../../../src/server/http/origins.ts';
import { problemBody } from '../../../src/contract/input/problem-error.ts';
import { countUses } from '../../../src/server/http/rate-limit.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

describe('answers', () => {
  let server: TestServer;
  beforeEach(async () => void (server = await createTestServer()));

  test('an address that nobody serves is a problem like any other', async () => {
    for (const path of ['/nowhere', '/v2/nowhere', '/v3/flows', '/v2/flows/x/y/z']) {
      const answer = await server.app.request(path);
      assert.equal(answer.status, 404, path);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(problem.safeParse(await answer.json()).success, true);
    }
  });

  test('a known address with another method says which it takes', async () => {
    for (const [method, path, allow] of [
      ['PUT', '/v2/flows', 'GET, HEAD, POST'],
      ['POST', '/api/v2/flows/x', 'GET, HEAD'],
      ['GET', '/v2/flow/create', 'POST'],
      ['PUT', '/v2/webhook-endpoints/x', 'GET, HEAD, PATCH, DELETE'],
      ['GET', '/v2/sessions', 'POST'],
      ['HEAD', '/v2/sessions', 'POST'],
      ['PUT', '/v2/session', 'GET, HEAD, DELETE'],
      ['POST', '/healthz', 'GET, HEAD'],
      ['POST', '/flow/x', 'GET, HEAD'],
    ] as const) {
      const answer = await server.app.request(path, { method });
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, allow], `${method} ${path}`);
      if (method !== 'HEAD')
        assert.equal(problem.parse(await answer.json()).error_code, 'method-not-allowed');
    }
    // An address that does not exist is not found, whichever method is used. A flow's name alone is none.
    for (const [method, path] of [
      ['POST', '/nowhere'],
      ['GET', '/flow/x'],
    ] as const)
      assert.equal((await server.app.request(path, { method })).status, 404, path);
  });

  test('a call of the vendor’s that is not served says that it is not offered', async () => {
    for (const [method, path, about] of [
      ['GET', '/v2/payout-requests', 'payout requests'],
      ['POST', '/api/v2/payout-requests/x/approve', 'payout requests'],
      ['PATCH', '/v2/accounts-payable/payables/x', 'accounts payable'],
      ['PUT', '/api/v2/apps/x/compliance', 'this call about apps'],
      ['POST', '/v2/payment-intents', 'payment intents'],
      ['POST', '/v2/payment-methods/x/attach', 'attaching payment methods to customers'],
      ['POST', '/v2/refunds', 'refunds'],
      ['POST', '/v2/transfer-batches', 'transfer batches'],
    ] as const) {
      const answer = await server.app.request(path, { method });
      assert.equal(answer.status, 404, path);
      const { error_code, message } = problem.parse(await answer.json());
      assert.equal(error_code, 'not-offered');
      // What to use instead is named, so that nobody has to search.
      assert.ok(message.startsWith(`This server does not offer ${about}. Use instead: `), message);
    }
    for (const path of ['/payout-links', '/v2/payout-link', '/v2/payouts-x', '/v2/payouts/x'])
      assert.equal(
        problem.parse(await (await server.app.request(path)).json()).error_code,
        'no-such-resource',
        path,
      );
  });

  test('a fault of ours says nothing of itself, but is logged with the request’s id', async () => {
    const app = createApp(server.deps, {
      routes: (routes) =>
        void routes.get('/boom', () => {
          throw new Error('password hunter2 of jane@example.com');
        }),
    });
    const answer = await app.request('/boom');
    assert.equal(answer.status, 500);
    const text = await answer.text();
    assert.ok(!text.includes('hunter2') && !/\bat\b.*:\d+/.test(text));
    assert.equal((JSON.parse(text) as { error_code: string }).error_code, 'internal-error');
    const id = answer.headers.get('x-request-id');
    const logged = server.logLines.filter((line) => line['requestId'] === id);
    assert.deepEqual(
      logged.map((line) => line['msg']),
      ['request failed', 'request'],
    );
    assert.ok(!JSON.stringify(server.logLines).includes('hunter2'));
  });

  test('what the database undid because of another request can be tried again', async () => {
    for (const code of ['40P01', '40001']) {
      const app = createApp(server.deps, {
        routes: (routes) =>
          void routes.get('/boom', () => {
            throw Object.assign(new Error('deadlock detected'), { code });
          }),
      });
      const answer = await app.request('/boom');
      assert.deepEqual([answer.status, answer.headers.get('retry-after')], [409, '1'], code);
      const { error_code, message } = problem.parse(await answer.json());
      assert.deepEqual(
        [error_code, message],
        ['resource-busy', 'Another request got in the way. Try again.'],
      );
    }
  });

  test('every problem has the shape of the contract and the status of the catalogue', () => {
    for (const [code, entry] of Object.entries(problemCatalogue)) {
      const body = problemBody(code as ProblemCode, {
        detail: 'Because.',
        retryAfter: 3,
        attemptsLeft: 2,
        errors: [],
      });
      assert.equal(problem.safeParse(body).success, true, code);
      assert.equal(body.status, entry.status);
      assert.equal(body.error_code, code);
    }
  });

  test('are protected by headers', async () => {
    for (const path of ['/v2/flows', '/healthz', '/nowhere', '/openapi.json']) {
      const { headers } = await server.app.request(path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(
        headers.get('content-security-policy'),
        "default-src 'none'; frame-ancestors 'none'",
        path,
      );
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  test('of the payee API can be read by any page; a preflight is kept for two hours', async () => {
    for (const base of ['/v2', '/api/v2']) {
      for (const [path, method] of [
        ['/sessions', 'POST'],
        ['/session', 'GET'],
        ['/session/payout-methods/5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8', 'DELETE'],
        ['/flows/5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8/sessions', 'POST'],
      ] as const) {
        const preflight = await server.app.request(`${base}${path}`, {
          method: 'OPTIONS',
          headers: {
            origin: 'https://shop.example',
            'access-control-request-method': method,
            'access-control-request-headers': 'authorization,content-type,idempotency-key',
          },
        });
        assert.equal(preflight.status, 204, path);
        assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
        assert.equal(preflight.headers.get('access-control-allow-credentials'), null);
        assert.match(preflight.headers.get('access-control-allow-methods') ?? '', new RegExp(method));
        assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /idempotency-key/);
        assert.equal(preflight.headers.get('access-control-max-age'), '7200');
        const answer = await server.app.request(`${base}${path}`, {
          method,
          headers: { origin: 'https://shop.example' },
        });
        assert.ok(answer.status >= 400);
        assert.equal(answer.headers.get('access-control-allow-origin'), '*', path);
        assert.match(answer.headers.get('access-control-expose-headers') ?? '', /retry-after/);
      }
    }
  });

  test('the log knows method, pattern, status and time; never a path, query, body or credential', async () => {
    const id = '5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8';
    await server.asPartner('GET', `/v2/flows/${id}?secret=hunter2`);
    await server.asPartner('POST', '/v2/users', {
      first_name: 'Jane',
      email: 'jane@example.com',
      country_code: '1',
      phone_number: '4155550100',
    });
    await server.app.request('/somewhere/hunter2', { headers: { authorization: 'Bearer hunter2' } });
    const lines = server.logLines.filter((line) => line['msg'] === 'request');
    assert.deepEqual(
      lines.map(({ method, route, status }) => [method, route, status]),
      [
        ['GET', '/v2/flows/:id', 422],
        ['POST', '/v2/users', 422],
        ['GET', '(none)', 404],
      ],
    );
    for (const line of lines)
      assert.deepEqual(
        Object.keys(line)
          .filter((key) => key !== 'app' && key !== 'key')
          .sort(),
        ['durationMs', 'level', 'method', 'msg', 'requestId', 'route', 'status', 'time'],
      );
    const all = JSON.stringify(server.logLines);
    for (const secret of ['hunter2', id, 'jane', '4155550100', 'sk_sandbox_demo'])
      assert.ok(!all.includes(secret), secret);
  });

  test('the log has how long a request took, in milliseconds with one digit behind the point', async (t) => {
    let now = 1_000;
    t.mock.method(performance, 'now', () => now);
    const app = createApp(server.deps, {
      routes: (routes) =>
        void routes.get('/slow', (c) => {
          now += 12.3456;
          return c.text('At last.');
        }),
    });
    await app.request('/slow');
    assert.equal(server.logLines.at(-1)?.['durationMs'], 12.3);
  });

  test('nothing that a partner reads is kept by a browser or a proxy', async () => {
    const server = await createTestServer();
    const id = '5f0f8f8f-0000-4000-8000-000000000000';
    const reads = server.app.routes
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/v2/') && !path.includes('/session'))
      .map(({ path }) => path.replace(/:\w+/g, id));
    assert.ok(new Set(reads).size > 12, 'no routes were found');
    const answered: number[] = [];
    for (const path of new Set(reads)) {
      const answer = await server.asPartner('GET', path);
      assert.equal(answer.headers.get('cache-control'), 'no-store', path);
      answered.push(answer.status);
    }
    assert.ok(answered.filter((status) => status === 200).length >= 5);
    const made = await server.asPartner('POST', '/v2/flows', { steps: ['compliance'] });
    const flow = (await made.json()) as { id: string };
    const read = await server.asPartner('GET', `/v2/flows/${flow.id}`);
    assert.deepEqual([read.status, read.headers.get('cache-control')], [200, 'no-store']);
  });

  test('health: alive without the database, ready only with it', async () => {
    assert.equal((await server.app.request('/healthz')).status, 200);
    const ready = await server.app.request('/readyz');
    assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready', database: 'ok' }]);
    const broken = createApp({
      ...server.deps,
      db: { ...server.db, transaction: () => Promise.reject(new Error('gone')) },
    });
    assert.equal((await broken.request('/readyz')).status, 503);
    assert.equal((await broken.request('/healthz')).status, 200);
  });

  test('is not ready when the database takes nothing, although it answers', async () => {
    const full = createApp({
      ...server.deps,
      db: {
        ...server.db,
        transaction: (work) =>
          server.db.transaction((tx) =>
            work({
              ...tx,
              query: (sql, params) =>
                /^\s*select/i.test(sql)
                  ? tx.query(sql, params)
                  : Promise.reject(new Error('could not extend file: No space left on device')),
            }),
          ),
      },
    });
    const answer = await full.request('/readyz');
    assert.deepEqual(
      [answer.status, await answer.json()],
      [503, { status: 'not-ready', database: 'unusable' }],
    );
  });
});

describe('rate limits', () => {
  const minute = (key: string, points: number) => ({ key, points, windowSeconds: 60 });

  test('count within a window, say when it ends, and start anew', async () => {
    const server = await createTestServer();
    const use = () => countUses(server.deps, [minute('phone +14155550100', 2)]);
    assert.deepEqual(await use(), [{ used: 1, retryAfter: null }]);
    server.clock.advance(20_000);
    assert.deepEqual(await use(), [{ used: 2, retryAfter: null }]);
    assert.deepEqual(await use(), [{ used: 3, retryAfter: 40 }]);
    const another = await countUses(server.deps, [minute('phone +14155550101', 2)]);
    assert.deepEqual(another, [{ used: 1, retryAfter: null }]);
    server.clock.advance(40_000);
    assert.deepEqual(await use(), [{ used: 1, retryAfter: null }]);
    const stored = JSON.stringify(await server.db.query('select key from rate_limits'));
    assert.ok(!stored.includes('4155550100'));
  });

  test('of many at once let exactly the points through', async () => {
    const server = await createTestServer();
    const uses = await Promise.all(
      Array.from({ length: 12 }, () => countUses(server.deps, [minute('k', 5)])),
    );
    assert.equal(uses.filter(([use]) => use?.retryAfter === null).length, 5);
  });

  test('of one call take one statement, and end with the first that is reached', async () => {
    const server = await createTestServer();
    const asker = (address: string) => [minute(address, 2), minute('victim', 3), minute('app', 9)];
    const before = server.db.answered();
    await countUses(server.deps, asker('a'));
    assert.equal(server.db.answered() - before, 1);
    await countUses(server.deps, asker('a'));
    for (let more = 0; more < 5; more += 1)
      assert.equal((await countUses(server.deps, asker('a'))).length, 1, 'only the asker is counted');
    const used = (uses: readonly { used: number }[]) => uses.map((use) => use.used);
    assert.deepEqual(used(await countUses(server.deps, asker('b'))), [1, 3, 3]);
    assert.deepEqual(used(await countUses(server.deps, asker('c'))), [1, 4]);
  });

  test('that meet on a counter from several sides do not wait in a circle', async () => {
    const server = await createTestServer();
    const uses = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        countUses(server.deps, [
          minute(`address ${n % 2}`, 99),
          minute(`phone ${n % 3}`, 99),
          minute('app', 99),
        ]),
      ),
    );
    const last = uses.map((use) => use[2]?.used ?? 0).sort((a, b) => a - b);
    assert.deepEqual(
      last,
      Array.from({ length: 24 }, (_, n) => n + 1),
    );
  });
});

describe('who is asking', () => {
  const addressOf = async (trustedProxies: number, forwarded: string | undefined, socket = '192.0.2.1') => {
    const app = new Hono();
    app.get('/', (c) =>
      c.text(
        clientAddress(c, {
          config: { sandbox: true, publicUrl: 'http://x', bundleDir: null, trustedProxies },
        }),
      ),
    );
    const answer = await app.request(
      '/',
      { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } },
      { incoming: { socket: { remoteAddress: socket } } },
    );
    return answer.text();
  };

  test('X-Forwarded-For is believed only as far as our own proxies wrote it', async () => {
    assert.equal(await addressOf(0, '6.6.6.6'), '192.0.2.1');
    assert.equal(await addressOf(1, '6.6.6.6, 203.0.113.7'), '203.0.113.7');
    assert.equal(await addressOf(2, '6.6.6.6, 203.0.113.7, 10.0.0.1'), '203.0.113.7');
    assert.equal(await addressOf(1, undefined), '192.0.2.1');
    assert.equal(await addressOf(0, undefined, '::ffff:192.0.2.9'), '192.0.2.9');
  });

  test('an address is the same with the port that a proxy adds, and in whatever way it is written', async () => {
    for (const written of [
      '203.0.113.7',
      '203.0.113.7:4711',
      '[::ffff:203.0.113.7]:4711',
      '::ffff:cb00:7107',
    ])
      assert.equal(await addressOf(1, written), '203.0.113.7', written);
    for (const written of ['2001:db8:a:b::1', '[2001:db8:a:b::2]', '[2001:0DB8:a:b:c:d:e:f]:4711'])
      assert.equal(await addressOf(1, written), '2001:db8:a:b::/64', written);
    assert.equal(await addressOf(1, '2001:db8:a:c::1'), '2001:db8:a:c::/64', 'another network');
    assert.equal(await addressOf(1, '_hidden'), '_hidden', 'RFC 7239 lets a proxy make names up');
  });

  test('fewer proxies than there should be let the sender say it; empty entries are none', async () => {
    assert.equal(await addressOf(3, '6.6.6.6, 203.0.113.7'), '6.6.6.6');
    assert.equal(await addressOf(1, '6.6.6.6, 203.0.113.7, ,'), '203.0.113.7');
    assert.equal(await addressOf(2, ' , '), '192.0.2.1');
  });

  test('origins are compared whole', () => {
    const allowed = ['https://shop.example', 'http://localhost:*'];
    const own = 'https://flows.example';
    for (const origin of ['https://shop.example', 'http://localhost:5173', 'http://localhost', own])
      assert.equal(isAllowedOrigin(origin, allowed, own), true, origin);
    for (const origin of [
      'https://shop.example.evil.test',
      'http://shop.example',
      'https://shop.example:8443',
      'https://localhost:1',
      'http://localhost.evil.test:1',
      'null',
      '',
      'https://flows.example.evil.test',
    ]) {
      assert.equal(isAllowedOrigin(origin, allowed, own), false, origin);
    }
  });
});
