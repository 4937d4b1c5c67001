/**
 * Words about what a payment is for and where it was earned. There is no schema here, so nobody loads zod for
 * them.
 */

/** What a payment is for. It decides where the payment comes from, and which treaty article speaks of it. */
export const incomeTypes = ['services', 'royalties', 'other'] as const;
export type IncomeType = (typeof incomeTypes)[number];

/** What a payment is for when nobody says so. */
export const usualIncomeType: IncomeType = 'services';

/** Where a payee does the work that they are paid for: in the United States, elsewhere, or in both. */
export const placesOfWork = ['inside', 'outside', 'both'] as const;
export type PlaceOfWork = (typeof placesOfWork)[number];

/**
 * Why a payment has its rate; each is a branch of `withholdingOf` with its source. The first six are for US
 * persons, the others for everybody else; the last five are of forms that were uploaded and approved.
 */
export const withholdingReasons = [
  'us-person',
  'exempt-payee',
  'below-threshold',
  'no-number',
  'wrong-number',
  'notified-by-irs',
  'tax-exempt',
  'earned-outside',
  'no-form',
  'treaty',
  'treaty-of-other-country',
  'treaty-of-other-income',
  'treaty-without-number',
  'place-unknown',
  'statutory',
  'effectively-connected',
  'treaty-services',
  'exempt-organization',
  'intermediary',
  'approved-form',
] as const;
export type WithholdingReason = (typeof withholdingReasons)[number];

/**
 * Why something is kept back, as the payee is told. `place`: nobody knows where they work. `number`: their
 * tax number is missing or wrong.
 */
export const withheldWhys = ['us-income', 'place', 'treaty', 'number'] as const;
export type WithheldWhy = (typeof withheldWhys)[number];

/** Where a payment comes from, as tax law has it: the United States, elsewhere, or both. */
export const incomeSources = ['us', 'foreign', 'both'] as const;
export type IncomeSource = (typeof incomeSources)[number];
