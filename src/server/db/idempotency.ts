/** Answers kept so that a repeated request gets the first one, and the counters of rate limits. */
import type { Queryable, Row } from '../ports/database.ts';

export interface KeptAnswer extends Row {
  request_hash: Buffer;
  status: number | null;
  body: string | null;
}

/** False when another transaction is working under this key right now; held until the transaction ends. */
export async function tryLockKey(tx: Queryable, scope: string, key: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as held',
    [`idempotency ${scope} ${key}`],
  );
  return row?.held === true;
}

export async function findAnswer(
  tx: Queryable,
  scope: string,
  key: string,
  notBefore: Date,
): Promise<KeptAnswer | null> {
  const [row] = await tx.query<KeptAnswer>(
    'select request_hash, status, body from idempotency_keys where scope = $1 and key = $2 and created >= $3',
    [scope, key, notBefore],
  );
  return row ?? null;
}

/** Replaces an answer that has aged out. */
export async function keepAnswer(
  tx: Queryable,
  answer: {
    readonly scope: string;
    readonly key: string;
    readonly created: Date;
    readonly requestHash: Buffer;
    readonly status: number;
    readonly body: string;
  },
): Promise<void> {
  await tx.query(
    `insert into idempotency_keys (scope, key, created, request_hash, status, body) values ($1, $2, $3, $4, $5, $6)
     on conflict (scope, key) do update set
       created = excluded.created, request_hash = excluded.request_hash, status = excluded.status, body = excluded.body`,
    [answer.scope, answer.key, answer.created, answer.requestHash, answer.status, answer.body],
  );
}

/** Counts one more in the current window, or starts a new one, in a single statement so that no two requests share a count. */
export async function countPoint(
  db: Queryable,
  key: string,
  now: Date,
  windowEnd: Date,
): Promise<{ points: number; expires_at: Date }> {
  const [row] = await db.query<{ points: number; expires_at: Date }>(
    `insert into rate_limits (key, points, expires_at) values ($1, 1, $3)
     on conflict (key) do update set
       points = case when rate_limits.expires_at <= $2 then 1 else rate_limits.points + 1 end,
       expires_at = case when rate_limits.expires_at <= $2 then excluded.expires_at else rate_limits.expires_at end
     returning points, expires_at`,
    [key, now, windowEnd],
  );
  return row as { points: number; expires_at: Date };
}
