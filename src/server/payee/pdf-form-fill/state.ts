/** The form that a payee fills in, the values that it starts with, and how far they are. */
import { prefillOf } from '../../../contract/steps/pdf-form-fill-state.ts';
import type { PdfPerson, PdfValues } from '../../../contract/steps/pdf-form-fill-state.ts';
import { documentOfStep } from '../../db/documents.ts';
import type { DocumentRow } from '../../db/documents.ts';
import { findPdfTemplate } from '../../db/pdf-templates.ts';
import type { PdfTemplateRow } from '../../db/pdf-templates.ts';
import type { UserRow } from '../../db/users.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { openValues } from '../../pdf/document-file.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

export interface PdfState {
  readonly template: PdfTemplateRow;
  /** The filled form that the payee is reading; null before. */
  readonly draft: DocumentRow | null;
  /** The answers by field id. */
  readonly values: PdfValues;
}

/**
 * Returns the form with its values: those that were submitted, or else those that it starts with. A template
 * that its partner deleted is still found.
 */
export async function pdfState(
  deps: Deps,
  tx: Queryable,
  { app, flow, user }: PayeeContext,
): Promise<PdfState> {
  const id = optionsOf(flow, 'pdf-form-fill')?.template_id;
  const template = id === undefined ? null : await findPdfTemplate(tx, app.id, id);
  if (!template) throw new ProblemError('service-unavailable');
  const draft = await documentOfStep(tx, flow.id, 'pdf-form-fill');
  return {
    template,
    draft,
    values: draft ? openValues(deps, draft) : prefillOf(template.fields, personOf(user), deps.clock.now()),
  };
}

/** Returns the payee as the rules of the form know them. */
export const personOf = (user: UserRow | null): PdfPerson | null =>
  user && { ...user, phone: user.phone_e164 };
