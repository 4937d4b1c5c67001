/** Who read what is known of whom is written down before it is told. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { Hono } from 'hono';
import type { Access } from '../../../src/contract/partner/accesses.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import { listAccesses } from '../../../src/server/db/accesses.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import type { Queryable, Row } from '../../../src/server/ports/database.ts';
import { basicAuth, createTestServer, withoutIds } from '../support.ts';
import type { TestServer } from '../support.ts';

const person = { first_name: 'Ann', last_name: 'Doe', email: 'ann@example.com', country_code: '1' };

async function made(server: TestServer, phone_number: string): Promise<string> {
  const answer = await server.asPartner('POST', '/v2/users', { ...person, phone_number });
  assert.equal(answer.status, 201);
  return ((await answer.json()) as User).id;
}

async function accesses(server: TestServer, id: string): Promise<Access[]> {
  const answer = await server.asPartner('GET', `/v2/users/${id}/accesses`);
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { data: Access[] }).data;
}
const calls = async (server: TestServer, id: string) => (await accesses(server, id)).map(({ call }) => call);

describe('who reads what is known of a user', () => {
  test('is listed, newest first, with the key and the time', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    const bob = await made(server, '4155550101');
    assert.deepEqual(await calls(server, ann), [], 'whoever made a user has told, and read nothing');
    const asks = async (method: string, path: string, body?: object) => {
      server.clock.advance(1000);
      const answer = await server.asPartner(method, `/v2${path}`, body);
      assert.ok(answer.ok, `${path}: ${await answer.clone().text()}`);
      await answer.arrayBuffer();
    };
    await asks('GET', `/users/${ann}`);
    await asks('GET', '/users');
    await asks('GET', `/users/${ann}/export`);
    await asks('GET', `/users/${bob}/payout-methods`);
    await asks('POST', '/users', { ...person, phone_number: '4155550100' });
    await asks('POST', `/users/${ann}/end-sessions`, {});
    await asks('GET', `/users/${ann}/tax-forms`);
    assert.deepEqual(await calls(server, ann), [
      'GET /users/{id}/tax-forms',
      'POST /users/{id}/end-sessions',
      'POST /users',
      'GET /users/{id}/export',
      'GET /users',
      'GET /users/{id}',
    ]);
    assert.deepEqual(await calls(server, bob), ['GET /users/{id}/payout-methods', 'GET /users']);
    const [newest] = await accesses(server, ann);
    assert.equal(newest?.created, server.clock.now().toISOString());
    const keys = (await (await server.asPartner('GET', '/v2/api-keys')).json()) as { data: { id: string }[] };
    assert.equal(newest.api_key_id, keys.data[0]?.id);
  });

  test('is also whoever repeats the call that made the user', async () => {
    const server = await createTestServer();
    const body = { ...person, phone_number: '4155550100' };
    const again = () => server.asPartner('POST', '/v2/users', body, { 'idempotency-key': 'guessed-1' });
    const { id } = (await (await again()).json()) as User;
    assert.deepEqual(await calls(server, id), []);
    assert.equal(((await (await again()).json()) as User).id, id);
    assert.deepEqual(await calls(server, id), ['POST /users']);
  });

  test('is listed as well where a program has the server below a path of its own', async () => {
    const server = await createTestServer();
    const id = await made(server, '4155550100');
    const program = new Hono().route('/payouts', server.app);
    const headers = { authorization: basicAuth() };
    for (const base of ['/payouts/v2', '/payouts/api/v2'])
      assert.equal((await program.request(`${base}/users/${id}`, { headers })).status, 200);
    assert.deepEqual(await calls(server, id), ['GET /users/{id}', 'GET /users/{id}']);
  });

  test('is not what was refused, nor the list itself, and another app sees nothing of it', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    const other = await server.addApp('pk_other', 'sk_other');
    assert.notEqual(other.id, server.partner.id);
    const asOther = (path: string) =>
      server.app.request(`/v2${path}`, { headers: { authorization: basicAuth('pk_other', 'sk_other') } });
    assert.equal((await asOther(`/users/${ann}`)).status, 404);
    assert.equal((await asOther(`/users/${ann}/accesses`)).status, 404);
    assert.equal((await server.asPartner('GET', `/v2/users/${ann}/tax-forms/${ann}/pdf`)).status, 404);
    await accesses(server, ann);
    assert.deepEqual(await calls(server, ann), []);
  });

  test('is told a page at a time', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    for (let time = 0; time < 5; time += 1) {
      server.clock.advance(1000);
      await server.asPartner('GET', `/v2/users/${ann}`);
    }
    const page = async (query: string) => {
      const answer = await server.asPartner('GET', `/v2/users/${ann}/accesses?${query}`);
      return (await answer.json()) as { data: Access[]; has_more: boolean };
    };
    const first = await page('limit=3');
    assert.deepEqual([first.data.length, first.has_more], [3, true]);
    const second = await page(`limit=3&starting_after=${first.data[2]?.id}`);
    assert.deepEqual([second.data.length, second.has_more], [2, false]);
  });

  test('is written down, or nothing is told', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    await server.db.script('alter table accesses add constraint full_disk check (false) not valid');
    try {
      for (const path of [`/v2/users/${ann}`, '/v2/users', `/v2/users/${ann}/export`]) {
        const answer = await server.asPartner('GET', path);
        assert.equal(answer.status, 500);
        assert.doesNotMatch(await answer.text(), /ann@example/);
      }
    } finally {
      await server.db.script('alter table accesses drop constraint full_disk');
    }
  });

  test('is told after the user was deleted: nobody hides what they read by that', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    await server.addApp('pk_other', 'sk_other');
    for (const method of ['GET', 'DELETE']) {
      server.clock.advance(1000);
      assert.ok((await server.asPartner(method, `/v2/users/${ann}`)).ok);
    }
    assert.deepEqual(await calls(server, ann), ['DELETE /users/{id}', 'GET /users/{id}']);
    assert.equal((await server.asPartner('GET', `/v2/users/${randomUUID()}/accesses`)).status, 404);
    const authorization = basicAuth('pk_other', 'sk_other');
    const other = await server.app.request(`/v2/users/${ann}/accesses`, { headers: { authorization } });
    assert.equal(other.status, 404);
  });

  test('is never changed, outlives the user, and goes in its time', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    await server.asPartner('GET', `/v2/users/${ann}`);
    await assert.rejects(server.db.query(`update accesses set call = 'nothing'`), /stays as it was/);
    await server.asPartner('DELETE', `/v2/users/${ann}`);
    const kept = async () => (await server.db.query('select call from accesses order by call')).length;
    assert.equal(await kept(), 2);
    server.clock.advance(364 * 86_400_000);
    await sweep(server.db, server.clock.now());
    assert.equal(await kept(), 2);
    server.clock.advance(2 * 86_400_000);
    await sweep(server.db, server.clock.now());
    assert.equal(await kept(), 0);
  });

  test('is found without looking at what was read of others', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    await server.asPartner('GET', `/v2/users/${ann}`);
    await server.db.query(
      `insert into accesses (id, created, app_id, api_key_id, call, user_ids)
       select gen_random_uuid(), $1::timestamptz - n * interval '1 second', $2, gen_random_uuid(), 'GET /users/{id}',
         array[md5(n::text)::uuid]
       from generate_series(1, 60000) n`,
      [server.clock.now(), server.partner.id],
    );
    await server.db.script('analyze accesses');
    const plans: string[] = [];
    const explained: Queryable = {
      async query<T extends Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
        plans.push(JSON.stringify(await server.db.query(`explain (format json) ${sql}`, params)));
        return server.db.query<T>(sql, params);
      },
    };
    const page = await listAccesses(explained, server.partner.id, ann, { limit: 20 });
    assert.equal(page?.data.length, 1);
    assert.equal(plans.length, 1);
    assert.match(plans[0] ?? '', /accesses_users/);
  });

  test('holds nothing of the user but ids', async () => {
    const server = await createTestServer();
    const ann = await made(server, '4155550100');
    await server.asPartner('GET', `/v2/users/${ann}?email=ann@example.com`);
    const rows = withoutIds(await server.db.query('select * from accesses'));
    assert.doesNotMatch(rows, /ann@|Doe|415555/);
  });
});
