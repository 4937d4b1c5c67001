/** How a webhook endpoint is: since when it fails, when it will be disabled, and that it was. */
import type { Queryable } from '../ports/database.ts';
import { endpointColumns } from './webhooks.ts';
import type { EndpointRow } from './webhooks.ts';

/** Writes down that an attempt went well. Nothing is written where that is nothing new. */
export async function noteDelivered(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    `update webhook_endpoints set missed_since = least(missed_since, failing_since), failing_since = null, disables_at = null
     where id = $1 and failing_since is not null`,
    [id],
  );
}

/** Writes down since when every attempt has failed. Nothing is written while that stays. */
export async function noteFailed(tx: Queryable, id: string, now: Date): Promise<void> {
  await tx.query(
    'update webhook_endpoints set failing_since = $2 where id = $1 and failing_since is null and removed is null',
    [id, now],
  );
}

/**
 * Sets when an endpoint will be disabled that has failed since `failedSince` or longer: `failing` after it
 * began to fail, and not before `earliest`. Returns it when that is news.
 */
export async function setDisablesAt(
  tx: Queryable,
  id: string,
  { failedSince, failingMs, earliest }: { failedSince: Date; failingMs: number; earliest: Date },
): Promise<EndpointRow | null> {
  const [row] = await tx.query<EndpointRow>(
    `update webhook_endpoints set disables_at = greatest($4::timestamptz, failing_since + $3 * interval '1 millisecond')
     where id = $1 and enabled and disables_at is null and failing_since <= $2 returning ${endpointColumns}`,
    [id, failedSince, failingMs, earliest],
  );
  return row ?? null;
}

/** Disables an endpoint that is gone, or whose time has come. Returns it when that is news. */
export async function disableEndpoint(
  tx: Queryable,
  id: string,
  reason: 'gone' | 'failing',
  now: Date,
): Promise<EndpointRow | null> {
  const [row] = await tx.query<EndpointRow>(
    `update webhook_endpoints set enabled = false, disabled_at = $2, disabled_reason = $3, disables_at = null
     where id = $1 and enabled and ($3 = 'gone' or disables_at <= $2) returning ${endpointColumns}`,
    [id, now, reason],
  );
  return row ?? null;
}
