/** Form W-9 of a person. That of a business is in `w9-business.ts`. */
import * as z from '../z.ts';
import { across, dateOfBirth, digits, optionalText, personName, usAddress } from './fields.ts';
import { isEin, isSsn } from './numbers.ts';

export const w9Lines = {
  /** Line 2: the trade name, or the name of an LLC that is disregarded for tax. */
  doing_business_as: optionalText(100),
  /**
   * Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the
   * certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.
   */
  subject_to_backup_withholding: z.optional(z.boolean('invalid-boolean')),
  /** Typed as a signature: the name of the person above. Needed after a number that did not match. */
  signature: optionalText(101),
};

/** Of an address in the United States. Abroad it is another one (`w9-abroad.ts`). */
export const inTheUs = {
  /** `US`, also when absent. */
  country: z.optional(z.literal('US', 'invalid-country')),
  /** `true`: the payee lives in the United States, and no longer in the country that they named before. */
  country_confirmed: z.optional(z.boolean('invalid-boolean')),
};

/** What a tax number of the US is: that of a person (an ITIN stands in its place), or of an employer. */
export const tinTypes = ['ssn', 'ein'] as const;
export type TinType = (typeof tinTypes)[number];

/** Returns whether the number is one of its type. What is no text, or empty, is wrong otherwise. */
const fits = (type: TinType, isRight: (tin: string) => boolean) =>
  across(
    'tin',
    type === 'ein' ? 'invalid-ein' : 'invalid-ssn',
    ({ tin, tin_type = 'ssn' }) =>
      tin_type !== type || typeof tin !== 'string' || isRight(tin.replace(/[\s\-.()]/g, '')),
  );

/**
 * W-9 data of a person. Sole proprietors and owners of an LLC that is disregarded for tax are persons too,
 * and may give the EIN of their business (Form W-9, Part I: “you may enter either your SSN or EIN”).
 */
export const w9Person = z.object({
  form: z.literal('w9'),
  entity_type: z.literal('individual'),
  ...w9Lines,
  first_name: personName,
  last_name: personName,
  date_of_birth: dateOfBirth,
  /** Nine digits: what `tin_type` says. */
  tin: digits('invalid-ssn'),
  /** `ssn` (also an ITIN) when absent, or `ein` of a sole proprietor. */
  tin_type: z.optional(z.enum(tinTypes, 'invalid-choice')),
  ...inTheUs,
  ...usAddress,
});
export const personChecks = [fits('ssn', isSsn), fits('ein', isEin)] as const;
export const w9Individual = w9Person.check(...personChecks);

/** Returns what the number of a W-9 is: a business has an EIN and nothing else. */
export const tinTypeOf = (form: {
  readonly entity_type: 'individual' | 'business';
  readonly tin_type?: TinType | undefined;
}): TinType => (form.entity_type === 'business' ? 'ein' : (form.tin_type ?? 'ssn'));
