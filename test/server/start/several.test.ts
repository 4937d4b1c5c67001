/** Several processes on one database. Needs PostgreSQL. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../../src/server/start/serve.ts';
import { work } from '../../../src/server/start/work.ts';
import { createOwn } from '../db/databases.ts';
import { basicAuth } from '../support.ts';

const testDatabase = process.env['TEST_DATABASE_URL'];

for (const server of testDatabase ? [testDatabase] : []) {
  describe('several servers on one PostgreSQL', () => {
    let own: Awaited<ReturnType<typeof createOwn>>;
    before(async () => void (own = await createOwn(server)));
    after(() => own.remove());

    test('start at the same time on an empty database', async () => {
      const env = {
        DATABASE_URL: own.url,
        PORT: '0',
        WORK_PORT: '0',
        LOG_LEVEL: 'silent',
        DOTS_LEAVE_SECONDS: '0',
      };
      const started = await Promise.allSettled([
        ...Array.from({ length: 2 }, () => work({ env })),
        ...Array.from({ length: 4 }, () => serve({ env })),
      ]);
      const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      try {
        assert.deepEqual(
          started.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])),
          [],
        );
        for (const { url } of running.slice(2))
          assert.equal(
            (await fetch(`${url}/v2/flows`, { headers: { authorization: basicAuth() } })).status,
            200,
          );
      } finally {
        for (const one of running) await one.close();
      }
    });
  });
}
