/** The form that a payee fills in, the values that it starts with, and how far they are. */
import { realName, wholeName } from '../../../contract/forms/names.ts';
import { prefillPlace } from '../../../contract/steps/pdf-form-fill.ts';
import type { PdfField, PrefillWord } from '../../../contract/steps/pdf-form-fill.ts';
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
  readonly values: Readonly<Record<string, string>>;
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
    values: draft ? openValues(deps, draft) : prefillOf(template.fields, user, deps.clock.now()),
  };
}

/** Returns the fields that the payee types. A place for a signature is signed instead. */
export const typedFields = (fields: readonly PdfField[]): PdfField[] =>
  fields.filter((field) => field.type !== 'signature');

/**
 * Returns what the fields start with. The words that a prefill may name are filled in from the user; a word
 * that is not known yet becomes empty.
 */
function prefillOf(fields: readonly PdfField[], user: UserRow | null, now: Date): Record<string, string> {
  const words: Record<PrefillWord, string> = {
    first_name: realName(user?.first_name),
    last_name: realName(user?.last_name),
    full_name: fullNameOf(user) ?? '',
    email: user?.email ?? '',
    country: user?.country ?? '',
    phone_number: user?.phone_e164 ?? '',
    today: now.toISOString().slice(0, 10),
  };
  const known = (word: string): word is PrefillWord => Object.hasOwn(words, word);
  // A text from the PDF itself may have anything in braces.
  const filled = (text: string) =>
    text.replace(prefillPlace, (whole, named: string) => {
      const word = named.trim();
      return known(word) ? words[word] : whole;
    });
  return Object.fromEntries(
    typedFields(fields).flatMap(({ id, prefill }) => (prefill ? [[id, filled(prefill)]] : [])),
  );
}

export const fullNameOf = (user: Pick<UserRow, 'first_name' | 'last_name'> | null): string | null =>
  wholeName(user ?? {}) || null;
