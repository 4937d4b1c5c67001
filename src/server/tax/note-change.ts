/** Takes note of a change that makes the tax form on file wrong, and of one that was taken back. */
import { changeOf } from '../../contract/tax/circumstances.ts';
import { residenceOf } from '../../contract/tax/indicia.ts';
import { countryOfPhone } from '../../contract/forms/phone.ts';
import { newestTaxForm, updateTaxForm } from '../db/tax-forms.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openTaxFields } from './sealed-fields.ts';
import { tellTaxForm } from './tell-form.ts';

/** What was given, one of the two: the country of an address or a profile, or a phone. */
type Given = { readonly country: string } | { readonly phone: string };

/** The form stays, and holds for as long as the law gives for another (`contract/tax/circumstances.ts`). */
export async function noteChange(
  deps: Deps,
  tx: Queryable,
  user: Pick<UserRow, 'id' | 'app_id'>,
  given: Given,
): Promise<void> {
  const form = await newestTaxForm(tx, user.id);
  if (!form) return;
  const fields = openTaxFields(deps, form);
  const change = changeOf({
    form: form.form,
    residence: residenceOf(fields),
    isExplained: fields.form !== 'w9' && Boolean(fields.us_indicia_reason),
    country: 'country' in given ? given.country : null,
    phone: 'phone' in given ? countryOfPhone(given.phone) : null,
  });
  // Of several changes the first one counts, from which the days run.
  if (change && !form.change) {
    const changed = deps.clock.now();
    await updateTaxForm(tx, form.id, { change, changed });
    await tellTaxForm(
      deps,
      tx,
      user,
      { ...form, change, changed },
      { event: 'tax_form.due', reason: 'changed' },
    );
  }
  const isTakenBack = !change && form.change && (form.change === 'us-phone') === 'phone' in given;
  if (isTakenBack) await updateTaxForm(tx, form.id, { change: null, changed: null });
}
