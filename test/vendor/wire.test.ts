/**
 * How requests come from clients that were written for the vendor: with slashes at the end, with words of
 * other languages in the query, with times without a zone. What would be misunderstood is refused by name.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Problem } from '../../src/contract/problems.ts';
import { basicAuth, createTestServer } from '../server/support.ts';
import type { TestServer } from '../server/support.ts';

const ada = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  country_code: '1',
  phone_number: '4155550100',
};

describe('a request as clients send it', () => {
  let server: TestServer;
  let user_id: string;
  before(async () => {
    server = await createTestServer();
    user_id = ((await (await server.asPartner('POST', '/v2/users', ada)).json()) as { id: string }).id;
  });

  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    server.app.request(path, {
      method: 'POST',
      headers: { authorization: basicAuth(), 'content-type': 'application/json', ...headers },
      body,
    });
  const get = async (path: string) => {
    const answer = await server.asPartner('GET', `/v2${path}`);
    return { status: answer.status, body: (await answer.json()) as Problem & { data: { id: string }[] } };
  };
  const refused = async (path: string) => {
    const { status, body } = await get(path);
    return [status, ...(body.errors ?? []).map(({ field, code }) => `${field} ${code}`)];
  };

  test('may end its path with a slash, on every route', async () => {
    for (const [method, path, body] of [
      ['POST', '/api/v2/flows/', { steps: ['compliance'] }],
      ['GET', '/v2/flows/', undefined],
      ['GET', `/api/v2/users/${user_id}/`, undefined],
      ['POST', '/v2/transfers/', { user_id, amount: -500 }],
      ['GET', '/docs/', undefined],
      ['GET', '/openapi.json/', undefined],
    ] as const)
      assert.equal((await server.asPartner(method, path, body)).status, 200, path);
    const missing = (await (await server.asPartner('GET', '/v2/payout-requests/')).json()) as Problem;
    assert.equal(missing.error_code, 'not-offered');
    assert.equal((await server.asPartner('PATCH', '/v2/flows/')).headers.get('allow'), 'GET, HEAD, POST');
  });

  test('with a slash repeats the answer of the one without', async () => {
    const key = { 'idempotency-key': 'slash' };
    const first = await server.asPartner('POST', '/v2/flows', { steps: ['compliance'] }, key);
    const again = await server.asPartner('POST', '/api/v2/flows/', { steps: ['compliance'] }, key);
    assert.equal(await again.text(), await first.text());
  });

  test('repeats the answer to the same JSON, however it is written', async () => {
    const key = { 'idempotency-key': 'meaning' };
    const first = await post('/v2/flows', '{"steps":["compliance"],"metadata":{"a":1,"b":[1.0,"ä"]}}', key);
    const again = await post(
      '/v2/flows',
      '{ "metadata": {"b": [1, "\\u00e4"], "a": 1e0},\n "steps": ["compliance"] }',
      key,
    );
    assert.equal(again.status, 200);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    const told = await first.text();
    assert.equal(await again.text(), told);
    for (const other of [
      '{"steps":["compliance"],"metadata":{"a":1,"b":["ä",1]}}',
      '{"steps":["compliance"],"metadata":{"a":"1","b":[1,"ä"]}}',
    ])
      assert.equal((await post('/v2/flows', other, key)).status, 409);
    const { id } = JSON.parse(told) as { id: string };
    const deep = await post(`/v2/flows/${id}/cancel`, '['.repeat(30_000), { 'idempotency-key': 'deep' });
    assert.equal(deep.status, 200);
  });

  test('says each name of an object once', async () => {
    for (const [body, name] of [
      [`{"user_id":"${user_id}","amount":-100,"amount":-900000}`, 'amount'],
      [`{"user_id":"${user_id}","amount":-1,"\\u0061mount":-2}`, 'amount'],
      [`{"user_id":"${user_id}","amount":-1,"metadata":{"a":{"b":1,"b":1}}}`, 'b'],
    ] as const) {
      const answer = await post('/v2/transfers', body);
      const { error_code, detail = '' } = (await answer.json()) as Problem;
      assert.deepEqual([answer.status, error_code], [400, 'invalid-json']);
      assert.ok(detail.includes(`"${name}"`) && detail.includes('twice'), detail);
    }
    assert.equal((await post('/v2/flows', '{"steps":["payout"],"metadata":[{"a":1},{"a":2}]}')).status, 422);
  });

  test('in a coding that we do not read is 415, and says which we do', async () => {
    const body = JSON.stringify({ steps: ['compliance'] });
    for (const coding of ['gzip', 'br', 'identity, gzip']) {
      const answer = await post('/v2/flows', new Uint8Array(gzipSync(body)), { 'content-encoding': coding });
      assert.deepEqual([answer.status, answer.headers.get('accept-encoding')], [415, 'identity']);
      assert.match(((await answer.json()) as Problem).detail ?? '', /Content-Encoding/);
    }
    assert.equal((await post('/v2/flows', body, { 'content-encoding': 'identity' })).status, 200);
    const pdf = { 'content-type': 'application/pdf', 'content-encoding': 'gzip' };
    assert.equal((await post('/v2/pdf-templates', new Uint8Array(gzipSync('%PDF')), pdf)).status, 415);
  });

  test('for another app is refused', async () => {
    const ask = (app: string) =>
      server.asPartner('GET', '/v2/flows', undefined, { 'Api-App-Id': app }).then(({ status }) => status);
    const other = await server.addApp('pk_other', 'sk_other');
    assert.equal(await ask(server.partner.id.toUpperCase()), 200);
    for (const app of [other.id, server.deps.newId(), 'pk_sandbox_demo', ''])
      assert.equal(await ask(app), 403, app);
  });

  test('asks lists by what they know, and each thing once', async () => {
    const mine = (await (
      await server.asPartner('POST', '/v2/flows', { steps: ['compliance'], user_id })
    ).json()) as { id: string };
    const { body } = await get(`/flows?user_id=${user_id}&limit=10`);
    assert.deepEqual(
      body.data.map(({ id }) => id),
      [mine.id],
    );
    assert.deepEqual((await get(`/flows?user_id=${server.deps.newId()}`)).body.data, []);
    assert.deepEqual(await refused('/flows?user_id=me'), [422, 'user_id invalid-uuid']);
    assert.deepEqual(await refused('/flows?status=completed&Limit=1'), [
      422,
      'status unknown',
      'Limit unknown',
    ]);
    assert.deepEqual(await refused('/users?user_id=1'), [422, 'user_id unknown']);
    assert.deepEqual(await refused(`/users/${user_id}?expand=wallet`), [422, 'expand unknown']);
    assert.deepEqual(await refused('/transfers?user=1&limit=2'), [422, 'user unknown']);
    assert.deepEqual(await refused('/webhook-endpoints?status=1'), [422, 'status unknown']);
    assert.deepEqual(await refused('/transfers?status=failed&status=completed'), [
      422,
      'status invalid-type',
    ]);
    const dry = await server.asPartner('POST', '/v2/flows?dry_run=true', { steps: ['compliance'] });
    assert.equal(dry.status, 422);
  });

  test('writes booleans of a query in any case', async () => {
    const first = async (order: string) =>
      (await get(`/transfers?reverse_order=${order}`)).body.data.map(({ id }) => id);
    await server.asPartner('POST', '/v2/transfers', { user_id, amount: -600 });
    const oldest = await first('true');
    assert.deepEqual(await first('True'), oldest);
    assert.deepEqual(await first('TRUE'), oldest);
    assert.deepEqual(await first('False'), await first('false'));
    assert.deepEqual(await refused('/transfers?reverse_order=yes'), [422, 'reverse_order invalid-boolean']);
  });

  test('may leave the zone of a time out: it is UTC', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const count = async (query: string) => (await get(`/transfers?${query}`)).body.data.length;
      const all = await count('');
      assert.equal(await count('start_date=2026-03-02T09:00:00'), all);
      assert.equal(await count('start_date=2026-03-02T09:00:00.000001'), all);
      assert.equal(await count('start_date=2026-03-02%2009:00:00'), all);
      assert.equal(await count('start_date=2026-03-02T09:00:01'), 0);
      assert.equal(await count('end_date=2026-03-02T09:00:00'), all);
      assert.equal(await count('end_date=2026-03-02T08:59:59'), 0);
      // An unescaped plus is a space in a query.
      assert.equal(await count('start_date=2026-03-02T10:00:00+01:00'), all);
      assert.equal(await count('start_date=2026-03-02T10:00:00%2B00:00'), 0);
      assert.deepEqual(await refused('/transfers?start_date=2026-03-02T25:00:00'), [
        422,
        'start_date invalid-date',
      ]);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
