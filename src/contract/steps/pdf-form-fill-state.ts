/**
 * What a PDF form starts with, and which answers and signatures it takes. The server and the mock decide by
 * the same rules.
 */
import { realName, sameName, wholeName } from '../forms/names.ts';
import { parseInput } from '../input/input.ts';
import { fieldError, fieldProblem, ProblemError } from '../input/problem-error.ts';
import type { FieldProblem } from '../problems.ts';
import { latinOf, pdfAnswer, pdfValueProblem, pdfValuesInput } from './pdf-answers.ts';
import { prefillPlace } from './pdf-form-fill.ts';
import type { pdfConfirmInput } from './pdf-answers.ts';
import type { PdfField, PdfTemplate, PrefillWord } from './pdf-form-fill.ts';
import type * as z from '../z.ts';
import type { RequirementOf } from './session.ts';

type PdfConfirmInput = Pick<z.output<typeof pdfConfirmInput>, 'signature' | 'signature_latin'>;

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
  wholeName(person ?? {}) || null;

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
        [field.id, latinOf(field.id)].flatMap((key) =>
          values[key] ? [[key, maskSecret(field, values[key])]] : [],
        ),
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
 * Labels of fields that ask for what an earlier step asked, whole and in English or German. All others may
 * mean somebody else.
 */
const askedBefore: readonly (readonly [RegExp, PrefillWord])[] = [
  [/^(?:full |legal |full legal )?name$|^vollständiger name$/i, 'full_name'],
  [/^(?:first|given) name$|^vorname$/i, 'first_name'],
  [/^(?:last|family) name$|^surname$|^(?:nach|familien)name$/i, 'last_name'],
  [/^e-?mail(?:[ -]?(?:address|adresse))?$/i, 'email'],
  [/^(?:tele|mobile )?phone(?: number)?$|^telefon(?:nummer)?$/i, 'phone_number'],
];

/** Returns a field's prefill: the partner's, or else what its label plainly asks for (WCAG 2.2, 3.3.7). */
function prefillFor({ type, label, prefill, secret }: PdfField): string | null {
  if (prefill !== null || type !== 'text' || secret) return prefill;
  const asked = label.replace(/^(?:your|ihre?) /i, '').replace(/[\s:*.]+$/, '');
  const word = askedBefore.find(([words]) => words.test(asked))?.[1];
  return word === undefined ? null : `{{${word}}}`;
}

/**
 * Returns what the fields start with. The words that a prefill may name are filled in from the user; a word
 * that is not known yet becomes empty.
 */
export function prefillOf(fields: readonly PdfField[], person: PdfPerson | null, now: Date): PdfValues {
  const words: Record<PrefillWord, string> = {
    first_name: realName(person?.first_name),
    last_name: realName(person?.last_name),
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
    typedFields(fields).flatMap((field) => {
      const prefill = prefillFor(field);
      return prefill ? [[field.id, filled(prefill)]] : [];
    }),
  );
}

/** Returns the characters of a text that the PDF cannot show, each once. */
export type Unprintable = (text: string) => readonly string[];

/**
 * Returns the answers, without empty ones. All problems are reported at once, those of fields that the form
 * does not have included.
 */
export function readPdfValues(
  fields: readonly PdfField[],
  raw: unknown,
  unprintable: Unprintable,
): PdfValues {
  const given = parseInput(pdfValuesInput, raw);
  const errors: FieldProblem[] = Object.keys(given)
    .filter((id) => !fields.some((field) => field.id === id || latinOf(field.id) === id))
    .map((id) => fieldProblem(id, 'unknown'));
  const values: Record<string, string> = {};
  for (const field of fields) {
    const value = pdfAnswer(field, given[field.id] ?? '');
    const code = pdfValueProblem(field, value);
    if (code) errors.push(fieldProblem(field.id, code));
    if (code || !value) continue;
    values[field.id] = value;
    const lacking = lackingOf(field, value, unprintable);
    if (lacking.length === 0) continue;
    const latin = pdfAnswer(field, given[latinOf(field.id)] ?? '');
    const problem = latinProblem(field, latin, lacking, unprintable);
    if (problem) errors.push(problem);
    else values[latinOf(field.id)] = latin;
  }
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return values;
}

/** What was chosen is the form's own text, and can be printed. */
const lackingOf = ({ type }: PdfField, value: string, unprintable: Unprintable): readonly string[] =>
  type === 'text' || type === 'multiline' ? unprintable(value) : [];

/**
 * Returns what keeps an answer from being printed: the letters that are `lacking`, and none in their place.
 */
function latinProblem(
  field: PdfField,
  latin: string,
  lacking: readonly string[],
  unprintable: Unprintable,
): FieldProblem | null {
  const wanted = `The PDF cannot show ${lacking.join(' ')}.`;
  // A secret is not asked for twice, and a sign is no letter that could be written in another way.
  if (field.secret || !lacking.some((character) => /\p{L}/u.test(character)))
    return fieldProblem(field.id, 'unprintable-characters', wanted);
  const code = pdfValueProblem({ ...field, required: true }, latin);
  if (code) return fieldProblem(latinOf(field.id), code, wanted);
  return unprintable(latin).length > 0 ? fieldProblem(latinOf(field.id), 'unprintable-characters') : null;
}

/** A signature as it was typed and, where the PDF cannot show that, in Latin letters. */
export interface SignedName {
  readonly name: string;
  readonly latin?: string | undefined;
}

/**
 * Returns the name to print, or null for a form without a place for it. It has to be the payee's own name,
 * where one is known.
 */
export function signedAs(
  person: PdfPerson | null,
  fields: readonly PdfField[],
  { signature: typed, signature_latin: latin }: PdfConfirmInput,
  unprintable: Unprintable,
): SignedName | null {
  if (!hasSignature(fields)) return null;
  if (typed === undefined) throw fieldError('signature', 'required');
  const name = fullNameOf(person);
  if (name !== null && !sameName(typed, name)) throw fieldError('signature', 'signature-mismatch');
  if (unprintable(typed).length === 0) return { name: typed };
  if (latin === undefined) throw fieldError('signature_latin', 'required');
  if (unprintable(latin).length > 0) throw fieldError('signature_latin', 'unprintable-characters');
  return { name: typed, latin };
}
