/** Keys that overlap, that may do one thing only, and that can be taken back. */
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import type { ApiScope } from '../../../src/contract/partner/api-keys.ts';
import { knownForMs } from '../../../src/server/db/known.ts';
import { readConfig } from '../../../src/server/start/config.ts';
import { seedApp } from '../../../src/server/start/seed.ts';
import { basicAuth, clientId, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { introduced } from '../payee/payee.ts';

interface Listed {
  readonly id: string;
  readonly key?: string;
  readonly name: string;
  readonly last4: string;
  readonly last_used: string | null;
  readonly revoked: string | null;
  readonly from_environment: boolean;
}

async function make(server: TestServer, ...scopes: ApiScope[]) {
  const answer = await server.asPartner('POST', '/v2/api-keys', { name: scopes.join(), scopes });
  assert.equal(answer.status, 201);
  const made = (await answer.json()) as Listed & { readonly key: string };
  const call = (method: string, path: string, body?: unknown) =>
    server.asPartner(method, path, body, { authorization: basicAuth(clientId, made.key) });
  return {
    ...made,
    call,
    may: async (method: string, path: string, body?: unknown) =>
      (await call(method, path, body)).status !== 403,
  };
}

const listed = async (server: TestServer) =>
  ((await (await server.asPartner('GET', '/v2/api-keys')).json()) as { data: Listed[] }).data;

describe('an API key', () => {
  test('works beside the others until it is revoked, and they go on', async () => {
    const server = await createTestServer();
    const [first, second] = [await make(server, 'all'), await make(server, 'all')];
    assert.notEqual(first.key, second.key);
    for (const { call } of [first, second]) assert.equal((await call('GET', '/v2/flows')).status, 200);
    assert.equal((await second.call('DELETE', `/v2/api-keys/${first.id}`)).status, 200);
    assert.equal((await first.call('GET', '/v2/flows')).status, 401);
    assert.equal((await second.call('GET', '/v2/flows')).status, 200);
    assert.equal((await server.asPartner('GET', '/v2/flows')).status, 200);
  });

  test('that another process revoked is refused two seconds later', async (t) => {
    const server = await createTestServer();
    const { id, call } = await make(server, 'all');
    t.after(() => mock.timers.reset());
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    assert.equal((await call('GET', '/v2/flows')).status, 200);
    await server.db.query('update api_keys set revoked = now() where id = $1', [id]);
    mock.timers.tick(knownForMs);
    assert.equal((await call('GET', '/v2/flows')).status, 401);
  });

  test('is looked up once for the calls of a moment, and its use is noted once', async (t) => {
    const server = await createTestServer();
    t.after(() => mock.timers.reset());
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const asked: string[] = [];
    const query = server.db.query.bind(server.db);
    const { call } = await make(server, 'all');
    server.db.query = (sql, params) => {
      if (sql.includes('api_keys') || sql.includes('from apps')) asked.push(sql.slice(0, 6));
      return query(sql, params) as Promise<never>;
    };
    for (let n = 0; n < 5; n += 1) assert.equal((await call('GET', '/v2/flows')).status, 200);
    await Promise.all(Array.from({ length: 20 }, () => call('GET', '/v2/flows')));
    assert.deepEqual(asked, ['select', 'select', 'update']);
    // Whoever guesses is looked up each time: nothing is kept of what is wrong.
    const wrong = { authorization: basicAuth(clientId, 'sk_wrong') };
    for (let n = 0; n < 2; n += 1)
      assert.equal((await server.asPartner('GET', '/v2/flows', undefined, wrong)).status, 401);
    assert.equal(asked.length, 7);
  });

  test('is listed without itself, with its last use and since when it is revoked', async () => {
    const server = await createTestServer();
    const made = await make(server, 'read');
    assert.equal((await listed(server)).find(({ id }) => id === made.id)?.last_used, null);
    await made.call('GET', '/v2/users');
    const used = server.clock.now().toISOString();
    server.clock.advance(30_000);
    await made.call('GET', '/v2/users');
    await server.asPartner('DELETE', `/v2/api-keys/${made.id}`);
    const row = (await listed(server)).find(({ id }) => id === made.id);
    assert.deepEqual(
      [row?.key, row?.last4, row?.last_used, row?.revoked],
      [undefined, made.key.slice(-4), used, server.clock.now().toISOString()],
    );
    const stored = await server.db.query('select * from api_keys');
    assert.equal(JSON.stringify(stored).includes(made.key), false);
  });

  test('may do what its scopes say, and nothing else', async () => {
    const server = await createTestServer();
    const flow = { steps: ['compliance'] };
    const tried = async (...scopes: [ApiScope, ...ApiScope[]]) => {
      const { may } = await make(server, ...scopes);
      return [
        await may('POST', '/v2/flows', flow),
        await may('GET', '/v2/flows'),
        await may('POST', '/v2/users', {}),
        await may('GET', '/v2/users/x/tax-forms/y/pdf'),
        await may('POST', '/v2/payouts', {}),
        await may('GET', '/v2/transfers'),
        await may('GET', '/v2/webhook-endpoints'),
        await may('POST', '/v2/webhook-endpoints', {}),
        await may('GET', '/v2/api-keys'),
        await may('POST', '/v2/api-keys', {}),
      ]
        .map((allowed) => (allowed ? 'x' : '.'))
        .join('');
    };
    assert.deepEqual(
      [
        await tried('all'),
        await tried('flows'),
        await tried('users'),
        await tried('tax-numbers'),
        await tried('users', 'tax-numbers'),
        await tried('money'),
        await tried('read'),
      ],
      ['xxxxxxxxxx', 'xx........', '..x.......', '..........', '..xx......', '....xx....', '.....x....'],
    );
  });

  test('reads no id of a flow without the scope for flows', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts']);
    const paths = [`/v2/users/${payee.seen.flow.user_id}/export`, '/v2/sandbox/messages'];
    const opens = async (...scopes: ApiScope[]) => {
      const { may } = await make(server, ...scopes);
      return Promise.all(paths.map((path) => may('GET', path)));
    };
    assert.deepEqual(await opens('users'), [false, false]);
    assert.deepEqual(await opens('flows'), [false, false]);
    assert.deepEqual(await opens('read'), [false, false]);
    assert.deepEqual(await opens('read', 'users', 'money'), [false, false]);
    assert.deepEqual(await opens('users', 'flows'), [false, false]);
    assert.deepEqual(await opens('users', 'flows', 'money'), [false, false]);
    assert.deepEqual(await opens('users', 'flows', 'money', 'tax-numbers'), [true, false]);
    assert.deepEqual(await opens('all'), [true, true]);
    const { call } = await make(server, 'users');
    const [path = ''] = paths;
    assert.match(await (await call('GET', path)).text(), /scopes users, flows, money and tax-numbers/);
  });

  test('names the scope that is missing', async () => {
    const server = await createTestServer();
    const { call } = await make(server, 'read');
    const refused = await call('POST', '/v2/flows', { steps: ['compliance'] });
    const { error_code, detail } = (await refused.json()) as { error_code: string; detail: string };
    assert.equal(error_code, 'insufficient-scope');
    assert.match(detail, /scope flows/);
  });

  test('of another app is not there', async () => {
    const server = await createTestServer();
    const made = await make(server, 'all');
    await server.addApp('pk_other', 'sk_other');
    const other = { authorization: basicAuth('pk_other', 'sk_other') };
    const answer = await server.asPartner('DELETE', `/v2/api-keys/${made.id}`, undefined, other);
    assert.equal(answer.status, 404);
    const as = { authorization: basicAuth('pk_other', made.key) };
    assert.equal((await server.asPartner('GET', '/v2/flows', undefined, as)).status, 401);
  });

  test('with a mistake in it is refused by the name of the field', async () => {
    const server = await createTestServer();
    for (const [body, field] of [
      [{ scopes: ['all'] }, 'name'],
      [{ name: 'x', scopes: [] }, 'scopes'],
      [{ name: 'x', scopes: ['everything'] }, 'scopes[0]'],
    ] as const) {
      const answer = await server.asPartner('POST', '/v2/api-keys', body);
      const { errors } = (await answer.json()) as { errors: { field: string }[] };
      assert.deepEqual([answer.status, errors.map((error) => error.field)], [422, [field]]);
    }
  });
});

