/** What partners are shown of users beside their rows: of all users of a page by two statements. */
import type { BackgroundCheckStatus } from '../../contract/steps/background-check.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { methodColumns } from './payout-methods.ts';
import type { PayoutMethodRow } from './payout-methods.ts';
import { nothingPaid, paidColumns } from './reportable-payments.ts';
import type { PaidSums } from './reportable-payments.ts';
import type { ApprovedUpload } from '../../contract/tax/uploaded-forms.ts';
import { taxFormColumns } from './tax-forms.ts';
import type { TaxFormRow } from './tax-forms.ts';

export interface AboutUser {
  /** The tax form that counts now, whether it still holds or not. */
  readonly form: TaxFormRow | null;
  /** The tax form that was uploaded and approved. */
  readonly upload: Pick<ApprovedUpload, 'holds_until'> | null;
  /** The newest background check. */
  readonly check: { readonly status: BackgroundCheckStatus; readonly updated: Date } | null;
  /** Without removed ones, in the order in which they were added. */
  readonly methods: readonly PayoutMethodRow[];
  /** Cents in the wallet. */
  readonly balance: number;
  readonly paid: PaidSums;
  /**
   * Whether another living user of the same app is paid to one of this user's accounts. The fingerprints are
   * compared (`payout_methods_fingerprint`), so no seal is opened.
   */
  readonly sharesMethod: boolean;
  /** How many methods were added or removed in the period. One that was added and removed counts twice. */
  readonly methodChanges: number;
  /** Whether the newest judged document, in any flow, was refused because of the name on it. */
  readonly namedAnother: boolean;
}

/** What there is about somebody who was made a moment ago. */
export const nothingYet: AboutUser = {
  form: null,
  upload: null,
  check: null,
  methods: [],
  balance: 0,
  paid: nothingPaid,
  sharesMethod: false,
  methodChanges: 0,
  namedAnother: false,
};

interface FoundRow extends PaidSums, Row {
  user_id: string;
  balance: number | null;
  has_upload: boolean | null;
  upload_until: Date | null;
  check_status: BackgroundCheckStatus | null;
  check_updated: Date | null;
  shares_method: boolean;
  method_changes: number;
  named_another: boolean | null;
}

/** Columns of the form stand beside those of the user and get a name of their own. */
const formColumns = taxFormColumns.map((name) => `f.${name} as form_${name}`).join(', ');

/**
 * `year` is that of `paid`; `since` begins the period of `methodChanges`. Returns what was found by the
 * user's id.
 */
export async function aboutUsers(
  db: Queryable,
  userIds: readonly string[],
  { year, since }: { readonly year: number; readonly since: Date },
): Promise<Map<string, AboutUser>> {
  if (userIds.length === 0) return new Map();
  const found = await db.query<FoundRow>(
    `select u.id as user_id, w.balance, s.*, ${formColumns}, c.status as check_status, c.updated as check_updated,
       p.has_upload, p.upload_until,
       exists (
         select 1 from payout_methods own
           join payout_methods other on other.fingerprint = own.fingerprint and other.user_id <> own.user_id and other.removed is null
           join users o on o.id = other.user_id and o.app_id = u.app_id and o.deleted is null
         where own.user_id = u.id and own.removed is null
       ) as shares_method,
       (select (count(*) filter (where created >= $4) + count(*) filter (where removed >= $4))::int
         from payout_methods where user_id = u.id) as method_changes,
       (select i.status = 'rejected' and i.reason = 'name-mismatch'
         from flows join id_checks i on i.flow_id = flows.id
         where flows.user_id = u.id and i.decided is not null order by i.decided desc, i.number desc limit 1) as named_another
     from users u
       left join ledger_accounts w on w.user_id = u.id
       left join lateral (select * from tax_forms where user_id = u.id order by number desc limit 1) f on true
       left join lateral (select true as has_upload, holds_until as upload_until from tax_uploads
         where user_id = u.id and state = 'approved' order by holds_until desc nulls first limit 1) p on true
       left join lateral (select status, updated from background_checks where user_id = u.id order by number desc limit 1) c on true
       cross join lateral (select ${paidColumns} from transfers where user_id = u.id and created < $3) s
     where u.id = any($1::uuid[])`,
    [userIds, new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1)), since],
  );
  const methods = await db.query<PayoutMethodRow>(
    `select ${methodColumns} from payout_methods where user_id = any($1::uuid[]) and removed is null order by number`,
    [userIds],
  );
  return new Map(
    found.map((row) => [
      row.user_id,
      {
        form: formIn(row),
        upload: row.has_upload ? { holds_until: row.upload_until } : null,
        check: row.check_status &&
          row.check_updated && { status: row.check_status, updated: row.check_updated },
        methods: methods.filter(({ user_id }) => user_id === row.user_id),
        balance: row.balance ?? 0,
        paid: row,
        sharesMethod: row.shares_method,
        methodChanges: row.method_changes,
        namedAnother: row.named_another ?? false,
      },
    ]),
  );
}

function formIn(row: FoundRow): TaxFormRow | null {
  if (row['form_id'] === null) return null;
  return Object.fromEntries(taxFormColumns.map((name) => [name, row[`form_${name}`]])) as TaxFormRow;
}
