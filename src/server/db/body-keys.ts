/** What the keys in bodies have made. All that moves money to or from somebody shares them. */
import type { Queryable } from '../ports/database.ts';

/** What a key in a body makes one of, for ever. */
export type KeyedThing = 'balance' | 'refill' | 'payout' | 'payment' | 'payout batch' | 'payout link';

/** `intent`: of the transfer that the key would have made. */
export async function whatKeyMade(
  tx: Queryable,
  appId: string,
  { key, intent }: { readonly key: string; readonly intent: string },
): Promise<KeyedThing[]> {
  const rows = await tx.query<{ made: KeyedThing }>(
    `select type as made from transfers where app_id = $1 and intent = $3
     union all select 'payout batch' from payout_batches where app_id = $1 and idempotency_key = $2
     union all select 'payout link' from payout_links where app_id = $1 and idempotency_key = $2`,
    [appId, key, intent],
  );
  return rows.map(({ made }) => made);
}
