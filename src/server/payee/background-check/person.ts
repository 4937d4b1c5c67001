/** The person who is looked up: what is on file about them, and what has to be asked. */
import { asOf } from '../../../contract/forms/dates.ts';
import { onlyValid, type KnownPerson } from '../../../contract/steps/background-check-state.ts';
import type { BackgroundCheckRow } from '../../db/background-checks.ts';
import { newestTaxForm } from '../../db/tax-forms.ts';
import type { UserRow } from '../../db/users.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { sealedRow } from '../../users/sealed-row.ts';
import { openTaxFields } from '../../tax/sealed-fields.ts';

const sealed = sealedRow<KnownPerson>('background check');

export const sealPerson = (
  deps: Pick<Deps, 'vault'>,
  check: Pick<BackgroundCheckRow, 'id' | 'user_id'>,
  person: KnownPerson,
): Buffer => sealed.seal(deps, check, person);

/** Returns the person in full, SSN included. Nothing of that may reach a log or a browser. */
export const openPerson = (
  deps: Pick<Deps, 'vault'>,
  check: Pick<BackgroundCheckRow, 'id' | 'user_id' | 'details_sealed'>,
): KnownPerson => sealed.open(deps, check, check.details_sealed);

/**
 * Returns what is on file: the user's name, the newest W-9 of a person unless the IRS contradicted it, and
 * what was given for an earlier check.
 */
export async function knownPerson(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  check: BackgroundCheckRow | null,
): Promise<KnownPerson> {
  const known = {
    first_name: user.first_name,
    last_name: user.last_name,
    ...(await fromTaxForm(deps, tx, user)),
  };
  return { ...asOf(deps.clock.now(), () => onlyValid(known)), ...(check ? openPerson(deps, check) : {}) };
}

async function fromTaxForm(deps: Deps, tx: Queryable, user: UserRow): Promise<Record<string, unknown>> {
  const form = await newestTaxForm(tx, user.id);
  if (form?.form !== 'w9' || form.tin_status === 'mismatched') return {};
  const fields = openTaxFields(deps, form) as Record<string, unknown>;
  // A W-9 without a date of birth is that of a business, whose number is no Social Security number.
  // That of a sole proprietor may be an EIN.
  if (typeof fields['date_of_birth'] !== 'string') return {};
  return { ...fields, ...(fields['tin_type'] !== 'ein' && { ssn: fields['tin'] }) };
}
