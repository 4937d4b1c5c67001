/** From what was typed to what is sent. */
import type { StepRequest } from '../../api/requests.ts';
import { pdfConfirmInput, pdfValueProblem } from '../../contract/steps/pdf-form-fill.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { sameName } from '../../contract/forms/fields.ts';
import type { FieldError } from '../../flow/problem.ts';
import { readDate } from '../../ui/date-field.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';

type Requirement = RequirementOf<'pdf-form-fill'>;
export type Field = Requirement['fields'][number];

const post = (path: string, body: unknown): StepRequest => ({
  method: 'POST',
  path: `/pdf-form-fill${path}`,
  body,
});

export function fieldsOn(screen: Requirement['phase'], requirement: Requirement): string[] {
  if (screen === 'fill') return requirement.fields.map(({ id }) => id);
  return requirement.signature ? ['signature', 'consent'] : ['consent'];
}

/** As the wire has it: a date `YYYY-MM-DD`, a box `true` or empty. */
export const valueOf = ({ id, type }: Field, raw: Raw, locale: string): string =>
  type === 'date' ? readDate(locale, raw[id]) : (raw[id] ?? '').trim();

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

export function readConfirmation({ signature: signs, name }: Requirement, raw: Raw): Reading<StepRequest> {
  const { signature = '', consent } = raw;
  const reading = readSchema(pdfConfirmInput, { consent: consent === 'true', ...(signs && { signature }) });
  if (!reading.ok) return reading;
  if (signs && name !== null && sameName(signature) !== sameName(name)) {
    return { ok: false, errors: [{ field: 'signature', code: 'signature-mismatch' }] };
  }
  return { ok: true, value: post('/confirm', reading.value) };
}
