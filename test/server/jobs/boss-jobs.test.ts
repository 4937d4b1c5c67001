import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DatabaseUnavailable, type Database } from '../../../src/server/ports/database.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import type { Job } from '../../../src/server/ports/queue.ts';
import { createBossJobs } from '../../../src/server/jobs/boss-jobs.ts';
import { usualPlaces } from '../../../src/server/ports/places.ts';
import type { BossJobs, Work } from '../../../src/server/jobs/boss-jobs.ts';
import { createLog } from '../../../src/server/ports/log.ts';
import { openTestClock } from '../../../src/server/start/test-clock.ts';
import type { TestClock } from '../../../src/server/ports/clock.ts';
import { databases } from '../db/databases.ts';

const job = (notificationId: string): Job => ({ kind: 'send-notification', notificationId });

/** Runs jobs, and finds no webhook to deliver. */
const only = (run: Work['run']): Work => ({
  run,
  takeDeliveries: () => Promise.resolve([]),
  attemptDelivery: () => Promise.resolve(),
});

/** Collects jobs and lets a test wait for the next one. */
function collector() {
  const seen: string[] = [];
  const waiting: (() => void)[] = [];
  return {
    seen,
    run: async (ran: Job) => {
      seen.push('notificationId' in ran ? ran.notificationId : ran.kind);
      for (const wake of waiting.splice(0)) wake();
    },
    async until(count: number) {
      while (seen.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

for (const { name, open } of databases) {
  describe(`job queue on ${name}`, () => {
    let db: Database;
    const log = createLog('silent');
    const started: BossJobs[] = [];
    const queue = async (clock: TestClock | null = null) => {
      const jobs = await createBossJobs(db, log, usualPlaces, clock);
      started.push(jobs);
      return jobs;
    };
    before(async () => {
      db = await open();
      await migrate(db);
      await db.script('drop schema if exists pgboss cascade');
    });
    after(async () => {
      for (const jobs of started) await jobs.stop();
      await db.script('drop schema if exists pgboss cascade');
      await db.close();
    });

    test('runs what it fetched though the test clock cannot be read', async () => {
      const clock = await openTestClock(db);
      const jobs = await queue({ ...clock, refresh: () => Promise.reject(new Error('no connection')) });
      const ran = collector();
      await db.transaction((tx) => jobs.enqueue(tx, job('fetched')));
      jobs.start(only(ran.run));
      await ran.until(1);
      assert.deepEqual(ran.seen, ['fetched']);
      await jobs.stop();
    });

    test('runs what a transaction committed, and nothing that it rolled back', async () => {
      const jobs = await queue();
      const ran = collector();
      jobs.start(only(ran.run));
      await assert.rejects(
        db.transaction(async (tx) => {
          await jobs.enqueue(tx, job('undone'));
          throw new Error('no');
        }),
      );
      await db.transaction((tx) => jobs.enqueue(tx, job('done')));
      await ran.until(1);
      await jobs.stop();
      assert.deepEqual(ran.seen, ['done']);
    });

    test('keeps jobs for the next process, and those for later until then', async () => {
      const first = await queue();
      await first.enqueue(db, job('later'), new Date(Date.now() + 3_600_000));
      await first.enqueue(db, job('left over'));
      await first.stop();

      const second = await queue();
      const ran = collector();
      second.start(only(ran.run));
      await ran.until(1);
      await second.stop();
      assert.deepEqual(ran.seen, ['left over']);
      assert.deepEqual(
        await db.query(`select state::text from pgboss.job where data->>'notificationId' = 'later'`),
        [{ state: 'created' }],
      );
    });

    test('a job that throws is kept to be tried again', async () => {
      const jobs = await queue();
      let failed: () => void = () => {};
      const tried = new Promise<void>((resolve) => (failed = resolve));
      jobs.start(
        only(async () => {
          failed();
          throw new Error('not now');
        }),
      );
      await jobs.enqueue(db, job('fails'));
      await tried;
      await jobs.stop();
      assert.deepEqual(
        await db.query(`select state::text from pgboss.job where data->>'notificationId' = 'fails'`),
        [{ state: 'retry' }],
      );
    });

    test('what came of a job is written down when the database is there again', async () => {
      // Two that ended well and one that did not, while nothing can be written.
      let away = 0;
      const flaky: Database = {
        ...db,
        query: (sql, params) =>
          /update pgboss\.job|jobs_table/i.test(sql) && /completed_on/i.test(sql) && away-- > 0
            ? Promise.reject(new DatabaseUnavailable(new Error('gone')))
            : db.query(sql, params),
      };
      const jobs = await createBossJobs(flaky, log, usualPlaces);
      started.push(jobs);
      await db.query('delete from pgboss.job');
      const ran = collector();
      jobs.start(
        only(async (next) => {
          away = 2;
          await ran.run(next);
          if ('notificationId' in next && next.notificationId === 'breaks') throw new Error('not now');
        }),
      );
      for (const each of ['one', 'breaks', 'other']) await jobs.enqueue(db, job(each));
      await ran.until(3);
      await jobs.stop();
      assert.deepEqual(
        await db.query(
          `select data->>'notificationId' as id, state::text from pgboss.job order by data->>'notificationId'`,
        ),
        [
          { id: 'breaks', state: 'retry' },
          { id: 'one', state: 'completed' },
          { id: 'other', state: 'completed' },
        ],
      );
    });

    test('one job that hangs does not hold up the others', async () => {
      const jobs = await queue();
      const ran = collector();
      let release: () => void = () => {};
      const hang = new Promise<void>((resolve) => (release = resolve));
      await db.query(`delete from pgboss.job`);
      jobs.start(
        only(async (next) => {
          if ('notificationId' in next && next.notificationId === 'hangs') await hang;
          await ran.run(next);
        }),
      );
      await jobs.enqueue(db, job('hangs'));
      await jobs.enqueue(db, job('quick'));
      await ran.until(1);
      assert.deepEqual(ran.seen, ['quick']);
      release();
      await jobs.stop();
      assert.deepEqual(ran.seen, ['quick', 'hangs']);
    });

    test('of one payout only one job waits, and that for no longer than the newest asks', async () => {
      const jobs = await queue();
      await db.query('delete from pgboss.job');
      const stuck: Job = { kind: 'advance-payout', transferId: 'stuck' };
      await jobs.enqueue(db, stuck, new Date(Date.now() + 3_600_000));
      for (let again = 0; again < 3; again += 1) await jobs.enqueue(db, stuck);
      assert.deepEqual(
        await db.query(
          `select start_after <= now() as due from pgboss.job where data->>'transferId' = 'stuck'`,
        ),
        [{ due: true }],
      );
      const ran = collector();
      jobs.start(only(ran.run));
      await ran.until(1);
      await jobs.stop();
      assert.deepEqual(ran.seen, ['advance-payout']);
    });

    test('money goes on while everything else hangs', async () => {
      const jobs = await queue();
      await db.query('delete from pgboss.job');
      const ran = collector();
      let release: () => void = () => {};
      const hang = new Promise<void>((resolve) => (release = resolve));
      jobs.start({
        run: async (next) => {
          if (next.kind !== 'advance-payout') await hang;
          else await ran.run(next);
        },
        takeDeliveries: () => Promise.resolve([]),
        attemptDelivery: () => Promise.resolve(),
      });
      for (let each = 0; each < 25; each += 1) await jobs.enqueue(db, job(`hangs ${each}`));
      await jobs.enqueue(db, { kind: 'advance-payout', transferId: 'paid' });
      await ran.until(1);
      assert.deepEqual(ran.seen, ['advance-payout']);
      release();
      await jobs.stop();
    });

    describe('with a test clock', () => {
      const hour = 3_600_000;
      const inAnHour = (clock: TestClock) => new Date(clock.now().getTime() + hour);
      const advance = (clock: TestClock, jobs: BossJobs, ms = hour) =>
        db.transaction(async (tx) => {
          await clock.advance(tx, (now) => new Date(now.getTime() + ms));
          await jobs.hasten(tx, ms);
        });
      beforeEach(() => db.query('delete from pgboss.job'));

      test('what waits runs when the clock has passed its time, and not before', async () => {
        const clock = await openTestClock(db);
        const jobs = await queue(clock);
        const ran = collector();
        jobs.start(only(ran.run));
        await jobs.enqueue(db, job('in an hour'), inAnHour(clock));
        await jobs.enqueue(db, job('in a year'), new Date(clock.now().getTime() + 365 * 24 * hour));
        await advance(clock, jobs);
        await ran.until(1);
        await jobs.enqueue(db, job('an hour later'), inAnHour(clock));
        await advance(clock, jobs);
        await ran.until(2);
        await jobs.stop();
        assert.deepEqual(ran.seen, ['in an hour', 'an hour later']);
      });

      test('a process that did not hear of an advance knows of it when it runs what that made due', async () => {
        const [clock, others] = [await openTestClock(db), await openTestClock(db)];
        const [jobs, worker] = [await queue(clock), await queue(others)];
        const due = inAnHour(clock);
        await jobs.enqueue(db, job('due'), due);
        await advance(clock, jobs);
        const ran = new Promise<Date>((resolve) => worker.start(only(async () => resolve(others.now()))));
        assert.ok((await ran) >= due);
        await worker.stop();
      });

      test('a job that is being enqueued during an advance is brought forward with the others', async () => {
        const clock = await openTestClock(db);
        const jobs = await queue(clock);
        let commit = () => {};
        const held = new Promise<void>((resolve) => (commit = resolve));
        let enqueuing: Promise<void> = Promise.resolve();
        await new Promise<void>((enqueued) => {
          enqueuing = db.transaction(async (tx) => {
            await jobs.enqueue(tx, job('raced'), inAnHour(clock));
            enqueued();
            await held;
          });
        });
        let advanced = false;
        const advancing = advance(clock, jobs).then(() => (advanced = true));
        // On PGlite a transaction waits for the one before in any case.
        const waits = async () =>
          db.kind === 'pglite' || (await db.query('select 1 from pg_locks where not granted')).length > 0;
        while (!advanced && !(await waits()));
        commit();
        await Promise.all([enqueuing, advancing]);
        const ran = collector();
        jobs.start(only(ran.run));
        await ran.until(1);
        await jobs.stop();
        assert.deepEqual(ran.seen, ['raced']);
      });
    });
  });
}
