/** What users were paid in a year, as tax reporting counts it. It is read from the books and from payouts. */
import type { IncomeSource, IncomeType, WithholdingReason } from '../../contract/forms/income.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { pageOf } from './pages.ts';
import { asJson } from './update.ts';
import type { Page, PageRequest } from './pages.ts';
import { userColumns } from './users.ts';
import type { UserRow } from './users.ts';

/** Times are those at which payouts arrived: from `from` on, and before `to`. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** One type of income of one user in one quarter, at one rate. */
export interface PaidPart extends Row {
  user_id: string;
  quarter: number;
  income_type: IncomeType | null;
  source: IncomeSource | null;
  rate: number | null;
  reason: WithholdingReason | null;
  /** Cents, as all below. */
  gross: number;
  us_gross: number;
  withheld: number;
  withheld_elsewhere: number;
  released: number;
  /** Of the payouts whose first part this is, so that each counts once. */
  fees: number;
  payouts: number;
}

/**
 * The payouts that arrived and are not back. `settled` is booked once for each, so it is the payment, and
 * its date is the date of the payment. One that came back is `reversed`, whenever that was.
 */
const arrived = `transfers p join ledger_movements m on m.transfer_id = p.id and m.kind = 'settled'`;
const counted = `p.type = 'payout' and p.status = 'completed' and m.created >= $2 and m.created < $3`;

/**
 * Returns the users of the app who were paid then, deleted ones too. `elsewhere`: also those whom the app
 * says to have paid elsewhere in that year, and not here.
 */
export const usersPaid = (
  db: Queryable,
  appId: string,
  { from, to, elsewhere = null }: Span & { readonly elsewhere?: number | null },
  request: PageRequest,
): Promise<Page<UserRow> | null> =>
  pageOf(
    db,
    {
      columns: userColumns,
      from: 'users t',
      where:
        `t.app_id = $1 and (exists (select from ${arrived} where p.user_id = t.id and ${counted}) ` +
        `or t.adjustments_1099 @> $4::jsonb)`,
      params: [appId, from, to, elsewhere === null ? null : asJson([{ year: elsewhere, form: '1099-NEC' }])],
    },
    request,
  );

/**
 * Sums what these users were paid then. Payouts of before there was withholding have no parts; their whole
 * amount counts as services, or as exempt. What comes from the United States is rounded for each payout, as
 * where its tax was computed (`contract/tax/withholding.ts`).
 */
export function partsPaid(
  db: Queryable,
  userIds: readonly string[],
  { from, to }: Span,
): Promise<PaidPart[]> {
  return db.query<PaidPart>(
    `select user_id, quarter, income_type, source, rate, reason,
       sum(amount)::bigint as gross, sum(us_amount)::bigint as us_gross,
       sum(case when deducted then kept else 0 end)::bigint as withheld,
       sum(case when deducted then 0 else kept end)::bigint as withheld_elsewhere,
       sum(case when deducted and withholding_state = 'released' then kept else 0 end)::bigint as released,
       sum(case when n = 1 then own_fee else 0 end)::bigint as fees, count(*) filter (where n = 1)::int as payouts
     from (
       select p.user_id, extract(quarter from m.created at time zone 'UTC')::int as quarter, n,
         part ->> 'income_type' as income_type, part ->> 'source' as source, (part ->> 'rate')::float8 as rate,
         part ->> 'reason' as reason, (part ->> 'amount')::bigint as amount,
         floor((2 * (part ->> 'amount')::bigint * (part ->> 'us_percent')::int + 100) / 200) as us_amount,
         (part ->> 'withheld')::bigint as kept, p.withholding ->> 'mode' = 'deduct' as deducted,
         p.withholding_state, case when p.fee_party = 'user' then p.fee else 0 end as own_fee
       from ${arrived}, jsonb_array_elements(coalesce(p.withholding -> 'parts', jsonb_build_array(jsonb_build_object(
         'income_type', case when not p.tax_exempt then 'services' end, 'amount', p.amount, 'us_percent', 100, 'withheld', 0
       )))) with ordinality as each (part, n)
       where p.user_id = any($1::uuid[]) and ${counted}
     ) as parts
     group by user_id, quarter, income_type, source, rate, reason
     order by user_id, quarter, income_type nulls first, source, rate, reason`,
    [[...userIds], from, to],
  );
}
