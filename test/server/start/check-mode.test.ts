import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { checkMode } from '../../../src/server/start/check-mode.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import { accountsOf, insertMovement } from '../../../src/server/db/ledger.ts';
import { migrate, migrations } from '../../../src/server/db/migrate.ts';
import { database } from '../db/databases.ts';
import { createTestServer } from '../support.ts';

const { db, partner } = await createTestServer();

beforeEach(() => db.query('delete from database_mode'));

for (const sandbox of [true, false]) {
  const mode = sandbox ? 'sandbox' : 'live';
  test(`a database begun in ${mode} mode opens in that mode alone, and the way out is said`, async () => {
    await checkMode(db, sandbox);
    await checkMode(db, sandbox);
    await assert.rejects(checkMode(db, !sandbox), (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, new RegExp(`begun in ${mode} mode.*DATABASE_URL.*DATA_DIR`));
      return true;
    });
    await checkMode(db, sandbox);
  });
}

test('of two modes at the same moment one wins', async () => {
  const outcomes = await Promise.allSettled([checkMode(db, true), checkMode(db, false)]);
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

test('a database from before the mode was kept is a sandbox when it has the sandbox’s money', async () => {
  const old = await database.open();
  try {
    const before = migrations.findIndex((script) => script.includes('database_mode'));
    await migrate(old, migrations.slice(0, before));
    await old.transaction(async (tx) => {
      const app = { ...partner, id: randomUUID() };
      // The table of that time, which has not all columns of today.
      await tx.query(
        'insert into apps (id, created, name, client_id, allowed_origins) values ($1, $2, $3, $4, $5)',
        [app.id, app.created, app.name, app.client_id, app.allowed_origins],
      );
      const [now, names] = [app.created, [{ kind: 'outside' }, { kind: 'app_wallet' }] as const];
      const accounts = await accountsOf(tx, app.id, names, { newId: randomUUID, now });
      await insertMovement(
        tx,
        {
          ...{ id: randomUUID(), appId: app.id, created: now, kind: 'opening' },
          ...{ transferId: null, phase: null },
        },
        accounts.map(({ id }, at) => ({ accountId: id, amount: at === 0 ? -100 : 100 })),
      );
    });
    await migrate(old);
    await assert.rejects(checkMode(old, false), /begun in sandbox mode/);
    await checkMode(old, true);
  } finally {
    await old.close();
  }
});
