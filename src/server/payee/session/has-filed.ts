/** Whether the payee's name stands on something that was filed. */
import { newestBackgroundCheck } from '../../db/background-checks.ts';
import { newestTaxForm } from '../../db/tax-forms.ts';
import type { Queryable } from '../../ports/database.ts';
import type { PayeeContext } from './context.ts';

/** Returns whether a tax form, an identity or a background check of the payee exists, judged or not. */
export async function hasFiled(db: Queryable, { user }: Pick<PayeeContext, 'user'>): Promise<boolean> {
  if (!user) return false;
  if (user.id_status !== 'unverified' || (await newestTaxForm(db, user.id))) return true;
  return (await newestBackgroundCheck(db, user.id)) !== null;
}
