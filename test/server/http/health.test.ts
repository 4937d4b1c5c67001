import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { migrate } from '../../../src/server/db/migrate.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { healthRoutes } from '../../../src/server/http/health.ts';
import type { Database, Transaction } from '../../../src/server/ports/database.ts';
import { databases } from '../db/databases.ts';

for (const { name, open } of databases) {
  describe(`readiness on ${name}`, () => {
    let db: Database;
    before(async () => {
      db = await open();
      await migrate(db);
    });
    after(() => db.close());
    const probe = async () => {
      const answer = await healthRoutes({ db }).request('/readyz');
      return [answer.status, ((await answer.json()) as { database: string }).database];
    };

    /** Takes every connection there is, lets `meanwhile` run, then gives them back. */
    async function whileTaken(meanwhile: (taken: Transaction) => Promise<void>): Promise<void> {
      let giveBack = () => {};
      const given = new Promise<void>((resolve) => (giveBack = resolve));
      const taking = Array.from({ length: db.kind === 'pg' ? 10 : 1 }, async () => {
        let all: Promise<void> = Promise.resolve();
        const lent = await new Promise<Transaction>((resolve) => {
          all = db.transaction(async (tx) => {
            resolve(tx);
            await given;
          });
        });
        return { lent, all };
      });
      const taken = await Promise.all(taking);
      try {
        await meanwhile(taken[0]?.lent as Transaction);
      } finally {
        giveBack();
        await Promise.all(taken.map(({ all }) => all));
      }
    }

    test('a database that is free is ready', async () => {
      assert.deepEqual(await probe(), [200, 'ok']);
    });

    test('one that is busy with others is ready, though the probe itself gets no turn', async () => {
      await whileTaken(async (taken) => {
        const probing = probe();
        await taken.query('select 1');
        assert.deepEqual(await probing, [200, 'ok']);
      });
    });

    test('whoever asks in a loop makes it write once, and then not before a second is over', async (t) => {
      t.mock.timers.enable({ apis: ['setTimeout'] });
      let writes = 0;
      const counted: Pick<Database, 'transaction' | 'answered'> = {
        answered: () => db.answered(),
        transaction: (work) => ((writes += 1), db.transaction(work)),
      };
      const routes = healthRoutes({ db: counted as Database });
      const ask = async () => (await routes.request('/readyz')).status;
      assert.deepEqual(new Set(await Promise.all(Array.from({ length: 50 }, ask))), new Set([200]));
      assert.equal(await ask(), 200);
      assert.equal(writes, 1);
      t.mock.timers.tick(1_000);
      assert.equal(await ask(), 200);
      assert.equal(writes, 2);
    });

    test('one that answers nobody is not, and is again as soon as it does', async () => {
      const routes = healthRoutes({ db });
      const ask = async () => (await routes.request('/readyz')).status;
      await whileTaken(async () => {
        assert.deepEqual(await probe(), [503, 'unusable']);
        assert.equal(await ask(), 503);
      });
      assert.deepEqual(await probe(), [200, 'ok']);
      assert.equal(await ask(), 200);
    });
  });
}

test('a PostgreSQL that cannot be reached is not ready', async () => {
  const db = openPg({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
  try {
    assert.equal((await healthRoutes({ db }).request('/readyz')).status, 503);
  } finally {
    await db.close();
  }
});
