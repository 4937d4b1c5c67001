/** What the pdf-form-fill step shows: the fields of the form, then the answers to be read once more. */
import { latinOf } from '../../../contract/steps/pdf-form-fill.ts';
import type { PdfField } from '../../../contract/steps/pdf-form-fill.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { fullNameOf, pdfState, typedFields } from './state.ts';

export async function pdfFormFillRequirement(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
): Promise<RequirementOf<'pdf-form-fill'>> {
  const { template, draft, values } = await pdfState(deps, tx, context);
  const fields = typedFields(template.fields);
  return {
    step: 'pdf-form-fill',
    hide_continue_button: optionsOf(context.flow, 'pdf-form-fill')?.hide_continue_button ?? false,
    phase: draft ? 'confirm' : 'fill',
    title: template.name,
    pages: template.pages,
    fields: fields.map(({ name: _name, prefill: _prefill, ...field }) => field),
    values: Object.fromEntries(
      fields.flatMap((field) =>
        [field.id, latinOf(field.id)].flatMap((key) =>
          values[key] ? [[key, maskSecret(field, values[key])]] : [],
        ),
      ),
    ),
    signature: template.fields.some((field) => field.type === 'signature'),
    name: fullNameOf(context.user),
  };
}

/** Returns the value as it may go back. Of a secret only enough to recognise it goes back. */
const maskSecret = ({ secret }: PdfField, value: string): string =>
  secret ? `••• ${value.length > 6 ? value.slice(-4) : ''}`.trim() : value;
