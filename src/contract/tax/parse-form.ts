/**
 * Reads a submitted tax form: first by the schema of the form that it names, then by the rules that no
 * schema has.
 */
import { addressChecks, cityCheck, residenceChecks } from '../forms/address-checks.ts';
import { sameName, wholeName } from '../forms/names.ts';
import { isYoung } from '../forms/dates.ts';
import { w8ben } from '../forms/w8ben.ts';
import { w9Individual } from '../forms/w9.ts';
import { w9Business, w9BusinessForm } from '../forms/w9-business.ts';
import { w9IndividualAbroad } from '../forms/w9-abroad.ts';
import { w9BusinessAbroad, w9BusinessFormAbroad } from '../forms/w9-business-abroad.ts';
import { taxIdChecks } from '../forms/tax-ids.ts';
import { hasTreaty } from '../forms/treaties.ts';
import { w8bene } from '../forms/w8bene.ts';
import type { FieldCode } from '../problems.ts';
import type { ComplianceInput } from '../steps/compliance-requests.ts';
import { parseInput } from '../input/input.ts';
import { ProblemError, fieldError, fieldProblem } from '../input/problem-error.ts';
import { claimProblems } from './indicia.ts';
import type { KnownOfPayee } from './indicia.ts';
import { reportingOf } from './platform-rules.ts';

/**
 * `year` is the calendar year in which the form is filed. What it says has to fit what is `known` of the
 * payee; null: nothing is.
 */
export function parseComplianceInput(
  raw: unknown,
  year: number,
  known: KnownOfPayee | null = null,
): ComplianceInput {
  return withChecks(parseForm(raw, payeeForms), known, (fields) => problemsOf(fields, year));
}

function withChecks(
  fields: ComplianceInput,
  known: KnownOfPayee | null,
  problems: (fields: Foreign) => readonly Problem[],
): ComplianceInput {
  const filled = isAbroad(fields)
    ? { ...fields, tax_id_country: fields.tax_id_country ?? fields.country }
    : fields;
  const errors = [
    ...(isAbroad(filled) ? problems(filled) : []),
    ...(known ? claimProblems(filled, known) : []),
    ...signatureProblems(filled),
  ].map(([field, code]) => fieldProblem(field, code));
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return filled;
}

/** Whoever signs for a business is not named on the form. */
const signatureProblems = (fields: ComplianceInput): Problem[] =>
  fields.form !== 'w9' ||
  fields.entity_type !== 'individual' ||
  !fields.signature ||
  sameName(fields.signature, wholeName(fields))
    ? []
    : [['signature', 'signature-mismatch']];

/** Fills in a signature, so that everything else of a form that is not signed yet is checked. */
export function withPlaceholderSignature(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const { name, signer_name: signer } = raw as { name?: unknown; signer_name?: unknown };
  return { ...raw, signature: signer ?? name ?? '', consent: true, capacity: true, status_certified: true };
}

/**
 * Reads a form as the vendor's clients send it through the partner API. Numbers, treaties and signatures are
 * checked as on the payee's own form. Partners are not asked what the vendor does not ask: the classification
 * of a business, more of an address than the city, and what the laws of other countries want on top.
 */
export function parseTaxForm(raw: unknown, known: KnownOfPayee | null = null): ComplianceInput {
  return withChecks(parseForm(raw, partnerForms), known, treatyProblems);
}

/** The schemas that differ between the two APIs. */
const payeeForms = {
  business: w9BusinessForm,
  businessAbroad: w9BusinessFormAbroad,
  w8ben: w8ben.check(...addressChecks, ...taxIdChecks('person')),
  w8bene: w8bene.check(...addressChecks, ...taxIdChecks('business')),
};
const partnerForms = {
  business: w9Business,
  businessAbroad: w9BusinessAbroad,
  w8ben: w8ben.check(...residenceChecks, cityCheck, ...taxIdChecks('person')),
  w8bene: w8bene.check(...residenceChecks, cityCheck, ...taxIdChecks('business')),
};

/**
 * Reads a form by the schema that it names. The schema is chosen by hand and not by a union of schemas. So a
 * wrong `form` is one clear problem, and each field's problem comes from its own form.
 */
function parseForm(raw: unknown, forms: typeof payeeForms | typeof partnerForms): ComplianceInput {
  const {
    form,
    entity_type: entity,
    country = 'US',
  } = (typeof raw === 'object' && raw !== null ? raw : {}) as {
    form?: unknown;
    entity_type?: unknown;
    country?: unknown;
  };
  if (form === 'w8ben') return parseInput(forms.w8ben, raw);
  if (form === 'w8bene') return parseInput(forms.w8bene, raw);
  if (form !== 'w9') throw fieldError('form', form === undefined ? 'required' : 'invalid-choice');
  const inUs = country === 'US';
  if (entity === 'individual') return parseInput(inUs ? w9Individual : w9IndividualAbroad, raw);
  if (entity === 'business') return parseInput(inUs ? forms.business : forms.businessAbroad, raw);
  throw fieldError('entity_type', entity === undefined || entity === '' ? 'required' : 'invalid-choice');
}

/** A form with an address abroad: a W-8, or a W-9 of a US person there. */
type Foreign = Extract<ComplianceInput, { readonly tax_id_country?: string | undefined }> & {
  readonly country: string;
};
const isAbroad = (fields: ComplianceInput): fields is Foreign =>
  fields.form !== 'w9' || (fields.country ?? 'US') !== 'US';

type Problem = readonly [field: string, code: FieldCode];

const treatyProblems = (fields: Foreign): Problem[] =>
  fields.form !== 'w9' && fields.claims_treaty && !hasTreaty(fields.tax_treaty_country)
    ? [['tax_treaty_country', 'no-tax-treaty']]
    : [];

/**
 * Returns what is wrong with a form from abroad beyond its schema. Each row is a field, its code, and whether
 * it passes.
 */
function problemsOf(fields: Foreign, year: number): Problem[] {
  const isBusiness = fields.form === 'w8bene' || (fields.form === 'w9' && fields.entity_type === 'business');
  const payee = isBusiness ? 'business' : 'person';
  const law = reportingOf({ country: fields.country, year, paid: 0, activity: 'services', sales: Infinity });
  const problems: [string, FieldCode, boolean][] = [
    // The W-8s ask for the number themselves.
    [
      'foreign_tax_id',
      'required',
      fields.form !== 'w9' ||
        !law?.[payee].includes('tax_id_country') ||
        !!fields.foreign_tax_id ||
        fields.no_foreign_tax_id === true,
    ],
    // The OECD's rules take the place of birth where there is no tax number, and only of people.
    [
      'place_of_birth',
      'required',
      payee === 'business' ||
        !!fields.foreign_tax_id ||
        (fields.form === 'w9' && fields.no_foreign_tax_id !== true) ||
        !law?.person.includes('place_of_birth') ||
        !!fields.place_of_birth,
    ],
    [
      'business_registration_number',
      'required',
      !isBusiness ||
        !law?.business.includes('business_registration_number') ||
        ('business_registration_number' in fields && !!fields.business_registration_number),
    ],
  ];
  // Form W-8BEN-E, line 33.
  if (fields.form === 'w8bene' && fields.formed_on)
    problems.push(['formed_on', 'invalid-date', isYoung(fields.formed_on)]);
  return [
    ...problems.flatMap(([field, code, passes]): Problem[] => (passes ? [] : [[field, code]])),
    ...treatyProblems(fields),
  ];
}
