/** What was paid, as tax reporting counts it. */
import type { Queryable } from '../ports/database.ts';

/**
 * Cents that were paid, and those that the partner called tax exempt: in the year, in the one before it, and
 * in all years before it.
 */
export type PaidSums = Readonly<
  Record<'paid' | 'paid_last' | 'paid_before' | 'exempt' | 'exempt_last' | 'exempt_before', number>
> & {
  /** Whether 24 % of a payout of the year before was, or had to be, kept back. */
  readonly backup_last: boolean;
};

export const nothingPaid: PaidSums = {
  ...{ paid: 0, paid_last: 0, paid_before: 0 },
  ...{ exempt: 0, exempt_last: 0, exempt_before: 0, backup_last: false },
};

/** A payout counts once it is asked for, and no more once it failed, came back or was canceled. */
const counts = `status in ('created', 'flagged', 'pending', 'completed')`;
const paid = `type = 'payout' and ${counts}`;
/** What the partner gave, and called exempt. */
const exempt = `type = 'balance' and amount < 0 and tax_exempt and ${counts}`;

const lastYear = `created < $2 and created >= $2::timestamptz - interval '1 year'`;

/** The sums of a user's transfers until the year's end. `$2` is the year's first moment (UTC). */
export const paidColumns = `
  coalesce(sum(amount) filter (where ${paid} and ${lastYear}), 0)::bigint as paid_last,
  coalesce(-sum(amount) filter (where ${exempt} and ${lastYear}), 0)::bigint as exempt_last,
  coalesce(sum(amount) filter (where ${paid} and created >= $2), 0)::bigint as paid,
  coalesce(sum(amount) filter (where ${paid} and created < $2), 0)::bigint as paid_before,
  coalesce(-sum(amount) filter (where ${exempt} and created >= $2), 0)::bigint as exempt,
  coalesce(-sum(amount) filter (where ${exempt} and created < $2), 0)::bigint as exempt_before,
  coalesce(bool_or(withholding @> '{"parts":[{"rate":0.24}]}') filter (where ${paid} and ${lastYear}), false) as backup_last`;

export async function paidSums(db: Queryable, userId: string, year: number): Promise<PaidSums> {
  const [sums] = await db.query<PaidSums>(
    `select ${paidColumns} from transfers where user_id = $1 and created < $3`,
    [userId, new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))],
  );
  return sums ?? nothingPaid;
}
