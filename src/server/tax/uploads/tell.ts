/** Tells the partner of an upload. The message has ids and no number. */
import type { TaxUploadEvent } from '../../../contract/partner/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';
import type { UserRow } from '../../db/users.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { appendMessage, newMessageId } from '../../webhooks/outbox.ts';

export async function tellOfUpload(
  deps: Deps,
  tx: Queryable,
  user: Pick<UserRow, 'app_id' | 'metadata'>,
  { id, user_id, form, state, holds_until }: TaxUploadRow,
  event: TaxUploadEvent,
): Promise<void> {
  await appendMessage(tx, deps, {
    id: newMessageId(deps.newId),
    appId: user.app_id,
    payload: {
      ...{ event, user_id, tax_upload_id: id, form, state },
      ...{ holds_until: holds_until?.toISOString() ?? null, metadata: user.metadata },
    },
  });
}
