/**
 * What runs later. Jobs are in pg-boss, on the database that the server uses; webhook deliveries are taken
 * from their own table. Money, deliveries and everything else have places of their own, so that none can hold
 * up the others.
 *
 * pg-boss goes by real time. With a test clock, the time of a job is converted to real time when it is
 * enqueued, and whoever advances the clock brings the waiting jobs forward in the same transaction.
 */
import PgBoss from 'pg-boss';
import {
  bossDatabase,
  bossSchema,
  bossTransaction,
  bringForward,
  hastenJobs,
  indexJobs,
  releaseJobs,
} from '../db/boss.ts';
import { oneAtATime } from '../db/one-at-a-time.ts';
import { releaseDeliveries, type AttemptRow } from '../db/deliveries.ts';
import type { Database } from '../ports/database.ts';
import { forOwner } from '../db/shares.ts';
import { readAheadShared } from '../db/test-clock.ts';
import { afterCommit } from '../db/transaction-scope.ts';
import { writeDown } from '../db/write-down.ts';
import type { Deps } from '../ports/deps.ts';
import { usualPlaces, type Places } from '../ports/places.ts';
import type { Job, JobQueue } from '../ports/queue.ts';
import type { TestClock } from '../ports/clock.ts';
import { startPump } from './pump.ts';
import type { Pump } from './pump.ts';

/** Queues of pg-boss, each with its places. */
const queues = { 'dots-flow': 'jobs', 'dots-flow-money': 'money' } as const;
type Queue = keyof typeof queues;

/**
 * Returns the queue of a job and, for money, what the job is about: of each thing only one job waits at a
 * time. A payout that is stuck is given another job every few seconds, which must not pile up.
 */
function placeOf(job: Job): { readonly queue: Queue; readonly key?: string } {
  switch (job.kind) {
    case 'advance-payout':
      return { queue: 'dots-flow-money', key: `payout ${job.transferId}` };
    case 'advance-payout-link':
      return { queue: 'dots-flow-money', key: `link ${job.transferId}` };
    case 'advance-refill':
      return { queue: 'dots-flow-money', key: `refill ${job.transferId}` };
    case 'pay-batches':
      // Of an app one bite waits at a time, however many batches it has.
      return { queue: 'dots-flow-money', key: `batches ${job.appId}` };
    case 'auto-payout':
      return { queue: 'dots-flow-money', key: `auto ${job.userId} ${job.cause}` };
    case 'send-deposits':
      return { queue: 'dots-flow-money', key: `deposits ${job.paymentMethodId}` };
    default:
      return { queue: 'dots-flow' };
  }
}

/**
 * Seconds after which a job whose process died is given to another process. It is longer than any job takes.
 */
const expireInSeconds = 60;

/** How long it is tried to write down how a job ended. It is given to another process not much later. */
const writeMs = 30_000;

/** How often each queue is looked at without being woken. */
const pollMs = 1000;

/** How long a clean shutdown waits for running jobs. An attempt at a webhook may take 15 s. */
const drainMs = 16_000;

/** What is done with what is due. */
export interface Work {
  readonly run: (job: Job) => Promise<void>;
  /** Takes deliveries that are due, at most `count`. */
  readonly takeDeliveries: (count: number) => Promise<readonly AttemptRow[]>;
  readonly attemptDelivery: (attempt: AttemptRow) => Promise<void>;
}

export interface BossJobs extends JobQueue {
  /** Starts running jobs and sending webhooks. */
  start(work: Work): void;
  /** Takes no more, and resolves when what runs has ended. Others can still be given jobs. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

export async function createBossJobs(
  db: Database,
  log: Deps['log'],
  places: Places = usualPlaces,
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
  await oneAtATime(db, 'job queue', async () => {
    await boss.start();
    for (const queue of Object.keys(queues))
      await boss.createQueue(queue, {
        name: queue,
        // Of jobs with the same key only one waits at a time. Others have none.
        policy: queue === 'dots-flow-money' ? 'short' : 'standard',
        retryLimit: 10,
        retryDelay: 5,
        retryBackoff: true,
        expireInSeconds,
      });
    await indexJobs(db);
  });
  // PGlite belongs to one process (`lock-data-dir.ts`), so whatever was running when that process died is not
  // running now.
  if (db.kind === 'pglite') {
    await releaseJobs(db);
    await releaseDeliveries(db);
  }
  const pumps: Pump[] = [];
  let deliveries: Pump | null = null;
  const wake = () => {
    for (const pump of pumps) pump.wake();
  };
  const onError = (err: unknown) => log.error({ err }, 'job queue');

  /**
   * The clock is read after the jobs were fetched. A job must not run by a clock that is behind the advance
   * which made it due, or it would find nothing to do. If the clock cannot be read, the jobs run by the last
   * known time, because this process has taken them already.
   */
  const readClock = async () =>
    testClock?.refresh(db).catch((err: unknown) => log.error({ err }, 'reading the test clock'));

  const startQueue = (queue: Queue, run: Work['run']): Pump =>
    startPump<PgBoss.Job<Job>>({
      concurrency: places[queues[queue]],
      pollMs,
      async fetch(count) {
        const jobs = await boss.fetch<Job>(queue, { batchSize: count });
        await readClock();
        return jobs;
      },
      async run(job) {
        const done = await forOwner(queue, () => run(job.data)).then(
          () => true,
          (err: unknown) => {
            log.error({ err, job: job.data.kind }, 'job failed');
            return false;
          },
        );
        const end = () => (done ? boss.complete(queue, job.id) : boss.fail(queue, job.id));
        await writeDown(end, writeMs).catch(onError);
      },
      onError,
    });

  /** A delivery that could not be written down is taken again once its hold is over. */
  const startDeliveries = ({ takeDeliveries, attemptDelivery }: Work): Pump =>
    startPump<AttemptRow>({
      concurrency: places.deliveries,
      pollMs,
      async fetch(count) {
        await readClock();
        return takeDeliveries(count);
      },
      run: (attempt) => forOwner('deliveries', () => attemptDelivery(attempt)).catch(onError),
      onError,
    });

  let resting: Promise<void> | undefined;
  const rest = () => (resting ??= Promise.all(pumps.map((pump) => pump.stop(drainMs))).then(() => {}));

  return {
    async enqueue(tx, job, runAt) {
      // The clock cannot be advanced until `tx` ends. An advance in between would not be known here, and
      // would not find this job.
      const ahead = runAt && testClock ? await readAheadShared(tx) : 0;
      const startAfter = runAt && new Date(runAt.getTime() - ahead);
      const { queue, key } = placeOf(job);
      const sent = await boss.send(queue, job, {
        db: bossTransaction(tx),
        ...(startAfter && { startAfter }),
        ...(key && { singletonKey: key }),
      });
      if (!sent && key) await bringForward(tx, queue, key, startAfter ?? null);
      // Without this a job would wait for the next poll, up to a second.
      afterCommit(tx, wake);
    },
    deliveriesMade(tx) {
      afterCommit(tx, () => deliveries?.wake());
    },
    async hasten(tx, ms) {
      await hastenJobs(tx, ms);
      afterCommit(tx, wake);
    },
    start(work) {
      if (pumps.length > 0) return;
      deliveries = startDeliveries(work);
      pumps.push(deliveries, startQueue('dots-flow-money', work.run), startQueue('dots-flow', work.run));
    },
    rest,
    async stop() {
      await rest();
      await boss.stop({ graceful: false, wait: false });
    },
  };
}
