/** What a user's money was paid for, and where what was kept back of it is. */
import type { IncomeType } from '../../contract/forms/income.ts';
import type { Holdings } from '../../contract/tax/split.ts';
import type { WithholdingState } from '../../contract/money/withholding.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { transferColumns } from './transfers.ts';
import type { TransferRow } from './transfers.ts';
import { asJson } from './update.ts';

/**
 * Sums what came into the wallet and what left it, by what it was for. What was moved before there were types
 * counts as services, which every app's usual type was then. One sum may be below 0 where money was taken
 * back as something else than it was given; all of them are the wallet's balance.
 */
export async function holdingsOf(db: Queryable, userId: string): Promise<Holdings> {
  const rows = await db.query<{ income: IncomeType | 'exempt'; amount: number }>(
    `select income, sum(amount)::bigint as amount from (
       select case when tax_exempt then 'exempt' else coalesce(income_type, 'services') end as income, -amount as amount
         from transfers where user_id = $1 and type = 'balance' and status = 'completed'
       union all
       select coalesce(part ->> 'income_type', 'exempt'), -(part ->> 'amount')::bigint
         from transfers, jsonb_array_elements(withholding -> 'parts') as part
         where user_id = $1 and type = 'payout' and status in ('created', 'flagged', 'pending', 'completed')
       union all
       select case when tax_exempt then 'exempt' else 'services' end, -amount from transfers
         where user_id = $1 and type = 'payout' and withholding is null
           and status in ('created', 'flagged', 'pending', 'completed')
       union all
       -- It came back without what the payee had got of it, which counts as given (taxAgain).
       select 'services', -withheld from transfers
         where user_id = $1 and type = 'payout' and status = 'reversed' and withholding_state = 'released'
     ) as moved group by income`,
    [userId],
  );
  const sums = { exempt: 0, services: 0, royalties: 0, other: 0 };
  for (const { income, amount } of rows) sums[income] = amount;
  return sums;
}

/** When a payout arrived: the payment, as it counts for tax (`tax-totals.ts`). */
const arrivedAt = `(select m.created from ledger_movements m where m.transfer_id = t.id and m.kind = 'settled')`;
const cameBackAt = `(select m.created from ledger_movements m where m.transfer_id = t.id and m.kind = 'reversed')`;
/** Of one tax, because one is not set off against another. `$2`: the reasons of it. */
const ofTax = `exists (select from jsonb_array_elements(t.withholding -> 'parts') part
  where (part ->> 'withheld')::bigint > 0 and part ->> 'reason' = any($2::text[]))`;

/** Returns the year in which the payout arrived; null: it did not. */
export async function yearArrived(db: Queryable, id: string): Promise<number | null> {
  const [row] = await db.query<{ arrived: Date | null }>(
    `select ${arrivedAt} as arrived from transfers t where id = $1`,
    [id],
  );
  return row?.arrived?.getUTCFullYear() ?? null;
}

/** Tax that was sent for payouts that came back. */
export interface SentForNothing extends Row {
  /** In which the payouts had arrived. */
  year: number;
  /** The day on which they were back with the payee: `2026-11-30`. */
  cameBack: string;
  cents: number;
}

/** What was set off in a year. */
export interface SetOff extends Row {
  year: number;
  cents: number;
}

/** Returns the tax that was sent for payouts that came back, by year and day. `reasons`: those of the tax. */
export const sentForNothing = (
  db: Queryable,
  appId: string,
  reasons: readonly string[],
): Promise<SentForNothing[]> =>
  db.query(
    `select extract(year from ${arrivedAt} at time zone 'UTC')::int as year,
       to_char(${cameBackAt} at time zone 'UTC', 'YYYY-MM-DD') as "cameBack", sum(withheld)::bigint as cents
     from transfers t where app_id = $1 and withholding_state = 'remitted' and status = 'reversed' and ${ofTax}
     group by 1, 2`,
    [appId, [...reasons]],
  );

/** Returns what was set off of this tax, by year. */
export const setOffByYear = (db: Queryable, appId: string, reasons: readonly string[]): Promise<SetOff[]> =>
  db.query(
    `select extract(year from remitted at time zone 'UTC')::int as year, sum(set_off)::bigint as cents
     from transfers t where app_id = $1 and withholding_state = 'remitted' and set_off > 0 and ${ofTax}
     group by 1`,
    [appId, [...reasons]],
  );

/**
 * Says where the withheld money is now. `remittance`: when it was sent, and what was set off then. The caller
 * has locked the row.
 */
export async function setWithholdingState(
  tx: Queryable,
  id: string,
  state: WithholdingState,
  remittance: { readonly at: Date; readonly setOff: number } | null = null,
): Promise<TransferRow> {
  const [row] = await tx.query<TransferRow>(
    `update transfers set withholding_state = $2, set_off = $3, remitted = $4 where id = $1 returning ${transferColumns}`,
    [id, state, remittance?.setOff ?? null, remittance?.at ?? null],
  );
  return row as TransferRow;
}

/**
 * Locks the payouts of the user since the app gave what has this intent that were told, in part, as money
 * that is no income.
 */
export const exemptPayoutsSince = (
  tx: Queryable,
  { app_id, user_id }: Pick<TransferRow, 'app_id' | 'user_id'>,
  intent: string,
): Promise<TransferRow[]> =>
  tx.query<TransferRow>(
    `select ${transferColumns} from transfers where user_id = $2 and type = 'payout'
       and status in ('created', 'flagged', 'pending', 'completed') and withholding @> '{"parts":[{"income_type":null}]}'
       and created >= (select created from transfers where app_id = $1 and intent = $3)
     order by created, id for update`,
    [app_id, user_id, intent],
  );

/** Says anew of what a payout consists. The caller has locked the row. */
export async function setParts(
  tx: Queryable,
  id: string,
  withholding: NonNullable<TransferRow['withholding']>,
): Promise<TransferRow> {
  const [row] = await tx.query<TransferRow>(
    `update transfers set withholding = $2 where id = $1 returning ${transferColumns}`,
    [id, asJson(withholding)],
  );
  return row as TransferRow;
}

/** Money that was released counts as paid for again: its payout came back, and with it what it was for. */
export async function taxAgain(tx: Queryable, appId: string, intent: string): Promise<void> {
  await tx.query('update transfers set tax_exempt = false where app_id = $1 and intent = $2', [
    appId,
    intent,
  ]);
}
