/**
 * What the compliance step shows: the form that the law suggests, and how far the check of the tax number is.
 */
import { wholeName } from '../../../contract/forms/names.ts';
import { mustSign } from '../../../contract/tax/form-on-file.ts';
import { filled, taxPrefillFields } from '../../../contract/tax/prefill.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { newestTaxForm, newestTaxFormOfFlow } from '../../db/tax-forms.ts';
import type { TaxFormRow } from '../../db/tax-forms.ts';
import type { UserRow } from '../../db/users.ts';
import { taxQuestion } from '../../flows/facts.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { usIndiciaOf } from '../../../contract/tax/indicia.ts';
import { knownOf } from '../../tax/known.ts';
import { countryOf } from '../../tax/residence.ts';
import { openTaxFields } from '../../tax/sealed-fields.ts';
import { uploadOf } from './shown-upload.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

/**
 * Returns what the step shows. A form that was filed in this flow counts before one from elsewhere: the payee
 * sees how the number is doing that they have just typed.
 */
export async function complianceRequirement(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
): Promise<RequirementOf<'compliance'>> {
  const { flow, user } = context;
  const filedHere = user && (await newestTaxFormOfFlow(tx, user.id, flow.id));
  const onFile = filedHere ?? (user && (await newestTaxForm(tx, user.id)));
  const answer = taxQuestion(deps, user);
  const upload = await uploadOf(tx, user?.id);
  const indicia = user ? usIndiciaOf(await knownOf(deps, tx, user)) : [];
  return {
    step: 'compliance',
    hide_continue_button: optionsOf(flow, 'compliance')?.hide_continue_button ?? false,
    reason: flow.plan.find(({ name }) => name === 'compliance')?.reason ?? 'requested',
    form: onFile?.form ?? answer.form,
    why: answer.why,
    threshold: answer.threshold,
    reporting: answer.reporting && {
      regime: answer.reporting.regime,
      person: [...answer.reporting.person],
      business: [...answer.reporting.business],
    },
    country: countryOf(user),
    ...(user?.country && { said_country: user.country }),
    ...(indicia.length > 0 && { us_indicia: indicia }),
    ...(upload && { upload }),
    tax_id_verification: filedHere?.tin_status ?? 'unsubmitted',
    masked_tin: onFile?.tin_last4 ? `••• ${onFile.tin_last4}` : null,
    signature_required: mustSign(user && (await newestTaxForm(tx, user.id))),
    prefill: { ...namesOf(user), ...(onFile ? prefillFrom(deps, onFile) : {}) },
  };
}

function namesOf(user: UserRow | null): Record<string, string> {
  const first_name = user?.first_name ?? '';
  const last_name = user?.last_name ?? '';
  const country = countryOf(user);
  // A W-8 is for those who live elsewhere. On a W-9 the country is always the US, so it is not prefilled.
  return filled({
    first_name,
    last_name,
    name: wholeName({ first_name, last_name }),
    country: country === 'US' ? '' : country,
  });
}

function prefillFrom(deps: Deps, form: TaxFormRow): Record<string, string> {
  const fields = openTaxFields(deps, form) as Record<string, unknown>;
  return filled(Object.fromEntries(taxPrefillFields.map((name) => [name, fields[name]])));
}
