/** Payout methods to which nothing more is sent, because one payout after the other came back from them. */
import {
  blamelessFailures,
  failuresBeforePause,
  type PayoutFailure,
} from '../../contract/money/payout-failures.ts';
import type { Queryable } from '../ports/database.ts';

/**
 * Returns the ids of the user's paused methods. The newest payout to such a method that has ended came back,
 * and so did those made right before it, and not for a reason that has nothing to do with the method. One
 * that is still on its way may arrive: made between them it breaks the row, made after them it says nothing.
 * A method that is added anew has another id, so it begins without failures.
 */
export async function pausedMethodsOf(db: Queryable, userId: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(
    `with made as (
       select payout_method_id as id, status, status in ('completed', 'failed', 'reversed') as ended,
         row_number() over (partition by payout_method_id order by created desc, id) as place
       from transfers
       where user_id = $1 and type = 'payout' and status <> 'canceled'
         and payout_method_id is not null and not (coalesce(failure_code, '') = any($2::text[]))
     ), newest as (select id, min(place) as place from made where ended group by id)
     select id from made join newest using (id)
     where made.place between newest.place and newest.place + $3 - 1
     group by id having count(*) = $3 and bool_and(status in ('failed', 'reversed'))`,
    [userId, [...blamelessFailures], failuresBeforePause],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Returns why the newest payout to each of the user's methods came back, by the method's id. A method
 * to which one has arrived since has no entry. A failure that is not the method's fault does not count.
 */
export async function failuresOfMethods(
  db: Queryable,
  userId: string,
): Promise<ReadonlyMap<string, PayoutFailure>> {
  const rows = await db.query<{ id: string; failure_code: PayoutFailure }>(
    `select id, failure_code from (
       select distinct on (payout_method_id) payout_method_id as id, status, failure_code from transfers
       where user_id = $1 and type = 'payout' and status in ('completed', 'failed', 'reversed')
         and payout_method_id is not null and not (coalesce(failure_code, '') = any($2::text[]))
       order by payout_method_id, created desc, id
     ) newest where status <> 'completed' and failure_code is not null`,
    [userId, [...blamelessFailures]],
  );
  return new Map(rows.map(({ id, failure_code: failure }) => [id, failure]));
}
