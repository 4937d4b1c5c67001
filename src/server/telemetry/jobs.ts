/** Measures jobs. */
import type { Meters } from '../ports/meters.ts';
import type { Job } from '../ports/queue.ts';

/** Runs `work`, which is the job's. */
export async function measureJob(
  meters: Meters | undefined,
  { kind }: Job,
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  let outcome = 'failed';
  try {
    await work();
    outcome = 'done';
  } finally {
    meters?.observe('jobs', { kind, outcome }, (performance.now() - started) / 1000);
  }
}
