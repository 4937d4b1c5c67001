/**
 * The values of every label. Whatever else is said becomes `other`, so that nobody can fill the memory of
 * this server, or of what watches it, and nothing of a payee gets there by mistake.
 */
import { transferStatuses } from '../../contract/money/transfers.ts';
import { operations } from '../docs/operations.ts';
import { limits } from '../http/limits.ts';
import type { Timeout } from '../ports/database.ts';
import type { Labels, OfKind } from '../ports/meters.ts';
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

const outcomes = ['delivered', 'retried', 'given-up'] as const;
/** `disabled`: after five days. `gone`: it answered 410. */
const notices = ['failing', 'disabled', 'gone'] as const;
const timeouts = ['connection', 'share', 'statement', 'lock'] as const satisfies readonly Timeout[];

/**
 * The labels of counters, all of which begin at 0. Otherwise nobody would see the first: of a number that was
 * not there before it is not known by how much it grew.
 */
export const counted: { readonly [M in OfKind<'counter'>]: readonly Labels<M>[] } = {
  webhooks: outcomes.map((outcome) => ({ outcome })),
  endpoints: notices.map((notice) => ({ notice })),
  payouts: transferStatuses.map((status) => ({ status })),
  limits: Object.entries(limits).flatMap(([limit, bounds]) =>
    [...new Set(bounds.map(({ per }) => per))].map((per) => ({ limit, per })),
  ),
  timeouts: timeouts.map((limit) => ({ limit })),
};

const values: Readonly<Record<string, readonly string[]>> = {
  operation: [...operations.map(({ id }) => id), ...Object.values(otherRoutes)],
  // Each means another thing at another measure; there are few of them all together.
  status: ['1xx', '2xx', '3xx', '4xx', '5xx', ...transferStatuses],
  kind: jobKinds,
  state: ['due', 'later', 'active', 'used', 'idle', 'waiting'],
  outcome: [...outcomes, 'done', 'answered', 'refused', 'failed'],
  notice: notices,
  provider: [...providerNames, 'webhooks'],
  limit: [...Object.keys(limits), ...timeouts],
  per: [...new Set(Object.values(limits).flatMap((bounds) => bounds.map(({ per }) => per)))],
};

const known = new Map(Object.entries(values).map(([label, of]) => [label, new Set(of)]));

/** Returns the labels as they may be told. */
export const bounded = (labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels).map(([label, value]) => [label, known.get(label)?.has(value) ? value : 'other']),
  );
