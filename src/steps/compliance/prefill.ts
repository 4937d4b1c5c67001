/** Turns what is known of the payee into what the tax forms start with. */
import type { RequirementOf } from '../../contract/steps/session.ts';
import { wholeName } from '../../contract/forms/names.ts';
import { usStates } from '../../contract/forms/us-states.ts';
import type { StepContext } from '../step-context.ts';
import { percent } from './read-forms.ts';

/**
 * Returns the first values of all three forms, by field. Of two sources the server's wins over the page's.
 */
export function known(
  requirement: RequirementOf<'compliance'>,
  { prefill }: StepContext,
): Record<string, string | null | undefined> {
  const given: Record<string, string | null | undefined> = {
    ...prefill,
    country: requirement.country,
    ...requirement.prefill,
  };
  const rate = given['tax_treaty_rate'];
  const name = wholeName(given);
  // A W-8 cannot be for somebody in the United States, so it does not start with that.
  const country = given['country'] === 'US' ? null : given['country'];
  return {
    form: requirement.form,
    entity_type: 'individual',
    name,
    ...given,
    country,
    signer_name: given['signer_name'] ?? name,
    tax_treaty_rate: rate && percent(rate),
  };
}

/**
 * Returns the code of a US state that was typed into a free text field, by its code or its name. Returns an
 * empty text when it is none.
 */
export function stateCode(text: string): string {
  const wanted = text.trim().toLowerCase();
  return (
    Object.keys(usStates).find(
      (code) => wanted === code.toLowerCase() || wanted === usStates[code]?.toLowerCase(),
    ) ?? ''
  );
}
