/** Watches jobs: a metric and a span of each. */
import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { Meters } from '../ports/meters.ts';
import type { Job } from '../ports/queue.ts';
import { SpanKind, inSpan } from './spans.ts';

/**
 * Runs `work`, which is a job's or a delivery's. It is a trace of its own: what it is about may have been
 * asked for days ago.
 */
export async function watchJob(
  meters: Meters | undefined,
  { kind }: Pick<Job, 'kind'>,
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  let outcome = 'failed';
  const attributes = { 'dots_flow.job.kind': kind };
  try {
    await inSpan({ name: `job ${kind}`, kind: SpanKind.CONSUMER, attributes, within: ROOT_CONTEXT }, work);
    outcome = 'done';
  } finally {
    meters?.observe('jobs', { kind, outcome }, (performance.now() - started) / 1000);
  }
}
