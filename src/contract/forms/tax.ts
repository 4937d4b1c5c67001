/**
 * Words that the tax rules of the server and the forms of the element share. There is no schema here, so
 * nobody loads zod for them.
 */

/** `w9` is for US persons, `w8bene` for businesses outside the US, and `w8ben` for everybody else. */
export const taxFormNames = ['w9', 'w8ben', 'w8bene'] as const;
export type TaxFormName = (typeof taxFormNames)[number];

/** Keys of the sentences that tell a payee why the law asks (`compliance.law.<key>`). */
export const taxReasons = ['us-reporting', 'us-withholding'] as const;
export type TaxReason = (typeof taxReasons)[number];

/**
 * Laws by which a platform reports what it pays to sellers: EU, United Kingdom, Canada, Australia, New
 * Zealand.
 */
export const platformRegimes = ['dac7', 'uk', 'ca', 'au', 'nz', 'no'] as const;
export type PlatformRegime = (typeof platformRegimes)[number];

/**
 * What those laws ask for beyond the name, address, date of birth and tax number, which the US forms ask for
 * anyway.
 */
export const platformFields = [
  'tax_id_country',
  'place_of_birth',
  'vat_id',
  'abn',
  'business_registration_number',
] as const;
export type PlatformField = (typeof platformFields)[number];
