/** Starts what a server does without being asked: webhooks, payouts, checks, and cleaning up. */
import { sweep } from '../db/sweep.ts';
import { shortenJournal, tidyTables } from '../db/upkeep.ts';
import type { BossJobs } from '../jobs/boss-jobs.ts';
import { rescueBatches } from '../ledger/batches.ts';
import { rescueEveryMs, rescuePayouts } from '../ledger/rescue.ts';
import { erasePapers } from '../papers/erase.ts';
import { removeOldPictures } from '../payee/id-verification/retention.ts';
import { removeOldLinks } from '../payee/manage-payments/retention.ts';
import { listsEveryMs, lookAtLists } from '../screening/lists.ts';
import type { Deps } from '../ports/deps.ts';
import { tellExpiries } from '../tax/tell-form.ts';
import { watchJob } from '../telemetry/jobs.ts';
import { attemptDelivery, takeDue } from '../webhooks/deliver.ts';
import { regularly } from './regularly.ts';
import { runJob } from './run-job.ts';

const sweepEveryMs = 3_600_000;
const tidyEveryMs = 10_000;

/** Adds to `closers` what ends it. Whoever opened the queue stops it. */
export function startJobs(deps: Deps, jobs: BossJobs, closers: (() => Promise<void>)[]): void {
  jobs.start({
    run: (job) => watchJob(deps.meters, job, () => runJob(deps, job)),
    takeDeliveries: (count) => takeDue(deps, count),
    attemptDelivery: (attempt) =>
      watchJob(deps.meters, { kind: 'deliver-webhook' }, () => attemptDelivery(deps, attempt)),
  });
  closers.push(
    regularly(deps, 'sweeping', sweepEveryMs, async () => {
      // First the links, then what they are about.
      await erasePapers(deps);
      await sweep(deps.db, deps.clock.now(), deps.config.retention);
      await removeOldLinks(deps);
      await removeOldPictures(deps);
      await shortenJournal(deps.db);
    }),
    regularly(deps, 'tidying tables', tidyEveryMs, () => tidyTables(deps.db)),
    regularly(deps, 'telling of tax forms', sweepEveryMs, () => tellExpiries(deps)),
    regularly(deps, 'rescuing payouts', rescueEveryMs, () => rescuePayouts(deps)),
    regularly(deps, 'looking at the sanctions lists', listsEveryMs, () => lookAtLists(deps)),
    regularly(deps, 'rescuing batches', rescueEveryMs, () => rescueBatches(deps)),
    // Jobs end while the server still answers. Whoever stops the queue waits for them.
    () => {
      void jobs.rest();
      return Promise.resolve();
    },
  );
}
