/** Stores a tax form that was uploaded, and tells the partner that it waits. */
import { createHash } from 'node:crypto';
import type { UploadedForm } from '../../../contract/forms/tax-uploads.ts';
import type { FlowRow } from '../../db/flows.ts';
import { insertTaxUpload, newestTaxUpload, replaceTaxUploads } from '../../db/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';
import { lockUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { userChanged } from '../../users/user-changed.ts';
import { sealUpload } from './file.ts';
import { tellOfUpload } from './tell.ts';

/** The same file once more is no other upload. Another one takes the place of what waits or was refused. */
export async function saveUpload(
  deps: Deps,
  tx: Queryable,
  { user, flow }: { readonly user: UserRow; readonly flow: Pick<FlowRow, 'id'> },
  form: UploadedForm,
  pdf: Uint8Array,
): Promise<TaxUploadRow> {
  await lockUser(tx, user.app_id, user.id);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const before = await newestTaxUpload(tx, user.id);
  if (before?.state === 'submitted' && before.form === form && before.sha256 === sha256) return before;
  await replaceTaxUploads(tx, user.id, ['submitted', 'refused']);
  const id = deps.newId();
  const upload = await insertTaxUpload(
    tx,
    {
      ...{ id, user_id: user.id, flow_id: flow.id, created: deps.clock.now() },
      ...{ form, size: pdf.byteLength, sha256 },
    },
    sealUpload(deps, { id, user_id: user.id }, pdf),
  );
  await userChanged(deps, tx, user);
  await tellOfUpload(deps, tx, user, upload, 'tax_upload.submitted');
  return upload;
}
