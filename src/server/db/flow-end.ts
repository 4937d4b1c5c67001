/** What the end of a flow shows of its payee, by one statement. */
import type { TaxFormName } from '../../contract/forms/tax.ts';
import type { TinStatus } from '../../contract/steps/compliance.ts';
import type { Queryable, Row } from '../ports/database.ts';

interface FlowEnd extends Row {
  /** The newest tax form that was filed in the flow. */
  form: TaxFormName | null;
  tin_status: TinStatus | null;
  /** Whether the partner may debit some account of the payee. */
  payments_verified: boolean;
  /** What is in the payee's wallet, in cents. */
  balance: number;
  /** The newest payout of the flow. */
  payout_id: string | null;
}

export async function flowEnd(db: Queryable, flowId: string, userId: string): Promise<FlowEnd> {
  const [row] = await db.query<FlowEnd>(
    `select form, tin_status,
       exists (
         select 1 from payment_methods where user_id = $2 and status = 'verified' and removed is null
       ) as payments_verified,
       coalesce((select balance from ledger_accounts where user_id = $2), 0) as balance,
       (
         select id from transfers where flow_id = $1 and type = 'payout' order by created desc, id desc limit 1
       ) as payout_id
     from (select 1) as once left join lateral (
       select form, tin_status from tax_forms where user_id = $2 and flow_id = $1 order by number desc limit 1
     ) as filed on true`,
    [flowId, userId],
  );
  if (!row) throw new Error('The end of a flow is one row.');
  return row;
}
