/** From what was typed to what is sent: which fields a form has, in the order on screen, and what their text means. */
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { w9BusinessForm, w9Individual } from '../../contract/forms/tax-forms.ts';
import type { z } from '../../contract/z.ts';
import { readDate } from '../../ui/date-field.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';

/** One form as the step needs to know it. */
export interface FormSpec {
  /** On screen, in order. */
  readonly fields: (raw: Raw) => readonly string[];
  readonly schema: z.ZodMiniType<ComplianceInput>;
  /** Left out when empty; the others are sent empty, so that the schema says that they are required. */
  readonly optional: ReadonlySet<string>;
}

export const usAddress = ['line_1', 'line_2', 'city', 'state', 'postcode'];

const person: FormSpec = {
  fields: () => [
    'form',
    'entity_type',
    'first_name',
    'last_name',
    'doing_business_as',
    'date_of_birth',
    'tin',
    ...usAddress,
  ],
  schema: w9Individual,
  optional: new Set(['line_2', 'doing_business_as']),
};

const business: FormSpec = {
  fields: (raw) => [
    'form',
    'entity_type',
    'business_name',
    'doing_business_as',
    'tax_classification',
    ...(raw['tax_classification'] === 'other' ? ['other_classification'] : []),
    'exempt_payee_code',
    'fatca_exemption_code',
    'tin',
    ...usAddress,
  ],
  schema: w9BusinessForm,
  optional: new Set([
    'line_2',
    'doing_business_as',
    'other_classification',
    'exempt_payee_code',
    'fatca_exemption_code',
  ]),
};

export const w9Of = (raw: Raw): FormSpec => (raw['entity_type'] === 'business' ? business : person);

export function readForm(
  { fields, schema, optional }: FormSpec,
  raw: Raw,
  locale: string,
): Reading<ComplianceInput> {
  return readSchema(schema, candidateOf({ fields, optional }, raw, locale));
}

/** What is typed, as the server reads it, right or wrong. */
export function candidateOf(
  { fields, optional }: Pick<FormSpec, 'fields' | 'optional'>,
  raw: Raw,
  locale: string,
): Record<string, unknown> {
  const candidate: Record<string, unknown> = {};
  for (const field of fields(raw)) {
    const text = raw[field] ?? '';
    if (text.trim() || !optional.has(field)) candidate[field] = meaning(field, text, locale);
  }
  return candidate;
}

/** Checkboxes. */
const flags = new Set(['consent', 'capacity', 'status_certified', 'claims_treaty', 'no_foreign_tax_id']);

function meaning(field: string, text: string, locale: string): unknown {
  if (field === 'date_of_birth') return readDate(locale, text);
  if (field === 'tax_treaty_rate') return fraction(text);
  return flags.has(field) ? text === 'true' : text;
}

/** `15`, `15 %` and `12,5` as 0.15 and 0.125; other text as no number at all. */
function fraction(text: string): number {
  const percent = text.replace(/[\s%٪]/g, '').replace(',', '.');
  // 8.2 / 100 is 0.08199999999999999; no treaty has a rate with more than six decimals.
  return /^\d+(\.\d+)?$/.test(percent) ? Number((Number(percent) / 100).toFixed(6)) : NaN;
}

/** A fraction as the payee types it. */
export const percent = (rate: string): string => String(Number((Number(rate) * 100).toFixed(4)));
