/** A job queue that follows the test's clock. It is as transactional as the real one, but run by hand. */
import type { Database } from '../../src/server/ports/database.ts';
import type { Clock } from '../../src/server/ports/clock.ts';
import type { Deps } from '../../src/server/ports/deps.ts';
import type { Job, JobQueue } from '../../src/server/ports/queue.ts';
import { runJob } from '../../src/server/start/run-job.ts';
import { attemptDelivery, takeDue } from '../../src/server/webhooks/deliver.ts';

export interface TestJobs {
  readonly queue: JobQueue;
  runDue(deps: Deps): Promise<number>;
}

export async function createTestJobs(db: Database, clock: Clock): Promise<TestJobs> {
  await db.script(
    'create table if not exists test_jobs (id serial primary key, job jsonb not null, run_at timestamptz not null)',
  );
  await db.script('truncate test_jobs');
  return {
    queue: {
      async enqueue(tx, job, runAt = clock.now()) {
        await tx.query('insert into test_jobs (job, run_at) values ($1, $2)', [JSON.stringify(job), runAt]);
      },
      // Jobs and deliveries are due by the test's clock, and looked at when the test says so.
      hasten: () => Promise.resolve(),
      deliveriesMade: () => {},
    },
    async runDue(deps) {
      let ran = 0;
      for (;;) {
        const [next] = await db.query<{ job: Job }>(
          `delete from test_jobs where id = (select id from test_jobs where run_at <= $1 order by run_at, id limit 1) returning job`,
          [clock.now()],
        );
        if (next) await runJob(deps, next.job);
        else {
          const [delivery] = await takeDue(deps, 1);
          if (!delivery) return ran;
          await attemptDelivery(deps, delivery);
        }
        ran += 1;
      }
    },
  };
}
