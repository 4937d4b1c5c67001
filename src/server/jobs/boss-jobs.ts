/**
 * The job queue: pg-boss, on the database that the server uses. The queue goes by real time. With a test
 * clock, the time of a job is converted to real time when it is enqueued, and whoever advances the clock
 * brings the waiting jobs forward in the same transaction.
 */
import PgBoss from 'pg-boss';
import { bossDatabase, bossSchema, bossTransaction, hastenJobs, releaseJobs } from '../db/boss.ts';
import type { Database } from '../ports/database.ts';
import { readAheadShared } from '../db/test-clock.ts';
import { afterCommit } from '../db/transaction-scope.ts';
import { releaseDeliveries } from '../db/webhooks.ts';
import type { Deps } from '../ports/deps.ts';
import type { Job, JobQueue } from '../ports/queue.ts';
import type { TestClock } from '../ports/clock.ts';
import { startPump } from './pump.ts';
import type { Pump } from './pump.ts';

const queue = 'dots-flow';

/**
 * Seconds after which a job whose process died is given to another process. It is longer than any job takes.
 */
const expireInSeconds = 60;

/** How long a clean shutdown waits for running jobs. An attempt at a webhook may take 15 s. */
const drainMs = 16_000;

export interface BossJobs extends JobQueue {
  /** Starts running jobs. */
  start(run: (job: Job) => Promise<void>): void;
  stop(): Promise<void>;
}

export async function createBossJobs(
  db: Database,
  log: Deps['log'],
  testClock: TestClock | null = null,
): Promise<BossJobs> {
  const boss = new PgBoss({
    db: bossDatabase(db),
    schema: bossSchema,
    schedule: false,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 60 * 60,
    deleteAfterDays: 1,
  });
  boss.on('error', (err) => log.error({ err }, 'job queue'));
  await boss.start();
  await boss.createQueue(queue, {
    name: queue,
    policy: 'standard',
    retryLimit: 10,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds,
  });
  // PGlite belongs to one process (`lock-data-dir.ts`), so whatever was running when that process died is not
  // running now.
  if (db.kind === 'pglite') {
    await releaseJobs(db);
    await releaseDeliveries(db);
  }
  let pump: Pump | null = null;

  return {
    async enqueue(tx, job, runAt) {
      // The clock cannot be advanced until `tx` ends. An advance in between would not be known here, and
      // would not find this job.
      const ahead = runAt && testClock ? await readAheadShared(tx) : 0;
      await boss.send(queue, job, {
        db: bossTransaction(tx),
        ...(runAt ? { startAfter: new Date(runAt.getTime() - ahead) } : {}),
      });
      // Without this a webhook would wait for the next poll, up to a second.
      afterCommit(tx, () => pump?.wake());
    },
    async hasten(tx, ms) {
      await hastenJobs(tx, ms);
      afterCommit(tx, () => pump?.wake());
    },
    start(run) {
      pump ??= startPump<PgBoss.Job<Job>>({
        concurrency: 20,
        pollMs: 1000,
        async fetch(count) {
          const jobs = await boss.fetch<Job>(queue, { batchSize: count });
          // The clock is read after the fetch. A job must not run by a clock that is behind the advance which
          // made it due, or it would find nothing to do. If the clock cannot be read, the jobs run by the
          // last known time, because this process has taken them already.
          await testClock?.refresh(db).catch((err: unknown) => log.error({ err }, 'reading the test clock'));
          return jobs;
        },
        async run(job) {
          try {
            await run(job.data);
            await boss.complete(queue, job.id);
          } catch (err) {
            log.error({ err, job: job.data.kind }, 'job failed');
            await boss.fail(queue, job.id).catch((cause: unknown) => log.error({ err: cause }, 'job queue'));
          }
        },
        onError: (err) => log.error({ err }, 'job queue'),
      });
    },
    async stop() {
      await pump?.stop(drainMs);
      await boss.stop({ graceful: false, wait: false });
    },
  };
}
