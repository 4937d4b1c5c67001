import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FieldCode } from '../../src/contract/problems.ts';
import { compliance } from '../../src/locales/en/compliance.ts';
import { complianceBusiness } from '../../src/locales/en/compliance-business.ts';
import { complianceReview } from '../../src/locales/en/compliance-review.ts';
import { complianceW8 } from '../../src/locales/en/compliance-w8.ts';
import { complianceW8bene } from '../../src/locales/en/compliance-w8bene.ts';
import { onboarding } from '../../src/locales/en/onboarding.ts';
import { shell } from '../../src/locales/en/shell.ts';
import { Localizer } from '../../src/locales/localizer.ts';
import { fieldText } from '../../src/locales/words.ts';

/** What the schemas of the contract, and the server behind them, can say of each field. */
const steps: Readonly<
  Record<
    string,
    { messages: Readonly<Record<string, string>>; fields: Readonly<Record<string, readonly FieldCode[]>> }
  >
> = {
  onboarding: {
    messages: onboarding,
    fields: {
      first_name: ['required', 'too-long', 'invalid-name'],
      last_name: ['required', 'too-long', 'invalid-name'],
      email: ['required', 'too-long', 'invalid-email'],
      country: ['required', 'invalid-country'],
    },
  },
  compliance: {
    messages: {
      ...compliance,
      ...complianceBusiness,
      ...complianceReview,
      ...complianceW8,
      ...complianceW8bene,
    },
    fields: {
      entity_type: ['required', 'invalid-choice'],
      first_name: ['required', 'too-long', 'invalid-name'],
      last_name: ['required', 'too-long', 'invalid-name'],
      name: ['required', 'too-long', 'invalid-name'],
      business_name: ['required', 'too-long'],
      date_of_birth: ['required', 'invalid-date', 'date-in-future', 'too-young', 'too-old'],
      tin: ['required', 'invalid-ssn', 'invalid-ein', 'tin-mismatch'],
      line_1: ['required', 'too-long'],
      line_2: ['too-long', 'invalid-type'],
      city: ['required', 'too-long'],
      state: ['required', 'invalid-state', 'too-long'],
      postcode: ['required', 'invalid-postcode', 'too-long'],
      country: ['required', 'invalid-country'],
      citizenship_country: ['required', 'invalid-country'],
      foreign_tax_id: ['required', 'invalid-foreign-tax-id', 'too-long'],
      tax_classification: ['required', 'invalid-choice'],
      other_classification: ['required', 'too-long'],
      doing_business_as: ['too-long'],
      exempt_payee_code: ['invalid-choice'],
      fatca_exemption_code: ['invalid-choice'],
      incorporation_country: ['required', 'invalid-country'],
      chapter3_status: ['required', 'invalid-choice'],
      chapter4_status: ['required', 'invalid-choice'],
      securities_market: ['required', 'too-long'],
      formed_on: ['required', 'invalid-date', 'too-long'],
      giin: ['required', 'invalid-giin'],
      status_certified: ['consent-required'],
      place_of_birth: ['required', 'too-long'],
      tax_id_country: ['invalid-country'],
      vat_id: ['invalid-vat-id', 'too-long'],
      abn: ['invalid-abn', 'too-long'],
      business_registration_number: ['required', 'too-long'],
      lob_category: ['required', 'invalid-choice'],
      lob_article: ['required', 'too-long'],
      signer_name: ['required', 'invalid-name', 'too-long'],
      capacity: ['consent-required'],
      tax_treaty_country: ['required', 'invalid-country', 'no-tax-treaty'],
      tax_treaty_citation: ['required', 'too-long'],
      tax_treaty_rate: ['required', 'invalid-treaty-rate'],
      tax_treaty_income_type: ['required', 'invalid-choice'],
      tax_treaty_explanation: ['too-long'],
      signature: ['required', 'signature-mismatch', 'too-long'],
      consent: ['consent-required'],
    },
  },
};

for (const [step, { messages, fields }] of Object.entries(steps)) {
  describe(`words of ${step}`, () => {
    const localizer = new Localizer('en');
    localizer.add(shell);
    localizer.add(messages);
    for (const [field, codes] of Object.entries(fields))
      for (const code of codes)
        it(`say what is wrong with ${field}: ${code}`, () => {
          const text = fieldText(localizer, { field, code });
          assert.notEqual(text, '');
          assert.match(text, /^[A-Z“].*\.$/u);
        });
  });
}
