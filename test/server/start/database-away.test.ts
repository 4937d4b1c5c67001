/** The database goes away and comes back, as it does when it is upgraded or moved. Needs PostgreSQL. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import type { Flow } from '../../../src/contract/flow.ts';
import type { Session } from '../../../src/contract/steps/session.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { DatabaseUnavailable, type Database } from '../../../src/server/ports/database.ts';
import { serve, type RunningServer } from '../../../src/server/start/serve.ts';
import { wireTo, type Wire } from '../db/cut-connection.ts';
import { createOwn } from '../db/databases.ts';
import { basicAuth } from '../support.ts';

const testDatabase = process.env['TEST_DATABASE_URL'];

for (const server of testDatabase ? [testDatabase] : []) {
  describe('PostgreSQL goes away and comes back', () => {
    let own: Awaited<ReturnType<typeof createOwn>>;
    let wire: Wire;
    before(async () => {
      own = await createOwn(server);
      wire = await wireTo(own.url);
    });
    after(async () => {
      wire.close();
      await own.remove();
    });

    describe('a database handle', () => {
      let db: Database;
      before(() => void (db = openPg({ connectionString: wire.url })));
      after(() => db.close());

      test('survives that while a connection is lent and nothing is asked', async () => {
        const error = await db
          .transaction(async (tx) => {
            await tx.query('select 1');
            wire.cut();
            // The break is noticed while nobody waits for an answer.
            await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
            await once(AbortSignal.timeout(50), 'abort');
            await tx.query('select 1');
          })
          .catch((cause: unknown) => cause);
        assert.ok(error instanceof DatabaseUnavailable, String(error));
        await assert.rejects(db.query('select 1'), DatabaseUnavailable);
        wire.mend();
        assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
      });

      test('survives that in the moment in which a connection is lent', async () => {
        // A new connection is lent when PostgreSQL says that it is ready, and hears in the same turn that it
        // ends.
        const fresh = openPg({ connectionString: wire.url });
        wire.endWhenReady();
        await assert.rejects(
          fresh.transaction((tx) => tx.query('select 1')),
          DatabaseUnavailable,
        );
        assert.deepEqual(await fresh.query('select 1 as one'), [{ one: 1 }]);
        await fresh.close();
      });

      test('says so of a statement that was being answered', async () => {
        const asked = db.query('select pg_sleep(60)').catch((cause: unknown) => cause);
        const other = openPg({ connectionString: own.url, max: 1 });
        let isAsked = false;
        while (!isAsked)
          isAsked =
            (await other.query("select 1 from pg_stat_activity where query = 'select pg_sleep(60)'")).length >
            0;
        await other.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(60)'",
        );
        await other.close();
        assert.ok((await asked) instanceof DatabaseUnavailable);
        assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
      });
    });

    describe('a server', () => {
      let running: RunningServer;
      const call = (method: string, path: string, body?: unknown, token?: string) =>
        fetch(running.url + path, {
          method,
          headers: {
            authorization: token ? `Bearer ${token}` : basicAuth(),
            'content-type': 'application/json',
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      const ready = async () => (await fetch(`${running.url}/readyz`)).status;
      before(async () => {
        const env = {
          DATABASE_URL: wire.url,
          PORT: '0',
          METRICS_PORT: '0',
          LOG_LEVEL: 'silent',
          DOTS_LEAVE_SECONDS: '0',
        };
        running = await serve({ env });
      });
      after(() => running.close());

      test('answers 503 meanwhile, and goes on by itself', async () => {
        const flow = (await (await call('POST', '/v2/flows', { steps: ['onboarding'] })).json()) as Flow;
        const opened = await call('POST', `/v2/flows/${flow.id}/sessions`, {});
        const { token } = (await opened.json()) as Session;
        const stream = await call('GET', '/v2/session/events', undefined, token);
        const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
        const next = async () => Buffer.from((await reader.read()).value ?? []).toString();
        assert.match(await next(), /"status":"in_progress"/);

        wire.cut();
        for (const [method, path, body, bearer] of [
          ['GET', '/v2/flows'],
          ['POST', '/v2/flows', { steps: ['onboarding'] }],
          ['GET', '/v2/session', undefined, token],
          ['POST', `/v2/flows/${flow.id}/sessions`, {}],
        ] as const) {
          const answer = await call(method, path, body, bearer);
          assert.equal(answer.status, 503, path);
          assert.equal(((await answer.json()) as { error_code: string }).error_code, 'service-unavailable');
          assert.ok(Number(answer.headers.get('retry-after')) > 0, 'Retry-After');
        }
        assert.equal(await ready(), 503);
        assert.equal((await fetch(`${running.url}/healthz`)).status, 200);
        const metrics = await (await fetch(running.metricsUrl ?? '')).text();
        assert.match(metrics, /^dots_flow_event_streams 1$/m);
        assert.doesNotMatch(metrics, /^dots_flow_jobs\{/m);

        wire.mend();
        assert.equal(await ready(), 200);
        assert.equal((await call('POST', `/v2/flows/${flow.id}/cancel`, {})).status, 200);
        // The stream that was open all the time tells of it.
        let heard = '';
        while (!heard.includes('"status":"canceled"')) heard += await next();
        await reader.cancel();
      });
    });
  });
}
