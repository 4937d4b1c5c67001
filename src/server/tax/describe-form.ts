/** A tax form that was filed, as the partner reads it. */
import { incomeTypes } from '../../contract/forms/income.ts';
import type { taxFormObject, taxNumbers } from '../../contract/forms/tax-document.ts';
import { tinTypeOf } from '../../contract/forms/w9.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { holdsUntil } from '../../contract/tax/form-on-file.ts';
import type * as z from '../../contract/z.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { openTaxFields } from './sealed-fields.ts';
import { decide, knownForWithholding } from './withhold.ts';

type TaxForm = z.infer<typeof taxFormObject>;

/** `current`: it is the newest one. */
export async function describeForm(
  deps: Deps,
  user: UserRow,
  form: TaxFormRow,
  current: boolean,
): Promise<TaxForm> {
  const fields = openTaxFields(deps, form);
  const isW9 = fields.form === 'w9';
  return {
    id: form.id,
    created: form.created.toISOString(),
    form: form.form,
    status: statusOf(form, current, deps.clock.now()),
    country: ('country' in fields ? fields.country : undefined) ?? 'US',
    claim: claimOf(fields),
    rates: current ? await ratesOf(deps, user) : [],
    entity_type: form.entity_type,
    tax_classification:
      'tax_classification' in fields ? (fields.tax_classification ?? null) : isW9 ? 'individual' : null,
    subject_to_backup_withholding: isW9 ? fields.subject_to_backup_withholding === true : null,
    tax_id_verification: form.tin_status,
    masked_tin: form.tin_last4 ? `••• ${form.tin_last4}` : null,
    holds_until: holdsUntil(form)?.toISOString() ?? null,
    current,
    pdf: `/users/${form.user_id}/tax-forms/${form.id}/pdf`,
  };
}

function statusOf(form: TaxFormRow, current: boolean, now: Date): TaxForm['status'] {
  if (!current) return 'replaced';
  if (form.tin_status === 'mismatched') return 'mismatched';
  const until = holdsUntil(form);
  if (until && until <= now) return 'expired';
  return form.tin_status === 'pending' ? 'pending' : 'on-file';
}

function claimOf(fields: ComplianceInput): TaxForm['claim'] {
  if (fields.form === 'w9' || !fields.claims_treaty) return null;
  return {
    country: fields.tax_treaty_country ?? fields.country,
    article: fields.tax_treaty_citation ?? '',
    rate: fields.tax_treaty_rate ?? 0,
    income_type: fields.tax_treaty_income_type ?? '',
  };
}

/** As is decided of the next payout. */
async function ratesOf(deps: Deps, user: UserRow): Promise<TaxForm['rates']> {
  const known = await knownForWithholding(deps, deps.db, user, 0);
  return incomeTypes.map((income_type) => {
    const { source, us_share, rate, reason } = decide(known, income_type, 100);
    return { income_type, source, us_percent: us_share, rate, reason };
  });
}

/** Returns the whole numbers of the form. */
export function numbersOf(deps: Pick<Deps, 'vault'>, form: TaxFormRow): z.infer<typeof taxNumbers> {
  const fields = openTaxFields(deps, form);
  if (fields.form === 'w9')
    return { id: form.id, numbers: [{ number: fields.tin, kind: tinTypeOf(fields), country: 'US' }] };
  const { foreign_tax_id: foreign, us_tax_id: us, tax_id_country, country } = fields;
  const kind = fields.form === 'w8bene' ? 'ein' : 'ssn';
  return {
    id: form.id,
    numbers: [
      ...(foreign ? [{ number: foreign, kind: 'foreign', country: tax_id_country ?? country } as const] : []),
      ...(us ? [{ number: us, kind, country: 'US' } as const] : []),
    ],
  };
}
