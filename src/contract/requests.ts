/**
 * Bodies of the payee API that are more, or less, than a form. Apart from `submissions.ts` so that no browser downloads
 * the unions, which only the server has to tell apart.
 */
import { bankSpecs } from './bank-specs.ts';
import { intlBankMethod } from './intl-bank.ts';
import type { w9Business } from './submissions.ts';
import { country, digits, methodInputs, w8ben, w9BusinessForm, w9Individual } from './submissions.ts';
import { w8bene } from './w8bene.ts';
import { z } from './z.ts';

export const codeChannels = ['sms', 'voice'] as const;
export const sendCodeInput = z.object({
  /** ISO 3166-1 alpha-2 of the number's country; tells +1 US from +1 CA. Not needed when the phone is already known. */
  country: z.optional(country),
  /** National or international digits. Not needed when the phone is already known. */
  phone_number: z.optional(z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(30, 'invalid-phone-number'))),
  channel: z._default(z.enum(codeChannels, 'invalid-choice'), 'sms'),
});

export const checkCodeInput = z.object({ code: digits('invalid-code').check(z.length(6, 'invalid-code')) });

export const complianceInput = z.union([z.discriminatedUnion('entity_type', [w9Individual, w9BusinessForm]), w8ben, w8bene]);

/** For the documentation; the server picks the schema by `platform` and `bank_country`, so that its problems name fields. */
export const payoutMethodInput = z.union([
  z.discriminatedUnion('platform', Object.values(methodInputs) as never),
  z.union(Object.values(bankSpecs).map(intlBankMethod)),
]);

export const autoPayoutInput = z.object({ enabled: z.boolean('invalid-boolean') });

export type ComplianceInput = z.infer<typeof w9Individual> | z.infer<typeof w9Business> | z.infer<typeof w8ben> | z.infer<typeof w8bene>;
