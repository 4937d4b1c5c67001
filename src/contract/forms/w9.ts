/** Form W-9 of a person. That of a business is in `w9-business.ts`. */
import * as z from '../z.ts';
import { dateOfBirth, optionalText, personName, ssn, usAddress } from './fields.ts';

export const w9Lines = {
  /** Line 2: the trade name, or the name of an LLC that is disregarded for tax. */
  doing_business_as: optionalText(100),
  /**
   * Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the
   * certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.
   */
  subject_to_backup_withholding: z.optional(z.boolean('invalid-boolean')),
};

/**
 * W-9 data of a person. Sole proprietors and owners of an LLC that is disregarded for tax are persons too.
 */
export const w9Individual = z.object({
  form: z.literal('w9'),
  entity_type: z.literal('individual'),
  ...w9Lines,
  first_name: personName,
  last_name: personName,
  date_of_birth: dateOfBirth,
  tin: ssn,
  ...usAddress,
});
