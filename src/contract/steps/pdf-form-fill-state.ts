/**
 * What a PDF form starts with, and which answers and signatures it takes. The server and the mock decide by
 * the same rules.
 */
import { sameName } from '../forms/fields.ts';
import { parseInput } from '../input/input.ts';
import { fieldError, fieldProblem, ProblemError } from '../input/problem-error.ts';
import type { FieldProblem } from '../problems.ts';
import { pdfAnswer, pdfValueProblem, pdfValuesInput, prefillPlace } from './pdf-form-fill.ts';
import { canPrint } from './pdf-text.ts';
import type { PdfField, PdfTemplate, PrefillWord } from './pdf-form-fill.ts';
import type { RequirementOf } from './session.ts';

/** By field id. */
export type PdfValues = Readonly<Record<string, string>>;

/** What is known of the payee. */
export interface PdfPerson {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  /** In international form. */
  readonly phone: string | null;
}

/** Returns the fields that the payee types. A place for a signature is signed instead. */
export const typedFields = (fields: readonly PdfField[]): PdfField[] =>
  fields.filter((field) => field.type !== 'signature');

const hasSignature = (fields: readonly PdfField[]): boolean =>
  fields.some((field) => field.type === 'signature');

const fullNameOf = (person: Pick<PdfPerson, 'first_name' | 'last_name'> | null): string | null =>
  [person?.first_name, person?.last_name].filter(Boolean).join(' ') || null;

/** Returns what the step shows of a form with these values. */
export function pdfScreen(
  template: Pick<PdfTemplate, 'name' | 'pages' | 'fields'>,
  values: PdfValues,
  person: PdfPerson | null,
): Omit<RequirementOf<'pdf-form-fill'>, 'step' | 'hide_continue_button' | 'phase'> {
  const fields = typedFields(template.fields);
  return {
    title: template.name,
    pages: template.pages,
    fields: fields.map(({ name: _name, prefill: _prefill, ...field }) => field),
    values: Object.fromEntries(
      fields.flatMap((field) =>
        values[field.id] ? [[field.id, maskSecret(field, values[field.id] ?? '')]] : [],
      ),
    ),
    signature: hasSignature(template.fields),
    name: fullNameOf(person),
  };
}

/** Returns the value as it may go back. Of a secret only enough to recognise it goes back. */
const maskSecret = ({ secret }: PdfField, value: string): string =>
  secret ? `••• ${value.length > 6 ? value.slice(-4) : ''}`.trim() : value;

/**
 * Returns what the fields start with. The words that a prefill may name are filled in from the user; a word
 * that is not known yet becomes empty.
 */
export function prefillOf(fields: readonly PdfField[], person: PdfPerson | null, now: Date): PdfValues {
  const words: Record<PrefillWord, string> = {
    first_name: person?.first_name ?? '',
    last_name: person?.last_name ?? '',
    full_name: fullNameOf(person) ?? '',
    email: person?.email ?? '',
    country: person?.country ?? '',
    phone_number: person?.phone ?? '',
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

/**
 * Returns the answers, without empty ones. All problems are reported at once, those of fields that the form
 * does not have included.
 */
export function readPdfValues(fields: readonly PdfField[], raw: unknown): PdfValues {
  const given = parseInput(pdfValuesInput, raw);
  const errors: FieldProblem[] = Object.keys(given)
    .filter((id) => !fields.some((field) => field.id === id))
    .map((id) => fieldProblem(id, 'unknown'));
  const values: Record<string, string> = {};
  for (const field of fields) {
    const value = pdfAnswer(field, given[field.id] ?? '');
    const code = pdfValueProblem(field, value) ?? (canPrint(value) ? null : 'unprintable-characters');
    if (code) errors.push(fieldProblem(field.id, code));
    else if (value) values[field.id] = value;
  }
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return values;
}

/**
 * Returns the name to print, or null for a form without a place for it. It has to be the payee's own name,
 * where one is known.
 */
export function signedAs(
  person: PdfPerson | null,
  fields: readonly PdfField[],
  typed: string | undefined,
): string | null {
  if (!hasSignature(fields)) return null;
  if (typed === undefined) throw fieldError('signature', 'required');
  const name = fullNameOf(person);
  if (name !== null && sameName(typed) !== sameName(name))
    throw fieldError('signature', 'signature-mismatch');
  if (!canPrint(typed)) throw fieldError('signature', 'unprintable-characters');
  return typed.trim();
}
