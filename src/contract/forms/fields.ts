/**
 * The fields that forms are made of. The element checks with these before it sends, and the server checks
 * with the same ones after it receives. The message of a failed check is a code of `fieldCatalogue`.
 *
 * Field names are those of the vendor's API (`tin`, `line_1`, `postcode`, …) and of the native inputs.
 * Submissions are flat.
 */
import type { FieldCode } from '../problems.ts';
import { normaliseCode, normaliseText } from '../input/normalise.ts';
import * as z from '../z.ts';
import { isCountryCode } from './countries.ts';
import { usStateCode, usStates } from './us-states.ts';
import { isEin } from './numbers.ts';
import { isAdultEnough, isCalendarDate, isPast, isRecent } from './dates.ts';

/** What is normalised is stored: two spellings that look alike are the same value from here on. */
const asText = z.overwrite(normaliseText);
const asCode = z.overwrite(normaliseCode);

/**
 * No field here has several lines. Control characters and what else cannot be seen, and is not taken out by
 * the normaliser, were pasted by mistake, and would be printed on a form or sent to a bank.
 */
export const plain = z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u2800\ufff9-\ufffc]*$/u, 'invalid-characters');

type Normaliser = typeof asText;

const required =
  (normalised: Normaliser) =>
  (max: number, code: FieldCode = 'required') =>
    z.string(code).check(normalised, z.trim(), z.minLength(1, code), z.maxLength(max, 'too-long'), plain);
const optional = (normalised: Normaliser) => (max: number) =>
  z.optional(z.string('invalid-type').check(normalised, z.trim(), z.maxLength(max, 'too-long'), plain));

/** Text that is trimmed, required and at most `max` characters. */
export const text = required(asText);
/** The same for a street, a town or a business. Signs alone, as in `---`, name none. */
export const words = (max: number) => text(max).check(z.regex(/^$|[\p{L}\p{N}]/u, 'required'));
/** Text that is trimmed, may be empty or absent, and is at most `max` characters long. */
export const optionalText = optional(asText);
/** The same two for what a machine reads: handles, postcodes, tax numbers with letters. */
export const codeText = required(asCode);
export const optionalCodeText = optional(asCode);

/** Digits, however they are separated. */
export const digits = (code: FieldCode) =>
  z.string('required').check(
    asCode,
    z.overwrite((s: string) => s.replace(/[\s\-.()]/g, '')),
    z.minLength(1, 'required'),
    z.regex(/^\d+$/, code),
  );

export const country = z
  .string('required')
  .check(z.minLength(1, 'required'), z.refine(isCountryCode, 'invalid-country'));

/**
 * At least one letter or digit. Beyond that a name may have any letters, marks, digits and signs: X Æ A-12,
 * Studio 54 & Co., S/O, ジョン・スミス. It has no emoji, no markup, and nothing that cannot be seen. The zero
 * width joiners stand between letters, as Persian and Sinhala write them; the fillers of Hangul are letters
 * that nobody sees.
 */
const name = z.regex(
  /^(?=.*[\p{L}\p{N}])(?:[\p{L}\p{M}](?:[\u200c\u200d](?=[\p{L}\p{M}]))?|[\p{N}\p{P}\p{S}\p{Zs}])*$/u,
  'invalid-name',
);
const noName = z.regex(
  /^[^<>\p{Extended_Pictographic}\p{RI}\p{EMod}\ufe0f\u20e3\u115f\u1160\u3164\uffa0]*$/u,
  'invalid-name',
);
export const personName = text(50).check(name, noName);
export const fullName = text(101).check(name, noName);

/**
 * At most 254 characters (RFC 5321 §4.5.3.1.3): atoms with single dots between them, one @, a domain with a
 * dot (RFC 5321 §4.1.2, without quoted local parts). Deliberately lenient otherwise.
 */
const atom = '[^\\s@<>()[\\],;:"\\\\.]+';
export const email = codeText(254).check(
  z.regex(
    new RegExp(`^${atom}(?:\\.${atom})*@(?:${atom}\\.)+[^\\s@<>()[\\],;:"\\\\.]{2,}$`, 'u'),
    'invalid-email',
  ),
);

/** `YYYY-MM-DD`: a real day, not in the future, at least 13 and at most 120 years ago. */
export const dateOfBirth = codeText(10).check(
  z.refine((date: string) => !date || isCalendarDate(date), 'invalid-date'),
  z.refine((date: string) => !isCalendarDate(date) || isPast(date), 'date-in-future'),
  z.refine((date: string) => !isCalendarDate(date) || !isPast(date) || isAdultEnough(date), 'too-young'),
  z.refine((date: string) => !isCalendarDate(date) || isRecent(date), 'too-old'),
);

/** The lines of an address, which are the same everywhere. */
const lines = { line_1: words(100), line_2: optionalText(100) };

/** An address in the United States. */
export const usAddress = {
  ...lines,
  city: words(60),
  state: z.string('required').check(
    z.overwrite((state: string) => usStateCode(state) ?? state),
    z.minLength(1, 'required'),
    z.refine((s: string) => Object.hasOwn(usStates, s), 'invalid-state'),
  ),
  postcode: codeText(20).check(z.overwrite(zipCode), z.regex(/^\d{5}(-\d{4})?$/, 'invalid-postcode')),
};

/**
 * An address anywhere else. What of it a country needs, and how its postal codes look, is for
 * `addressChecks` to say (`address-checks.ts`).
 */
export const address = {
  ...lines,
  city: optionalText(60),
  state: optionalText(60),
  postcode: optionalCodeText(20),
};

/** Returns a ZIP code as the post prints it: `12345-6789` for `12345–6789`, `12345 6789` and `123456789`. */
export function zipCode(text: string): string {
  const [, five, four] = /^\s*(\d{5})(?:[\s-]*(\d{4}))?[\s-]*$/.exec(normaliseCode(text)) ?? [];
  return five ? [five, four].filter(Boolean).join('-') : text;
}

/** Nine digits: an Employer Identification Number. */
export const ein = digits('invalid-ein').check(z.refine(isEin, 'invalid-ein'));

/**
 * A rule over several fields. zod would run it only once every field is right on its own. The payee should
 * see all problems at once, so it always runs, and `holds` must bear missing values.
 */
export function across(
  field: string,
  code: FieldCode,
  holds: (form: Partial<Record<string, unknown>>) => boolean,
) {
  return z.refine((form: unknown) => holds(form as Record<string, unknown>), {
    path: [field],
    error: code,
    when: () => true,
  });
}

/** Returns whether a field has a value. White space is none. */
export function filled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}
