/**
 * What the background-check step shows. What is known goes back to the payee only where it spares them
 * typing.
 */
import { wholeName } from '../../../contract/forms/names.ts';
import { stateNotices } from '../../../contract/steps/background-check.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { checkState } from './state.ts';

/** The SSN never goes back. The date of birth goes back only where it is the field to correct. */
const prefillFields = ['first_name', 'last_name', 'line_1', 'line_2', 'city', 'state', 'postcode'] as const;

export async function backgroundCheckRequirement(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
): Promise<RequirementOf<'background-check'>> {
  const { phase, unavailable, check, known, fields } = await checkState(deps, tx, context);
  const name = wholeName(known);
  const state = known.state ?? '';
  return {
    step: 'background-check',
    hide_continue_button: optionsOf(context.flow, 'background-check')?.hide_continue_button ?? false,
    phase,
    unavailable,
    fields: [...fields],
    prefill: Object.fromEntries(
      prefillFields.flatMap((field) => (known[field] ? [[field, known[field]]] : [])),
    ),
    masked_ssn: known.ssn ? `••• ${known.ssn.slice(-4)}` : null,
    name: name || null,
    state_notice: Object.hasOwn(stateNotices, state) ? state : null,
    status: check?.status ?? 'not_started',
  };
}
