/** What the payee has said about themselves so far. A document is compared with it. */
import { realName } from '../../contract/forms/names.ts';
import type { Queryable } from '../ports/database.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { openDateOfBirth } from '../users/sealed-fields.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';

export interface KnownFacts {
  /** Empty when the payee has one name only; so is the last name. */
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`, from the payee's tax form or else from the partner. Null when neither gave it. */
  readonly dateOfBirth: string | null;
}

export async function knownFacts(deps: Deps, db: Queryable, user: UserRow): Promise<KnownFacts> {
  const form = await newestTaxForm(db, user.id);
  const fields = form ? (openTaxFields(deps, form) as Record<string, unknown>) : {};
  const born = form?.entity_type === 'business' ? undefined : fields['date_of_birth'];
  return {
    firstName: realName(user.first_name),
    lastName: realName(user.last_name),
    dateOfBirth: typeof born === 'string' ? born : openDateOfBirth(deps, user),
  };
}
