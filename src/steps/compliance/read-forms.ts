/**
 * Turns what was typed into what is sent. It says which fields a form has, page by page, and what their
 * text means. The W-8s have theirs in `w8/fields.ts`.
 */
import type { businessAbroad } from '../../contract/forms/w9-business.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { w9Individual } from '../../contract/forms/w9.ts';
import { normaliseCode } from '../../contract/input/normalise.ts';
import type * as z from '../../contract/z.ts';
import { explainBirth, readBirth } from '../../ui/date-parts.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';

/**
 * The pages of the forms, in order. `status` is for businesses outside the US. The payee comes to `treaty`
 * only from the answers on `check`: hardly anybody has something to claim.
 */
const pageNames = ['who', 'status', 'number', 'address', 'treaty', 'check'] as const;
export type Page = (typeof pageNames)[number];

/** The pages of one form, each with its fields in the order on screen. */
export type Pages = Readonly<Partial<Record<Page, readonly string[]>>>;

/** One form as the step needs to know it. */
export interface FormSpec {
  /** Returns the pages. Their fields depend on what was answered before. */
  readonly pages: (raw: Raw) => Pages;
  readonly schema: z.ZodMiniType<ComplianceInput>;
  /**
   * Fields that are left out when they are empty. The others are sent empty, so that the schema says that
   * they are required.
   */
  readonly optional: ReadonlySet<string>;
  /** Of a business: the schema of its W-9 with an address abroad. */
  readonly abroad?: typeof businessAbroad;
  /** Returns what the payee's tax number is called where it comes from; an empty text where nobody knows. */
  readonly numberName?: (raw: Raw) => string;
}

/** Returns the names of the pages that a form has, in order. */
export const namesOf = (pages: Pages): readonly Page[] => pageNames.filter((name) => pages[name]);

/** The fields of an address in the order of an American envelope. */
export const usAddress = ['line_1', 'line_2', 'city', 'state', 'postcode'];

/** Asked on the last page of a W-9: whether item 2 of the certification is crossed out. */
export const backupWithholding = 'subject_to_backup_withholding';

/** Not sent: the payee has said that their address is not in the United States. */
export const abroad = 'abroad';

/** A W-9 for a person. That for a business is in `business/`. */
export const w9Person: FormSpec = {
  pages: () => ({
    who: ['form', 'entity_type', 'first_name', 'last_name', 'doing_business_as'],
    number: ['tin', 'tin_type', 'date_of_birth'],
    address: usAddress,
    check: [backupWithholding, 'signature'],
  }),
  schema: w9Individual,
  optional: new Set(['line_2', 'doing_business_as', 'tin_type', backupWithholding, 'signature']),
};

/** Returns the form as the API takes it, or what is wrong with it. */
export function readForm(spec: FormSpec, raw: Raw, locale: string, now: string): Reading<ComplianceInput> {
  const reading = readSchema(spec.schema, candidateOf(spec, raw, locale), now);
  return explainBirth(reading, raw, locale);
}

/**
 * Returns what was typed as the server would read it, right or wrong. The finished form is made of that, too.
 */
export function candidateOf(
  { pages, optional }: FormSpec,
  raw: Raw,
  locale: string,
): Record<string, unknown> {
  const candidate: Record<string, unknown> = {};
  for (const field of Object.values(pages(raw)).flat()) {
    const text = raw[field] ?? '';
    if (text.trim() || !optional.has(field)) candidate[field] = meaning(field, text, locale);
  }
  return candidate;
}

/** The checkboxes. The form keeps them as text; the API takes booleans. */
const flags = new Set([
  backupWithholding,
  'consent',
  'capacity',
  'status_certified',
  'claims_treaty',
  'no_foreign_tax_id',
  'country_confirmed',
]);

/** Returns what the text of one field means. Text that means nothing stays wrong in the schema's eyes. */
function meaning(field: string, text: string, locale: string): unknown {
  if (field === 'date_of_birth') return readBirth(locale, text);
  if (field === 'tax_treaty_rate') return fraction(text);
  if (field === 'us_work_percent') return Number(percent(String(fraction(text))));
  if (field === 'tin_type') return text === 'true' ? 'ein' : 'ssn';
  return flags.has(field) ? text === 'true' : text;
}

/** Reads `15`, `15 %` and `12,5` as 0.15, 0.15 and 0.125. Other text is not a number. */
function fraction(text: string): number {
  const percent = normaliseCode(text)
    .replace(/[\s%٪]/g, '')
    .replace(/[,٫]/, '.');
  // Rounded, because 8.2 / 100 is 0.08199999999999999. No treaty has a rate with more than six decimals.
  return /^\d+(\.\d+)?$/.test(percent) ? Number((Number(percent) / 100).toFixed(6)) : NaN;
}

/** Returns a fraction as the payee types it: `0.15` as `15`. */
export const percent = (rate: string): string => String(Number((Number(rate) * 100).toFixed(4)));
