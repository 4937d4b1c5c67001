/**
 * Fixed-window limits in the database, so that they hold across processes and restarts.
 *
 * rate-limiter-flexible was considered: its PostgreSQL store creates its own table, needs a `pg` client and
 * reads the machine's clock, so it fits neither the database port nor the test clock. Without that store, all
 * that remains is the one statement in `countPoint`.
 */
import { countPoint } from '../db/idempotency.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';

export interface Limit {
  readonly points: number;
  readonly windowSeconds: number;
}

/**
 * Counts one use of `key` and returns how many there are in this window. Call it before the transaction of
 * the thing it guards, or a rollback would give the point back. Keys (phone numbers, addresses) are stored
 * hashed.
 * @throws ProblemError `too-many-requests` when the points of the window are spent
 */
export async function limit(deps: Deps, key: string, { points, windowSeconds }: Limit): Promise<number> {
  const now = deps.clock.now();
  const hashed = deps.vault.fingerprint('rate limit', key).toString('base64url');
  const window = await countPoint(deps.db, hashed, now, new Date(now.getTime() + windowSeconds * 1000));
  if (window.points <= points) return window.points;
  throw new ProblemError('too-many-requests', {
    retryAfter: Math.max(1, Math.ceil((window.expires_at.getTime() - now.getTime()) / 1000)),
  });
}
