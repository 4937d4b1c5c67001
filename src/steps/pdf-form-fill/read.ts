/** Turns what was typed into what is sent. */
import type { StepRequest } from '../../api/requests.ts';
import { pdfConfirmInput, pdfValueProblem } from '../../contract/steps/pdf-form-fill.ts';
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
  if (screen === 'fill') return requirement.fields.map(({ id }) => id);
  return requirement.signature ? ['signature', 'consent'] : ['consent'];
}

/** Returns an answer as it is on the wire: a date as `YYYY-MM-DD`, a box as `true` or empty. */
export const valueOf = ({ id, type }: Field, raw: Raw, locale: string): string =>
  type === 'date' ? readDate(locale, raw[id]) : (raw[id] ?? '').trim();

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
    else if (value) values[field.id] = value;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: post('', values) };
}

/**
 * Returns the request that confirms, or what is wrong with it. A signature has to be the payee's name,
 * whatever its case and spaces.
 */
export function readConfirmation({ signature: signs, name }: Requirement, raw: Raw): Reading<StepRequest> {
  const { signature = '', consent } = raw;
  const reading = readSchema(pdfConfirmInput, { consent: consent === 'true', ...(signs && { signature }) });
  if (!reading.ok) return reading;
  if (signs && name !== null && !sameName(signature, name)) {
    return { ok: false, errors: [{ field: 'signature', code: 'signature-mismatch' }] };
  }
  return { ok: true, value: post('/confirm', reading.value) };
}
