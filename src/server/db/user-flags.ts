/** What looks odd about a user. It is computed whenever the user is shown, so it is never out of date. */
import type { Queryable } from '../ports/database.ts';

/**
 * Returns whether another living user of the same app is paid to one of this user's accounts. The
 * fingerprints are compared (`payout_methods_fingerprint`), so no seal is opened.
 */
export async function sharesPayoutMethod(
  db: Queryable,
  user: { readonly id: string; readonly app_id: string },
): Promise<boolean> {
  const rows = await db.query(
    `select 1 from payout_methods own
       join payout_methods other on other.fingerprint = own.fingerprint and other.user_id <> own.user_id and other.removed is null
       join users u on u.id = other.user_id and u.app_id = $2 and u.deleted is null
     where own.user_id = $1 and own.removed is null limit 1`,
    [user.id, user.app_id],
  );
  return rows.length > 0;
}

/**
 * Returns how many methods were added or removed since then. A method that was added and removed counts
 * twice.
 */
export async function payoutMethodChanges(db: Queryable, userId: string, since: Date): Promise<number> {
  const [row] = await db.query<{ changes: number }>(
    `select (count(*) filter (where created >= $2) + count(*) filter (where removed >= $2))::int as changes
     from payout_methods where user_id = $1`,
    [userId, since],
  );
  return row?.changes ?? 0;
}

/** Returns whether the user's newest judged document, in any flow, was refused because of the name on it. */
export async function lastDocumentNamedAnother(db: Queryable, userId: string): Promise<boolean> {
  const [row] = await db.query<{ another: boolean }>(
    `select c.status = 'rejected' and c.reason = 'name-mismatch' as another
     from flows f join id_checks c on c.flow_id = f.id
     where f.user_id = $1 and c.decided is not null order by c.decided desc, c.number desc limit 1`,
    [userId],
  );
  return row?.another ?? false;
}
