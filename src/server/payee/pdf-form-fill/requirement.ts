/** What the pdf-form-fill step shows: the fields of the form, then the answers to be read once more. */
import { pdfScreen } from '../../../contract/steps/pdf-form-fill-state.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { pdfState, personOf } from './state.ts';

export async function pdfFormFillRequirement(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
): Promise<RequirementOf<'pdf-form-fill'>> {
  const { template, draft, values } = await pdfState(deps, tx, context);
  return {
    step: 'pdf-form-fill',
    hide_continue_button: optionsOf(context.flow, 'pdf-form-fill')?.hide_continue_button ?? false,
    phase: draft ? 'confirm' : 'fill',
    ...pdfScreen(template, values, personOf(context.user)),
  };
}