describe('at the next start', () => {
  test('the key of the environment is replaced, and those of the API stay', async () => {
    const server = await createTestServer();
    const made = await make(server, 'all');
    const environment = (await listed(server)).find((row) => row.from_environment);
    const refused = await server.asPartner('DELETE', `/v2/api-keys/${environment?.id}`);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /DOTS_API_KEY/);
    await seedApp(server.deps, readConfig({ DOTS_API_KEY: 'sk_changed' }));
    assert.equal((await server.asPartner('GET', '/v2/flows')).status, 401);
    const changed = { authorization: basicAuth(clientId, 'sk_changed') };
    assert.equal((await server.asPartner('GET', '/v2/flows', undefined, changed)).status, 200);
    assert.equal((await made.call('GET', '/v2/flows')).status, 200);
  });

  test('a webhook secret that was rotated stays, until that of the environment changes', async () => {
    const server = await createTestServer();
    const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
    const start = (byte: number) =>
      seedApp(server.deps, readConfig({ WEBHOOK_URL: 'http://localhost:1', WEBHOOK_SECRET: secretOf(byte) }));
    const sealed = async () =>
      (await server.db.query<{ secret_sealed: Buffer }>('select secret_sealed from webhook_endpoints'))[0]
        ?.secret_sealed;
    await start(1);
    const [endpoint] = await server.db.query<{ id: string }>('select id from webhook_endpoints');
    await server.asPartner('POST', `/v2/webhook-endpoints/${endpoint?.id}/rotate-secret`);
    const rotated = await sealed();
    await start(1);
    assert.deepEqual(await sealed(), rotated);
    await start(2);
    assert.notDeepEqual(await sealed(), rotated);
  });
});
