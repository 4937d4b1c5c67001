/** What the plan of a flow is made from, of one user and by one statement. */
import type { BackgroundCheckStatus } from '../../contract/steps/background-check.ts';
import type { FiledForm } from '../../contract/tax/form-on-file.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { paidColumns } from './reportable-payments.ts';
import type { PaidSums } from './reportable-payments.ts';
import type { ApprovedUpload } from '../../contract/tax/uploaded-forms.ts';
import { userColumns } from './users.ts';
import type { UserRow } from './users.ts';

export interface PayeeFacts {
  readonly user: UserRow;
  /** The tax form that counts now, whether it still holds or not, and in which flow it was filed. */
  readonly form: (FiledForm & { readonly flow_id: string | null }) | null;
  /** Of the forms that were uploaded and approved, the one that holds longest. */
  readonly upload: Pick<ApprovedUpload, 'holds_until'> | null;
  /** The newest background check, and in which flow it was begun. */
  readonly check: { readonly status: BackgroundCheckStatus; readonly flow_id: string } | null;
  readonly paid: PaidSums;
  /** The templates of the documents that the user confirmed. */
  readonly filledTemplates: readonly string[];
  /** Whether the partner may debit some account that was not added in the flow `apartFrom`. */
  readonly paymentMethodVerified: boolean;
}

interface FoundRow extends PaidSums, Row {
  form_name: FiledForm['form'] | null;
  form_created: Date;
  form_tin_status: FiledForm['tin_status'];
  form_changed: Date | null;
  form_flow_id: string | null;
  has_upload: boolean;
  upload_until: Date | null;
  check_status: BackgroundCheckStatus | null;
  check_flow_id: string;
  filled_templates: string[];
  payment_verified: boolean;
}

/** Returns null when the app has no such user. `year` is that of `paid`. */
export async function payeeFacts(
  db: Queryable,
  appId: string,
  userId: string,
  { year, apartFrom }: { readonly year: number; readonly apartFrom: string | null },
): Promise<PayeeFacts | null> {
  const [row] = await db.query<FoundRow & UserRow>(
    `select ${userColumns}, form_name, form_created, form_tin_status, form_changed, form_flow_id, check_status, check_flow_id,
       coalesce(has_upload, false) as has_upload, upload_until,
       paid, paid_last, paid_before, exempt, exempt_last, exempt_before, backup_last,
       array(
         select distinct template_id from documents where user_id = users.id and confirmed is not null and template_id is not null
       ) as filled_templates,
       exists (
         select 1 from payment_methods
         where user_id = users.id and status = 'verified' and removed is null and flow_id is distinct from $5::uuid
       ) as payment_verified
     from users
       left join lateral (
         select form as form_name, created as form_created, tin_status as form_tin_status, changed as form_changed, flow_id as form_flow_id
         from tax_forms where user_id = users.id order by number desc limit 1
       ) f on true
       left join lateral (
         select true as has_upload, holds_until as upload_until from tax_uploads
         where user_id = users.id and state = 'approved' order by holds_until desc nulls first limit 1
       ) p on true
       left join lateral (
         select status as check_status, flow_id as check_flow_id
         from background_checks where user_id = users.id order by number desc limit 1
       ) c on true
       cross join lateral (select ${paidColumns} from transfers where user_id = users.id and created < $3) s
     where users.app_id = $4 and users.id = $1 and users.deleted is null`,
    [userId, new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1)), appId, apartFrom],
  );
  if (!row) return null;
  return {
    user: row,
    form: row.form_name && {
      form: row.form_name,
      created: row.form_created,
      tin_status: row.form_tin_status,
      changed: row.form_changed,
      flow_id: row.form_flow_id,
    },
    upload: row.has_upload ? { holds_until: row.upload_until } : null,
    check: row.check_status && { status: row.check_status, flow_id: row.check_flow_id },
    paid: row,
    filledTemplates: row.filled_templates,
    paymentMethodVerified: row.payment_verified,
  };
}
