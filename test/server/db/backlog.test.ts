import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deliveryBacklog, jobBacklog } from '../../../src/server/db/backlog.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { forOwner } from '../../../src/server/db/shares.ts';
import { createBossJobs } from '../../../src/server/jobs/boss-jobs.ts';
import type { Database, Timeout } from '../../../src/server/ports/database.ts';
import { createLog } from '../../../src/server/ports/log.ts';
import { databases } from './databases.ts';
import { held } from '../held.ts';

for (const { name, open } of databases) {
  describe(`what waits on ${name}`, () => {
    let db: Database;
    before(async () => {
      db = await open();
      await migrate(db);
      await db.script('drop schema if exists pgboss cascade');
    });
    after(async () => {
      await db.script('drop schema if exists pgboss cascade');
      await db.close();
    });

    test('is counted by kind and by when it is due', async () => {
      const jobs = await createBossJobs(db, createLog('silent'));
      await db.transaction(async (tx) => {
        const tomorrow = new Date(Date.now() + 86_400_000);
        for (const transferId of ['one', 'two'])
          await jobs.enqueue(tx, { kind: 'advance-payout', transferId });
        await jobs.enqueue(tx, { kind: 'advance-payout', transferId: 'three' }, tomorrow);
        await jobs.enqueue(tx, { kind: 'check-tin', taxFormId: 'one' });
      });
      await db.script(
        `update pgboss.job set start_after = now() - interval '1 hour' where data->>'kind' = 'check-tin'`,
      );
      const found = await jobBacklog(db);
      assert.deepEqual(found.map(({ kind, state, count }) => `${kind} ${state} ${count}`).sort(), [
        'advance-payout due 2',
        'advance-payout later 1',
        'check-tin due 1',
      ]);
      const [tin] = found.filter(({ kind }) => kind === 'check-tin');
      assert.ok(tin && tin.seconds >= 3600 && tin.seconds < 3700, String(tin?.seconds));
      assert.deepEqual(await deliveryBacklog(db, new Date()), []);
      await jobs.stop();
    });
  });
}

const testDatabase = process.env['TEST_DATABASE_URL'];

for (const connectionString of testDatabase ? [testDatabase] : []) {
  test('a pool says what is used and what waits, and what it had no time for', async () => {
    const limits: Timeout[] = [];
    const db = openPg({ connectionString, max: 2, onTimeout: (limit) => limits.push(limit) });
    const work = held('locked', []);
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const lock = () =>
      db.transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock(5498)');
        begin();
        await work.work();
      });
    const asked = [forOwner('app', lock), forOwner('app', () => db.transaction(async () => {}))];
    await begun;
    assert.deepEqual(db.pool?.(), { used: 1, idle: 0, waiting: 1 });
    const late = db.transaction(async (tx) => {
      await tx.script(`set local lock_timeout = '1ms'`);
      await tx.query('select pg_advisory_xact_lock(5498)');
    });
    await assert.rejects(late);
    assert.deepEqual(limits, ['lock']);
    work.end();
    await Promise.all(asked);
    const { used, waiting } = db.pool?.() ?? {};
    assert.deepEqual([used, waiting], [0, 0]);
    await db.close();
  });
}
