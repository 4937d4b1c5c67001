/**
 * Each field of each step says in its own words what is missing and what is wrong. The fields are those of
 * the schemas by which the element reads its forms, so that a field added there has to be worded, too.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { methodInputs } from '../../src/contract/bank/method-inputs.ts';
import { w8ben } from '../../src/contract/forms/w8ben.ts';
import { w9Individual } from '../../src/contract/forms/w9.ts';
import { w9IndividualAbroad } from '../../src/contract/forms/w9-abroad.ts';
import { w9BusinessForm } from '../../src/contract/forms/w9-business.ts';
import { chapter4Statuses, w8bene } from '../../src/contract/forms/w8bene.ts';
import { checkCodeInput } from '../../src/contract/steps/authentication-requests.ts';
import { knownInput } from '../../src/contract/steps/known-request.ts';
import {
  backgroundCheckAuthorization,
  backgroundCheckDetails,
} from '../../src/contract/steps/background-check.ts';
import { idDocumentInput } from '../../src/contract/steps/id-verification.ts';
import {
  confirmDepositsInput,
  linkAnswerInput,
  linkedPaymentMethod,
  manualPaymentMethod,
} from '../../src/contract/steps/manage-payments.ts';
import { onboardingInput } from '../../src/contract/steps/onboarding.ts';
import { payoutInput } from '../../src/contract/steps/payout.ts';
import { pdfConfirmInput } from '../../src/contract/steps/pdf-answers.ts';
import type { StepName } from '../../src/contract/steps.ts';
import type * as z from '../../src/contract/z.ts';
import type { FieldError } from '../../src/flow/problem.ts';
import type { Language, Portion } from '../../src/locales/catalogue.ts';
import german from '../../src/locales/de/index.ts';
import english from '../../src/locales/en/index.ts';
import { Localizer } from '../../src/locales/localizer.ts';
import { fieldText } from '../../src/locales/words.ts';
import { readSchema } from '../../src/ui/read-schema.ts';
import { portionsOf } from '../../tools/words.ts';

interface Form {
  readonly step: StepName;
  /** Words that are loaded on top of those of the step. */
  readonly and?: readonly Portion[];
  readonly schema: z.ZodMiniType & { readonly shape: Readonly<Record<string, unknown>> };
  /** What the element sends without asking for it, and what was chosen before. */
  readonly given?: Readonly<Record<string, unknown>>;
}

const w9Business = { step: 'compliance', and: ['compliance-business'], schema: w9BusinessForm } as const;
const person = { form: 'w9', entity_type: 'individual' };
const company = { form: 'w9', entity_type: 'business' };
const w8 = { and: ['compliance-w8', 'compliance-review'] as const, step: 'compliance' as const };
const w8e = { ...w8, and: [...w8.and, 'compliance-w8bene'] as const, schema: w8bene };
const treaty = { claims_treaty: true };
const link = { step: 'manage-payments', and: ['bank-link'] } as const;

const forms: readonly Form[] = [
  { step: 'authentication', and: ['authentication-code'], schema: checkCodeInput },
  { step: 'authentication', and: ['authentication-known'], schema: knownInput },
  { step: 'onboarding', schema: onboardingInput },
  { step: 'compliance', schema: w9Individual, given: { ...person, country: 'US' } },
  { ...w8, schema: w9IndividualAbroad, given: person },
  { ...w9Business, given: { ...company, country: 'US' } },
  { ...w9Business, given: { ...company, country: 'US', tax_classification: 'other' } },
  { ...w8, schema: w8ben, given: { form: 'w8ben' } },
  { ...w8, schema: w8ben, given: { form: 'w8ben', ...treaty } },
  ...chapter4Statuses.map((chapter4_status) => ({ ...w8e, given: { form: 'w8bene', chapter4_status } })),
  { ...w8e, given: { form: 'w8bene', ...treaty, lob_category: 'other' } },
  { ...w8e, given: { form: 'w8bene', ...treaty } },
  { step: 'id-verification', schema: idDocumentInput },
  { step: 'background-check', schema: backgroundCheckDetails },
  { step: 'background-check', schema: backgroundCheckAuthorization, given: { disclosure_version: '1' } },
  {
    step: 'manage-payments',
    schema: manualPaymentMethod,
    given: { source: 'manual', mandate_version: '1' },
  },
  { ...link, schema: linkedPaymentMethod, given: { source: 'link', mandate_version: '1' } },
  { ...link, schema: linkAnswerInput },
  { step: 'manage-payments', schema: confirmDepositsInput },
  ...Object.entries(methodInputs).flatMap(([platform, schema]) =>
    (['manage-payouts', 'payout'] as const).map((step) => ({ step, schema, given: { platform } })),
  ),
  { step: 'payout', schema: payoutInput },
  { step: 'pdf-form-fill', schema: pdfConfirmInput },
];

