/** What was paid, as tax reporting counts it. */
import type { Queryable } from '../ports/database.ts';

/**
 * Returns the cents that count for tax reporting in a calendar year (UTC): what left for the payee, less what
 * the partner called tax exempt. Exempt money is taken to leave first, so exempt money of earlier years is
 * used up before this year's.
 */
export async function reportablePaid(
  db: Queryable,
  userId: string,
  year: number,
  paying: number,
): Promise<number> {
  const from = new Date(Date.UTC(year, 0, 1));
  const to = new Date(Date.UTC(year + 1, 0, 1));
  const [sums] = await db.query<Record<'paid' | 'paid_before' | 'exempt' | 'exempt_before', number>>(
    `select
       coalesce(sum(amount) filter (where type = 'payout' and created >= $2), 0)::bigint as paid,
       coalesce(sum(amount) filter (where type = 'payout' and created < $2), 0)::bigint as paid_before,
       coalesce(-sum(amount) filter (where type = 'balance' and tax_exempt and created >= $2), 0)::bigint as exempt,
       coalesce(-sum(amount) filter (where type = 'balance' and tax_exempt and created < $2), 0)::bigint as exempt_before
     from transfers
     where user_id = $1 and created < $3 and status in ('created', 'flagged', 'pending', 'completed')
       and (type = 'payout' or (type = 'balance' and amount < 0))`,
    [userId, from, to],
  );
  if (!sums) return Math.max(0, paying);
  const exemptLeft = Math.max(0, sums.exempt_before - sums.paid_before) + sums.exempt;
  return Math.max(0, sums.paid + paying - exemptLeft);
}
