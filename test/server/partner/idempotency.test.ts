import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import { databases } from '../db/databases.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

for (const { name, open } of databases) {
  describe(`Idempotency-Key on ${name}`, () => {
    let db: Database;
    let server: TestServer;
    before(async () => {
      db = await open();
      await migrate(db);
    });
    beforeEach(async () => void (server = await createTestServer({ db })));
    after(() => db.close());

    const create = (key: string, body: unknown = { steps: ['compliance'] }, path = '/v2/flows') =>
      server.asPartner('POST', path, body, { 'idempotency-key': key });
    const flows = async () =>
      (await db.query<{ count: number }>('select count(*) as count from flows'))[0]?.count;

    test('the same request again gets the first answer, byte for byte', async () => {
      const first = await create('a');
      const again = await create('a', undefined, '/api/v2/flows');
      assert.equal(again.status, first.status);
      assert.equal(await again.text(), await first.text());
      assert.equal(again.headers.get('idempotent-replayed'), 'true');
      assert.equal(first.headers.get('idempotent-replayed'), null);
      assert.equal(await flows(), 1);
    });

    test('a key that cannot be one is refused for what is wrong with it', async () => {
      for (const [key, code] of [
        ['ä b', 'invalid-characters'],
        ['a'.repeat(256), 'too-long'],
        ['""', 'required'],
      ] as const) {
        const answer = await create(key);
        assert.equal(answer.status, 422);
        const { errors } = (await answer.json()) as { errors: { code: string }[] };
        assert.deepEqual(
          errors.map((error) => error.code),
          [code],
        );
      }
    });

    test('a refused call may be repeated with the same key', async () => {
      assert.equal((await create('r', { steps: [] })).status, 422);
      assert.equal((await create('r')).status, 200);
    });

    test('what is told once is told again: a key, an endpoint with its secret, a rotated secret', async () => {
      const url = 'https://hooks.example/dots';
      const made = (await (await create('e', { url }, '/v2/webhook-endpoints')).json()) as { id: string };
      for (const [path, body] of [
        ['/v2/api-keys', { name: 'billing', scopes: ['money'] }],
        ['/v2/webhook-endpoints', { url }],
        [`/v2/webhook-endpoints/${made.id}/rotate-secret`, {}],
      ] as const) {
        const [first, again] = [await create(path, body, path), await create(path, body, path)];
        const told = await first.text();
        assert.match(told, /"(?:key|secret)":"(?:sk|whsec)_/);
        assert.deepEqual([again.status, await again.text()], [first.status, told], path);
        assert.equal(again.headers.get('cache-control'), 'no-store');
      }
      const kept = await db.query(
        `select encode(body_sealed, 'escape') as sealed, body from idempotency_keys`,
      );
      assert.doesNotMatch(JSON.stringify(kept), /whsec_|sk_sandbox_/);
    });

    test('another body, or another call, under the same key is a conflict', async () => {
      await create('a');
      const jane = {
        first_name: 'Jane',
        last_name: 'Doe',
        email: 'jane@example.com',
        country_code: '1',
        phone_number: '4155550100',
      };
      for (const answer of [
        await create('a', { steps: ['manage-payouts'] }),
        await create('a', jane, '/v2/users'),
      ]) {
        assert.equal(answer.status, 409);
        const { error_code, errors } = (await answer.json()) as Problem;
        assert.equal(error_code, 'idempotency-conflict');
        assert.deepEqual(
          errors?.map(({ field, code }) => [field, code]),
          [['Idempotency-Key', 'other-than-first']],
        );
      }
      assert.equal(await flows(), 1);
    });

    test('ten at once make one flow; each gets it or is told to wait', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => create('a')));
      const ids = new Set<string>();
      for (const answer of answers) {
        const body = (await answer.json()) as { id?: string; error_code?: string; retry_after?: number };
        if (answer.status === 200) ids.add(body.id ?? '');
        else assert.deepEqual([body.error_code, body.retry_after], ['resource-busy', 1]);
      }
      assert.equal(ids.size, 1);
      assert.equal(await flows(), 1);
    });

    test('a request that failed may be repaired under the same key', async () => {
      assert.equal((await create('a', { steps: ['dance'] })).status, 422);
      assert.equal((await create('a')).status, 200);
    });

    test('an answer is kept for 24 hours', async () => {
      await create('a');
      server.clock.advance(24 * 3_600_000 + 1);
      await create('a');
      assert.equal(await flows(), 2);
    });

    test('keys of one app mean nothing to another, and none is no key', async () => {
      await create('a');
      await server.asPartner('POST', '/v2/flows', { steps: ['compliance'] });
      await server.asPartner('POST', '/v2/flows', { steps: ['compliance'] });
      assert.equal(await flows(), 3);
      for (const key of ['', 'ä', 'x'.repeat(256), 'a b']) assert.equal((await create(key)).status, 422, key);
    });
  });
}
