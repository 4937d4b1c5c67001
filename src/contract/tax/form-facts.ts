/** What the rule of withholding has to know of a tax form. */
import type { ComplianceInput } from '../steps/compliance-requests.ts';
import { holdsUntil } from './form-on-file.ts';
import type { FiledForm } from './form-on-file.ts';
import type { FormFacts } from './withholding.ts';

type OfBusiness = Extract<ComplianceInput, { form: 'w9'; entity_type: 'business' }>;

/**
 * Returns the code of line 4 as far as it is one for this payee (form instructions, line 4). An S corporation
 * has none, and code 5 is that of a corporation. A partner's form need not say what the business is; then the
 * code is believed.
 */
function exemptCodeOf({ exempt_payee_code: code = '', tax_classification: is }: OfBusiness): string {
  if (is === 's_corporation' || is === 'llc_s') return '';
  return code === '5' && is && is !== 'c_corporation' && is !== 'llc_c' ? '' : code;
}

/** Returns what counts of a form that was filed. */
export function factsOf(filed: FiledForm, fields: ComplianceInput, now: Date): FormFacts {
  const until = holdsUntil(filed);
  const always = { form: filed.form, holds: until === null || now < until, tin_status: filed.tin_status };
  if (fields.form === 'w9')
    return {
      ...always,
      notified: fields.subject_to_backup_withholding === true,
      exempt_payee_code: fields.entity_type === 'business' ? exemptCodeOf(fields) : '',
    };
  const { tax_treaty_country: country, tax_treaty_rate: rate, tax_treaty_income_type: income } = fields;
  return {
    ...always,
    citizenship: fields.form === 'w8ben' ? fields.citizenship_country : fields.incorporation_country,
    residence: fields.country,
    has_number: !!(fields.foreign_tax_id || fields.us_tax_id),
    claim: fields.claims_treaty && country && income && rate !== undefined ? { country, rate, income } : null,
  };
}
