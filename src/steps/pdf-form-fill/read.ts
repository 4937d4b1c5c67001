/** Turns what was typed into what is sent. */
import type { StepRequest } from '../../api/requests.ts';
import {
  latinOf,
  lettersNotShown,
  pdfAnswer,
  pdfConfirmInput,
  pdfValueProblem,
} from '../../contract/steps/pdf-answers.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { sameName } from '../../contract/forms/names.ts';
import type { FieldError } from '../../flow/problem.ts';
import { readDate } from '../../ui/date-field.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';

type Requirement = RequirementOf<'pdf-form-fill'>;
export type Field = Requirement['fields'][number];

/** `path` is below `/v2/session/pdf-form-fill`. */
const post = (path: string, body: unknown): StepRequest => ({
  method: 'POST',
  path: `/pdf-form-fill${path}`,
  body,
});

/** Returns the fields of a screen, in the order on it. */
export function fieldsOn(screen: Requirement['phase'], requirement: Requirement): string[] {
  if (screen === 'fill') return requirement.fields.flatMap(({ id }) => [id, latinOf(id)]);
  return requirement.signature ? ['signature', 'signature_latin', 'consent'] : ['consent'];
}

/** Returns whether the PDF has to print the answer in other letters than those that were typed. */
export const asksLatin = ({ type, secret }: Field, value: string): boolean =>
  (type === 'text' || type === 'multiline') && !secret && lettersNotShown(value).length > 0;

/** Returns an answer as it is on the wire: a date as `YYYY-MM-DD`, a box as `true` or empty. */
export const valueOf = (field: Field, raw: Raw, locale: string): string =>
  field.type === 'date' ? readDate(locale, raw[field.id]) : pdfAnswer(field, raw[field.id] ?? '');

/**
 * Returns the request with the answers, or what is wrong with them. Empty answers are left out.
 *
 * The rules are the server's own (`pdfValueProblem`), because the fields are known only at run time.
 */
export function readAnswers({ fields }: Requirement, raw: Raw, locale: string): Reading<StepRequest> {
  const values: Record<string, string> = {};
  const errors: FieldError[] = [];
  for (const field of fields) {
    const value = valueOf(field, raw, locale);
    const code = pdfValueProblem(field, value);
    if (code) errors.push({ field: field.id, code });
    if (code || !value) continue;
    values[field.id] = value;
    const latin = (raw[latinOf(field.id)] ?? '').trim();
    const problem = asksLatin(field, value) && pdfValueProblem({ ...field, required: true }, latin);
    if (problem) errors.push({ field: latinOf(field.id), code: problem });
    else if (latin) values[latinOf(field.id)] = latin;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: post('', values) };
}

/**
 * Returns the request that confirms, or what is wrong with it. A signature has to be the payee's name,
 * whatever its case and spaces.
 */
export function readConfirmation({ signature: signs, name }: Requirement, raw: Raw): Reading<StepRequest> {
  const { signature = '', signature_latin: latin = '', consent } = raw;
  const inLatin = signs && (latin !== '' || lettersNotShown(signature).length > 0);
  const reading = readSchema(pdfConfirmInput, {
    consent: consent === 'true',
    ...(signs && { signature }),
    ...(inLatin && { signature_latin: latin }),
  });
  if (!reading.ok) return reading;
  if (signs && name !== null && !sameName(signature, name)) {
    return { ok: false, errors: [{ field: 'signature', code: 'signature-mismatch' }] };
  }
  return { ok: true, value: post('/confirm', reading.value) };
}
