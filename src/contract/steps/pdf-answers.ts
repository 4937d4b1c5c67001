/** How a partner's PDF form is answered and signed. The element and the server judge by the same rules. */
import { isCalendarDate } from '../forms/dates.ts';
import { fullName } from '../forms/fields.ts';
import { normaliseText } from '../input/normalise.ts';
import type { FieldCode } from '../problems.ts';
import * as z from '../z.ts';
import type { PdfField } from './pdf-form-fill.ts';

/**
 * Confirms that the form was read, and signs it where it has a place for a signature (15 USC §7001(a),
 * §7006(5): a typed name is a signature).
 */
export const pdfConfirmInput = z.object({
  signature: z.optional(fullName),
  /** The same name in Latin letters, where the PDF's fonts lack letters of it. It is what is printed. */
  signature_latin: z.optional(fullName),
  consent: z.literal(true, 'consent-required'),
});

/**
 * Answers by field id. Dates are `YYYY-MM-DD`; boxes are `true` or empty. `f1_latin` is the answer to `f1` in
 * Latin letters, where the PDF's fonts lack letters of it.
 */
export const pdfValuesInput = z.record(z.string(), z.string('invalid-type'));

/** Returns the name under which the answer to a field stands in Latin letters. */
export const latinOf = (id: string): string => `${id}_latin`;

/** Letters of all scripts but those of DejaVu Sans, which is the PDF's font. */
const otherLetters =
  /(?![\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{sc=Geor}\p{sc=Hebr}\p{sc=Arab}\p{sc=Zyyy}\p{sc=Zinh}])\p{L}/gu;

/**
 * Returns the letters of a text that the PDF cannot show, each once. The server asks the font itself; this
 * tells the payee before anything is sent.
 */
export const lettersNotShown = (text: string): string[] => [...new Set(text.match(otherLetters) ?? [])];

const longest = { text: 1_000, multiline: 5_000 } as const;

/**
 * Returns an answer as it is printed. A choice is one of the template's own texts, so it stays letter by
 * letter.
 */
export const pdfAnswer = ({ type }: Pick<PdfField, 'type'>, value: string): string =>
  (type === 'radio' || type === 'select' ? value : normaliseText(value)).trim();

/**
 * Returns what is wrong with the answer to a field, or null. `value` is as it is sent: dates `YYYY-MM-DD`,
 * boxes `true` or empty.
 */
export function pdfValueProblem(
  field: Pick<PdfField, 'type' | 'required' | 'options' | 'max_length'>,
  value: string,
): FieldCode | null {
  if (value.trim() === '') return field.required ? 'required' : null;
  switch (field.type) {
    case 'checkbox':
      return value === 'true' ? null : 'invalid-choice';
    case 'radio':
    case 'select':
      return field.options.includes(value) ? null : 'invalid-choice';
    case 'date':
      return isCalendarDate(value) ? null : 'invalid-date';
    case 'multiline':
      if (/[^\P{Cc}\n\r\t]/u.test(value)) return 'invalid-characters';
      return value.length > (field.max_length ?? longest.multiline) ? 'too-long' : null;
    case 'text':
    case 'signature':
      if (/\p{Cc}/u.test(value)) return 'invalid-characters';
      return value.length > (field.max_length ?? longest.text) ? 'too-long' : null;
  }
}
