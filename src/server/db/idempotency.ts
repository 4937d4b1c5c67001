/** Stored answers, which a repeated request gets again, and the counters of rate limits. */
import type { Queryable, Row } from '../ports/database.ts';

export interface KeptAnswer extends Row {
  /** Keyed hash of method, path and body. The request itself is not stored, because it may hold secrets. */
  request_hash: Buffer;
  /** The same of what the body says. Null in rows of a version that did not know it. */
  meaning_hash: Buffer | null;
  /**
   * The HTTP status of the first answer. `keepAnswer` always writes status and body; the columns allow null.
   */
  status: number | null;
  /** Null in rows from before answers were sealed, which have `body`. */
  body_sealed: Buffer | null;
  body: string | null;
  rights: string | null;
}

/**
 * Locks the key until the transaction ends. Returns false when another transaction works under it right now.
 * It is an advisory lock on a hash, because the row does not exist yet while the first request runs. It never
 * waits: a client that repeats itself every second would otherwise take one connection each time.
 */
export async function tryLockKey(tx: Queryable, owner: string, key: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
    [`idempotency ${owner} ${key}`],
  );
  return row?.locked === true;
}

/**
 * Returns the answer that was stored under the key at `notBefore` or later. `owner` is called `scope` in the
 * table: two owners may use the same key.
 */
export async function findAnswer(
  tx: Queryable,
  owner: string,
  key: string,
  notBefore: Date,
): Promise<KeptAnswer | null> {
  const [row] = await tx.query<KeptAnswer>(
    `select request_hash, meaning_hash, status, body_sealed, body, rights from idempotency_keys
     where scope = $1 and key = $2 and created >= $3`,
    [owner, key, notBefore],
  );
  return row ?? null;
}

/** Replaces an answer that is too old to be given again. */
export async function keepAnswer(
  tx: Queryable,
  answer: {
    readonly owner: string;
    readonly key: string;
    readonly created: Date;
    readonly requestHash: Buffer;
    readonly meaningHash: Buffer;
    readonly status: number;
    readonly bodySealed: Buffer;
    readonly rights: string | null;
  },
): Promise<void> {
  await tx.query(
    `insert into idempotency_keys (scope, key, created, request_hash, status, body_sealed, rights, meaning_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (scope, key) do update set created = excluded.created, request_hash = excluded.request_hash,
       meaning_hash = excluded.meaning_hash, status = excluded.status, body = null, body_sealed = excluded.body_sealed, rights = excluded.rights`,
    [
      answer.owner,
      answer.key,
      answer.created,
      answer.requestHash,
      answer.status,
      answer.bodySealed,
      answer.rights,
      answer.meaningHash,
    ],
  );
}

/** A counter, and how far it may go. */
export interface Counter {
  readonly key: string;
  readonly most: number;
  /** The end of the window that begins now, if the last one is over. */
  readonly windowEnd: Date;
}

/**
 * Counts one more use on each of the counters in turn, in the current window or in a new one. The first that
 * goes too far is the last that is counted and returned. It is one statement, so two requests never share a
 * count, and all of it is one round trip and one commit. Statements meet on counters in the same order, so
 * they do not wait for each other in a circle.
 */
export async function countPoints(
  db: Queryable,
  counters: readonly Counter[],
  now: Date,
): Promise<{ points: number; expires_at: Date }[]> {
  const parts = counters.map((_, at) => {
    const [key, most, windowEnd] = [2, 3, 4].map((n) => `$${at * 3 + n}`);
    const before = at === 0 ? '' : `from counted${at - 1} where points <= most`;
    return `counted${at} as (
       insert into rate_limits (key, points, expires_at) select ${key}, 1, ${windowEnd}::timestamptz ${before}
       on conflict (key) do update set
         points = case when rate_limits.expires_at <= $1 then 1 else rate_limits.points + 1 end,
         expires_at = case when rate_limits.expires_at <= $1 then excluded.expires_at else rate_limits.expires_at end
       returning points, expires_at, ${most}::int as most)`;
  });
  const all = counters.map((_, at) => `select ${at} as at, points, expires_at from counted${at}`);
  return db.query<{ points: number; expires_at: Date }>(
    `with ${parts.join(',\n')} ${all.join(' union all ')} order by at`,
    [now, ...counters.flatMap(({ key, most, windowEnd }) => [key, most, windowEnd])],
  );
}