/** What forms say themselves, because no schema has a field of that name. */
const said: Readonly<Partial<Record<StepName, readonly FieldError[]>>> = {
  authentication: [{ field: 'phone_number', code: 'required' }],
  payout: [
    { field: 'amount', code: 'required' },
    { field: 'method_id', code: 'required' },
  ],
  'manage-payments': [{ field: 'institution', code: 'required' }],
  'id-verification': [
    { field: 'country', code: 'required' },
    { field: 'document_type', code: 'required' },
  ],
};

/** Everything that a field can be left as, or filled with by mistake. */
const mistakes = [undefined, '', ' ', '\u0007', '😀 <b>', '12', '-', 'x'.repeat(6_000)];

function errorsOf({ schema, given = {} }: Form): FieldError[] {
  const asked = Object.keys(schema.shape).filter((field) => !Object.hasOwn(given, field));
  const found = new Map<string, FieldError>();
  for (const typed of mistakes) {
    const reading = readSchema(schema, {
      ...Object.fromEntries(asked.map((field) => [field, typed])),
      ...given,
    });
    for (const error of reading.ok ? [] : reading.errors)
      // The element sends its boxes as true and false, and text as text.
      if (asked.includes(error.field) && error.code !== 'invalid-boolean')
        found.set(`${error.field} ${error.code}`, error);
  }
  return [...found.values()];
}

async function localizerOf(
  language: Language,
  tag: string,
  portions: readonly Portion[],
): Promise<Localizer> {
  const words = await portionsOf(language);
  const all = ['authentication', 'closing', ...portions].map((portion) => words[portion]);
  const localizer = new Localizer(tag);
  localizer.add(Object.assign({}, ...all) as Parameters<Localizer['add']>[0]);
  return localizer;
}

/** Returns the errors for which there is no sentence, or only the general one. */
const unworded = (localizer: Localizer, errors: readonly FieldError[]): string[] =>
  errors.flatMap((error) => {
    const text = fieldText(localizer, error);
    return text !== localizer.t('field.other') && /^[\p{Lu}„“].*[.?]$/u.test(text)
      ? []
      : [`${error.field}: ${error.code}`];
  });

for (const [tag, language] of [
  ['en', english],
  ['de', german],
] as const) {
  describe(`own words for each field, ${tag}`, () => {
    forms.forEach((form, at) => {
      it(`${at + 1}: ${form.step} ${Object.values(form.given ?? {}).join(' ')}`, async () => {
        const localizer = await localizerOf(language, tag, [form.step, ...(form.and ?? [])]);
        const errors = errorsOf(form);
        assert.ok(errors.length);
        assert.deepEqual(unworded(localizer, errors), []);
      });
    });
    for (const [step, errors] of Object.entries(said))
      it(`${step}, what its forms say themselves`, async () => {
        const localizer = await localizerOf(language, tag, [step as StepName]);
        assert.deepEqual(unworded(localizer, errors), []);
      });
  });
}
