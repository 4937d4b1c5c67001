/**
 * The values of every label. Whatever else is said becomes `other`, so that nobody can fill the memory of
 * this server, or of what watches it, and nothing of a payee gets there by mistake.
 */
import { transferStatuses } from '../../contract/money/transfers.ts';
import { operations } from '../docs/operations.ts';
import { limits } from '../http/limits.ts';
import { jobKinds } from '../ports/queue.ts';
import { providerNames } from '../ports/providers.ts';

/** What is asked for beside the API's operations, by the pattern of its route. */
export const otherRoutes: Readonly<Record<string, string>> = {
  '/healthz': 'health',
  '/readyz': 'health',
  '/docs': 'docs',
  '/openapi.json': 'docs',
  '/flow/:id': 'hostedPage',
  '/dots-flow.js': 'script',
  '/loader.js': 'script',
  '/chunks/:name': 'script',
  '/bank-link/:id/return': 'bankReturn',
};

const values: Readonly<Record<string, readonly string[]>> = {
  operation: [...operations.map(({ id }) => id), ...Object.values(otherRoutes)],
  // Each means another thing at another measure; there are few of them all together.
  status: ['1xx', '2xx', '3xx', '4xx', '5xx', ...transferStatuses],
  kind: jobKinds,
  state: ['due', 'later', 'active', 'used', 'idle', 'waiting'],
  outcome: ['done', 'delivered', 'retried', 'given-up', 'answered', 'refused', 'failed'],
  provider: [...providerNames, 'webhooks'],
  limit: [...Object.keys(limits), 'connection', 'share', 'statement', 'lock'],
  per: [...new Set(Object.values(limits).flatMap((bounds) => bounds.map(({ per }) => per)))],
};

const known = new Map(Object.entries(values).map(([label, of]) => [label, new Set(of)]));

/** Returns the labels as they may be told. */
export const bounded = (labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels).map(([label, value]) => [label, known.get(label)?.has(value) ? value : 'other']),
  );
