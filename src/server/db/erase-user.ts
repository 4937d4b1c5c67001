/**
 * Removes what is known of a user when the partner deletes them, and what the law wanted kept once its time
 * is over. `contract/partner/kept.ts` has those times and their sources. Movements of money stay for ever:
 * without the rest they are about nobody.
 */
import { keptKinds, keptYears } from '../../contract/partner/kept.ts';
import type { Kept, KeptKind } from '../../contract/partner/kept.ts';
import type { Queryable } from '../ports/database.ts';
import { deleteFrom, inBites } from './bites.ts';
import { forgetBrowsersOf } from './known-browsers.ts';
import { eraseLinksOf } from './forget-links.ts';
import { deleteVerificationTokensOf } from './verification-tokens.ts';

/** Where each kind of data is. */
const tables: Readonly<Record<KeptKind, string>> = {
  tax_forms: 'tax_forms',
  tax_uploads: 'tax_uploads',
  background_checks: 'background_checks',
  debit_authorizations: 'payment_methods',
  // All that `eraseUser` leaves of them.
  confirmed_matches: 'screening_matches',
};

/**
 * Nobody finds the user any more. The phone number and the username are free again, because both indexes
 * leave deleted users out.
 */
export async function eraseUser(tx: Queryable, id: string, now: Date): Promise<void> {
  await tx.query(
    `update users set deleted = $2, updated = $2, first_name = null, last_name = null, email = null,
       phone_e164 = '', calling_code = '', username = 'deleted_' || id, metadata = null,
       date_of_birth_sealed = null, address_sealed = null, auto_payout_enabled = false, b_notices = '[]',
       us_person = false
     where id = $1`,
    [id, now],
  );
  await tx.query(
    `update payout_methods set removed = coalesce(removed, $2), is_default = false, details_sealed = '',
       fingerprint = '', masked = '', bank_name = null, meta = null where user_id = $1`,
    [id, now],
  );
  await tx.query(
    `update payment_methods set removed = coalesce(removed, $2), mandate_revoked = coalesce(mandate_revoked, $2),
       is_default = false where user_id = $1`,
    [id, now],
  );
  // The books need the amounts. What the partner noted beside them may name the payee.
  await tx.query('update transfers set metadata = null where user_id = $1', [id]);
  await tx.query(
    `update payout_batch_items set request = request - 'metadata' - 'account_id' where user_id = $1`,
    [id],
  );
  // With what was decided about them: a reason in free words names whom it is about.
  await tx.query(`delete from screening_matches where user_id = $1 and state <> 'confirmed'`, [id]);
  await tx.query('delete from payment_customers where user_id = $1', [id]);
  await eraseLinksOf(tx, id);
  await deleteVerificationTokensOf(tx, id);
  await forgetBrowsersOf(tx, id);
  // Somebody may be asked for what the user knows: their flow is nobody's yet, and has the phone too.
  const own =
    'flow_id in (select id from flows where user_id = $1 union all select flow_id from sessions where asks_known = $1)';
  // Sessions stay: whoever has one is told that the flow was canceled.
  for (const table of ['drafts', 'bank_links', 'notifications', 'codes'])
    await tx.query(`delete from ${table} where ${own}`, [id]);
  await erasePhotos(tx, id, now);
  await tx.query(`delete from documents where confirmed is null and ${own}`, [id]);
  await tx.query(
    `update flows set metadata = null, phone_e164 = null, phone_country = null, phone_channel = null,
       payout_draft = null, open_to = null where user_id = $1`,
    [id],
  );
  await tx.query(
    `update flows set phone_e164 = null, phone_country = null, phone_channel = null
     where id in (select flow_id from sessions where asks_known = $1)`,
    [id],
  );
}

/**
 * Photos go whether a verdict is awaited or not. The rows stay until the next run, which empties an
 * operator's own store by them (`payee/id-verification/retention.ts`).
 */
async function erasePhotos(tx: Queryable, userId: string, now: Date): Promise<void> {
  const where = `in (select u.id from id_uploads u join id_checks c on c.id = u.check_id
    join flows f on f.id = c.flow_id where f.user_id = $1)`;
  await tx.query(`delete from id_images where id ${where}`, [userId]);
  await tx.query(`delete from id_upload_parts where upload_id ${where}`, [userId]);
  await tx.query(`update id_uploads set delete_at = $2 where id ${where}`, [userId, now]);
}

/** Returns what stays of a user who is deleted at `now`, and until when. */
export async function keptOf(tx: Queryable, id: string, now: Date): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const kind of keptKinds) {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from ${tables[kind]} where user_id = $1`,
      [id],
    );
    if (row && row.count > 0)
      kept.push({ what: kind, count: row.count, until: until(kind, now).toISOString() });
  }
  const [signed] = await tx.query<{ count: number }>(
    `select count(*)::int as count from documents where confirmed is not null
       and (user_id = $1 or flow_id = any(array(select id from flows where user_id = $1)))`,
    [id],
  );
  if (signed && signed.count > 0) kept.push({ what: 'documents', count: signed.count, until: null });
  return kept;
}

/**
 * Removes what had to be kept of deleted users, and has no longer to be. `kept` is false once nothing is
 * left to remove of a user, so that those who were deleted long ago are not looked at for ever.
 */
export async function sweepErased(db: Queryable, now: Date, size: number): Promise<void> {
  for (const kind of keptKinds) {
    const table = tables[kind];
    const found = `from users u cross join lateral (
        select k.ctid from ${table} k where k.user_id = u.id
          and not exists (select from papers p where p.subject_id = k.id and p.record_sealed <> '')
          limit ${size}
      ) t where u.kept and u.deleted <= $1`;
    await inBites(db, size, found, deleteFrom(table), [before(now, keptYears[kind])]);
  }
  await inBites(
    db,
    size,
    // Few have a match, which is kept longest. They are looked at until it is gone. Asked for each user: as
    // `not exists` it would be a join with all matches.
    `from users t where t.kept and t.deleted <= $1
       and (select m.id from ${tables.confirmed_matches} m where m.user_id = t.id limit 1) is null`,
    (rows) => `update users set kept = false where ctid = ${rows} returning 1`,
    [before(now, Math.max(keptYears.tax_forms, keptYears.background_checks, keptYears.debit_authorizations))],
  );
}

function before(now: Date, years: number): Date {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  return then;
}

function until(kind: KeptKind, now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(now.getUTCFullYear() + keptYears[kind]);
  return end;
}
