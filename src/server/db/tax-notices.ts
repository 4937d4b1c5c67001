/** Which tax forms partners have to be told of, and what they were told. */
import type { Queryable } from '../ports/database.ts';
import { taxFormColumns } from './tax-forms.ts';
import type { TaxFormRow } from './tax-forms.ts';

/** Returns whether it was not told before. Of two processes one is told so. */
export async function noteTold(tx: Queryable, formId: string, told: string, now: Date): Promise<boolean> {
  const noted = await tx.query(
    'insert into tax_form_notices (tax_form_id, told, created) values ($1, $2, $3) on conflict do nothing returning 1',
    [formId, told, now],
  );
  return noted.length > 0;
}

const columns = taxFormColumns.map((name) => `t.${name}`).join(', ');

/** Returns up to `limit` W-8 forms that count, were signed then, and of which this was not told yet. */
export function foreignFormsUntold(
  db: Queryable,
  { from, to }: { readonly from: Date; readonly to: Date },
  told: string,
  limit: number,
): Promise<TaxFormRow[]> {
  return db.query<TaxFormRow>(
    `select ${columns} from tax_forms t join users u on u.id = t.user_id
     where t.form <> 'w9' and t.created >= $1 and t.created < $2 and u.deleted is null
       and not exists (select from tax_forms newer where newer.user_id = t.user_id and newer.number > t.number)
       and not exists (select from tax_form_notices n where n.tax_form_id = t.id and n.told = $3)
     order by t.number limit $4`,
    [from, to, told, limit],
  );
}
