/** An upload as partners see it. */
import type { TaxUpload } from '../../../contract/partner/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';

const timeOf = (date: Date | null): string | null => date?.toISOString() ?? null;

export const uploadObject = (row: TaxUploadRow): TaxUpload => ({
  ...{ id: row.id, created: row.created.toISOString(), user_id: row.user_id },
  ...{ form: row.form, state: row.state, size: row.size, sha256: row.sha256 },
  ...{ decided: timeOf(row.decided), api_key_id: row.api_key_id, reason: row.reason },
  ...{ rate: row.rate, income_types: row.income_types },
  ...{ counts_from: timeOf(row.counts_from), holds_until: timeOf(row.holds_until) },
  file: `/users/${row.user_id}/tax-uploads/${row.id}/file`,
});
