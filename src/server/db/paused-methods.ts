/** Payout methods to which nothing more is sent, because one payout after the other came back from them. */
import { blamelessFailures, failuresBeforePause } from '../../contract/money/payout-failures.ts';
import type { Queryable } from '../ports/database.ts';

/**
 * Returns the ids of the user's paused methods. The latest payouts to such a method all came back, and not
 * for a reason that has nothing to do with the method. A method that is added anew has another id, so it
 * begins without failures.
 */
export async function pausedMethodsOf(db: Queryable, userId: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(
    `select payout_method_id as id from (
       select payout_method_id, status,
         row_number() over (partition by payout_method_id order by created desc, id) as place
       from transfers
       where user_id = $1 and type = 'payout' and status in ('completed', 'failed', 'reversed')
         and payout_method_id is not null and not (coalesce(failure_code, '') = any($2::text[]))
     ) as latest
     where place <= $3 group by payout_method_id
     having count(*) = $3 and bool_and(status in ('failed', 'reversed'))`,
    [userId, [...blamelessFailures], failuresBeforePause],
  );
  return new Set(rows.map(({ id }) => id));
}
