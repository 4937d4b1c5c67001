/**
 * `PUT /users/{id}/compliance`: turns the vendor's nested `w9` and `w8ben` (its OpenAPI description) into the
 * flat form of the payee's own step, so that one set of rules checks both. Problems are named in the
 * partner's spelling again.
 */
import type { FieldProblem } from '../../contract/problems.ts';
import type { Queryable } from '../ports/database.ts';
import type { UserRow } from '../db/users.ts';
import type { Signing } from '../papers/signing.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import { checkInput } from '../../contract/input/input.ts';
import { email } from '../../contract/forms/fields.ts';
import * as z from '../../contract/z.ts';
import { asOf } from '../../contract/forms/dates.ts';
import { parseTaxForm } from '../../contract/tax/parse-form.ts';
import { present } from '../http/meaning.ts';
import type { KnownOfPayee } from '../../contract/tax/indicia.ts';
import { refuseSanctioned } from '../../contract/sanctions/refuse.ts';
import { placesOnForm } from '../../contract/steps/places-on-form.ts';
import { namesOnForm } from '../screening/names.ts';
import { screenUser } from '../screening/screen.ts';
import { knownOf } from '../tax/known.ts';
import { saveTaxForm } from '../tax/save-form.ts';
import { tinSubject } from '../tax/sealed-fields.ts';

/** A part of the body whose fields nobody has checked yet. */
type Fields = Readonly<Record<string, unknown>>;
type FormName = 'w9' | 'w8ben';

/**
 * Files a form for the user. A mismatched number is not an error of the request. The form is kept, and
 * `tax_id_verification` tells of it. The caller has locked the user's row.
 */
export async function submitUserCompliance(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  body: Fields,
  signing: Signing,
): Promise<void> {
  const { fields, doubts } = readTaxForm(deps, user, body, await knownOf(deps, tx, user));
  await saveTaxForm(deps, tx, { flow: null, user }, fields, signing);
  await screenUser(deps, tx, user, namesOnForm(fields), doubts);
}

/** Returns whether the form has a number that the tax authority is asked about. */
export const asksTaxAuthority = (deps: Deps, user: UserRow, body: Fields): boolean =>
  tinSubject(readTaxForm(deps, user, body, null).fields) !== null;

function readTaxForm(deps: Deps, user: UserRow, body: Fields, known: KnownOfPayee | null) {
  const { name, fields } = readForm(body);
  const flat = name === 'w9' ? flatW9(fields, user) : flatW8ben(fields);
  // The payee's own form has no field for it, because the payee is there to sign.
  const signed = name === 'w8ben' ? checkInput(signature, fields['signature'], ['w8ben', 'signature']) : null;
  const wrong = signed === null || signed.ok ? [] : signed.errors;
  return withPartnerNames(name, wrong, () => {
    const fields = asOf(deps.clock.now(), () => parseTaxForm(flat, known));
    return { fields, doubts: refuseSanctioned(placesOnForm(fields)) };
  });
}

const signature = z.object({ email });

/**
 * Returns the one form that was sent. Its parts (`address`, and the signature of a W-8BEN) have to be
 * objects; everything inside them is left to the payee's own schema.
 */
function readForm(body: Fields): { name: FormName; fields: Fields } {
  const given = (['w9', 'w8ben'] as const).filter((name) => body[name] !== undefined && body[name] !== null);
  const [name] = given;
  if (!name)
    throw new ProblemError('invalid-input', {
      detail: 'Give `w9` or `w8ben`.',
      errors: [fieldProblem('w9', 'required')],
    });
  if (given.length > 1)
    throw new ProblemError('invalid-input', {
      detail: 'Give one form.',
      errors: [fieldProblem('w8ben', 'unknown')],
    });
  const fields = body[name];
  if (!isObject(fields))
    throw new ProblemError('invalid-input', { errors: [fieldProblem(name, 'invalid-type')] });
  const errors = ['address', ...(name === 'w8ben' ? ['signature'] : [])].flatMap((part) =>
    isObject(fields[part])
      ? []
      : [fieldProblem(`${name}.${part}`, fields[part] === undefined ? 'required' : 'invalid-type')],
  );
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return { name, fields };
}

/** The vendor's W-9 has no name of a person, because it is the user's. A name in the form wins over it. */
function flatW9({ address, ...fields }: Fields, user: UserRow): Fields {
  const names = { first_name: user.first_name ?? '', last_name: user.last_name ?? '' };
  return { ...names, ...present(fields), ...present(address as Fields), form: 'w9' };
}

/** The vendor has no field for claiming a treaty. Any field about one is such a claim. */
function flatW8ben({ address, signature, ...fields }: Fields): Fields {
  const signed = signature as Fields;
  const claims = Object.keys(present(fields)).some((field) => field.startsWith('tax_treaty_'));
  return {
    ...present(fields),
    ...present(address as Fields),
    claims_treaty: claims,
    form: 'w8ben',
    signature: signed['name'],
    consent: signed['consent'],
  };
}

const addressFields: ReadonlySet<string> = new Set([
  'line_1',
  'line_2',
  'city',
  'state',
  'postcode',
  'country',
]);

function partnerName(form: FormName, field: string): string {
  if (addressFields.has(field)) return `${form}.address.${field}`;
  if (form === 'w8ben' && field === 'signature') return 'w8ben.signature.name';
  if (form === 'w8ben' && field === 'consent') return 'w8ben.signature.consent';
  return `${form}.${field}`;
}

/**
 * Runs `parse`, and names its problems as the partner spelled the fields, with those that are known already.
 * A partner who sent `w9.address.city` could not find `city`.
 */
function withPartnerNames<T>(form: FormName, wrong: readonly FieldProblem[], parse: () => T): T {
  try {
    const parsed = parse();
    if (wrong.length > 0) throw new ProblemError('invalid-input', { errors: [] });
    return parsed;
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.extra.errors) throw error;
    const errors = error.extra.errors.map((problem): FieldProblem => ({
      ...problem,
      field: partnerName(form, problem.field),
    }));
    throw new ProblemError(error.code, { ...error.extra, errors: [...errors, ...wrong] });
  }
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
