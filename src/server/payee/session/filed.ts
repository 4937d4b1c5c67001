/** What is filed under a payee's name, after which the name stands. */
import { newestBackgroundCheck } from '../../db/background-checks.ts';
import { awaitsIdVerdict } from '../../db/id-checks.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { newestTaxForm } from '../../db/tax-forms.ts';
import { newestTaxUpload } from '../../db/tax-uploads.ts';
import type { UserRow } from '../../db/users.ts';
import type { Queryable } from '../../ports/database.ts';

/** Returns whether a tax form, an identity or a background check of the payee exists, judged or not. */
export async function hasFiled(db: Queryable, user: UserRow | null): Promise<boolean> {
  if (!user) return false;
  if (user.id_status !== 'unverified' || (await newestTaxForm(db, user.id))) return true;
  if (await newestTaxUpload(db, user.id)) return true;
  return (await newestBackgroundCheck(db, user.id)) !== null || (await awaitsIdVerdict(db, user.id));
}

/**
 * Returns the session, at the step that is due when the payee went back to their name and something was filed
 * under it since, in another window or with the phone. Else an ID could prove a name that was never on it.
 */
export const withoutClosedVisit = async <S extends Pick<SessionRow, 'revisits'>>(
  db: Queryable,
  session: S,
  user: UserRow | null,
): Promise<S> =>
  session.revisits === 'onboarding' && (await hasFiled(db, user)) ? { ...session, revisits: null } : session;
