/** Requests and jobs in processes of their own. Needs PostgreSQL, but for what is refused without. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { TestClockObject } from '../../../src/contract/partner/test-clock.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { work } from '../../../src/server/start/work.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { createOwn } from '../db/databases.ts';
import { basicAuth } from '../support.ts';

test('a worker needs a database that others may open too', async () => {
  await assert.rejects(
    work({ env: {} }),
    /`dots-flow work` needs DATABASE_URL: the embedded database belongs/,
  );
});

const testDatabase = process.env['TEST_DATABASE_URL'];

for (const postgres of testDatabase ? [testDatabase] : []) {
  describe('a server without jobs, and a worker', () => {
    let own: Awaited<ReturnType<typeof createOwn>>;
    before(async () => void (own = await createOwn(postgres)));
    after(() => own.remove());

    const settings = (more: Record<string, string> = {}) => ({
      DATABASE_URL: own.url,
      DOTS_ENCRYPTION_KEYS: Buffer.alloc(32, 3).toString('base64'),
      LOG_LEVEL: 'silent',
      DOTS_LEAVE_SECONDS: '0',
      PORT: '0',
      WORK_PORT: '0',
      ...more,
    });

    async function call<T>(url: string, path: string, body?: object): Promise<T> {
      const answer = await fetch(`${url}/v2${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: basicAuth(), 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      assert.ok(answer.ok, `${path} answered ${answer.status}: ${await answer.clone().text()}`);
      return (await answer.json()) as T;
    }

    test('share the work: what the one is asked for the other does', async () => {
      const came: string[] = [];
      let heard = () => {};
      const receiver = createServer((request, response) => {
        came.push(String(request.headers['webhook-id']));
        request.resume();
        response.writeHead(204).end();
        heard();
      }).listen(0, '127.0.0.1');
      await once(receiver, 'listening');
      const port = (receiver.address() as AddressInfo).port;
      const env = settings({
        WEBHOOK_URL: `http://127.0.0.1:${port}/hooks`,
        WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 5).toString('base64')}`,
      });
      const server = await serve({ env: { ...env, DOTS_JOBS: 'off' } });
      const user = { first_name: 'Ann', last_name: 'Doe', email: 'ann@example.com' };
      const phone = { country_code: '1', phone_number: '4155550100' };
      const { id } = await call<User>(server.url, '/users', { ...user, ...phone });
      await call(server.url, `/users/${id}/send-verification-token`, {});
      await call(server.url, `/users/${id}/verify`, { token: '123456' });
      // A server that is closed has finished what it began.
      await server.close();
      const db = openPg({ connectionString: own.url });
      const waiting = await db.query('select attempts, status from webhook_deliveries');
      assert.deepEqual(waiting, [{ attempts: 0, status: 'pending' }]);

      const worker = await work({ env });
      try {
        while (came.length === 0) await new Promise<void>((resolve) => (heard = resolve));
        const ready = await fetch(`${worker.url}/readyz`);
        assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready', database: 'ok' }]);
        assert.equal((await fetch(`${worker.url}/healthz`)).status, 200);
        // A worker has no API, and nothing that payees see.
        for (const path of ['/v2/users', '/docs', '/dots-flow.js', '/flow/x'])
          assert.equal((await fetch(`${worker.url}${path}`)).status, 404, path);
      } finally {
        await worker.close();
        receiver.close();
      }
      assert.deepEqual(await db.query('select attempts, status from webhook_deliveries'), [
        { attempts: 1, status: 'delivered' },
      ]);
      await db.close();
    });

    test('a server without jobs hears that another one advanced the clock', async () => {
      const env = settings({ DOTS_JOBS: 'off' });
      const [one, other] = [await serve({ env }), await serve({ env })];
      try {
        const { ahead } = await call<TestClockObject>(one.url, '/sandbox/clock', { advance: 'PT1H' });
        for (;;) if ((await call<TestClockObject>(other.url, '/sandbox/clock')).ahead === ahead) break;
      } finally {
        await one.close();
        await other.close();
      }
    });

    test('a worker leaves what the environment says of the app to its servers', async () => {
      const server = await serve({ env: settings({ DOTS_JOBS: 'off' }) });
      const worker = await work({
        env: settings({ DOTS_CLIENT_ID: 'pk_other', DOTS_API_KEY: 'another-one' }),
      });
      await worker.close();
      try {
        await call(server.url, '/users');
      } finally {
        await server.close();
      }
    });
  });
}
