/**
 * Fixed-window limits in the database, so that they hold across processes and restarts.
 *
 * rate-limiter-flexible was considered: its PostgreSQL store creates its own table, needs a `pg` client and
 * reads the machine's clock, so it fits neither the database port nor the test clock. Without that store, all
 * that remains is the one statement in `countPoints`.
 */
import { countPoints } from '../db/idempotency.ts';
import type { Deps } from '../ports/deps.ts';

export interface Limit {
  readonly key: string;
  readonly points: number;
  readonly windowSeconds: number;
}

/** How far a limit is used up. */
export interface Use {
  readonly used: number;
  /** Null while it holds; else the seconds, at least 1, after which the next window begins. */
  readonly retryAfter: number | null;
}

/**
 * Counts one use on each limit in turn, up to the first that is reached, and returns one use for each that
 * was counted. Call it before the transaction of the thing it guards, or a rollback would give the points
 * back. Keys (phone numbers, addresses) are stored hashed.
 */
export async function countUses(
  deps: Pick<Deps, 'clock' | 'db' | 'vault'>,
  limits: readonly Limit[],
): Promise<Use[]> {
  const now = deps.clock.now();
  const counters = limits.map(({ key, points, windowSeconds }) => ({
    key: deps.vault.fingerprint('rate limit', key).toString('base64url'),
    most: points,
    windowEnd: new Date(now.getTime() + windowSeconds * 1000),
  }));
  const windows = await countPoints(deps.db, counters, now);
  return windows.map(({ points, expires_at }, at) => ({
    used: points,
    retryAfter:
      points <= (counters[at]?.most ?? 0)
        ? null
        : Math.max(1, Math.ceil((expires_at.getTime() - now.getTime()) / 1000)),
  }));
}
