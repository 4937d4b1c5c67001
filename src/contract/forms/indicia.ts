/**
 * Words about what hints at the United States in somebody who claims not to be a US person. There is no
 * schema here, so nobody loads zod for them.
 */

/**
 * What makes a claim of foreign status doubtful: a place of birth, an address, the only phone, an account for
 * payouts. Each in the United States; `contract/tax/indicia.ts` has the sources.
 */
export const usIndicia = ['us-birthplace', 'us-address', 'us-phone', 'us-account'] as const;
export type UsIndicium = (typeof usIndicia)[number];

/**
 * Why the payee is no US person all the same. `student`: in the US on a visa F, J, M or Q. `visiting`: there
 * for too few days to be a resident. `moved-away`: no longer there. `contact-only`: only the phone or the
 * account is there. `no-citizenship`: born there without being a citizen today. The last two want words.
 */
export const indiciaReasons = [
  'contact-only',
  'moved-away',
  'visiting',
  'student',
  'no-citizenship',
  'other',
] as const;
export type IndiciaReason = (typeof indiciaReasons)[number];

/** Returns whether the reason alone says too little. */
export const needsWords = (reason: unknown): boolean => reason === 'no-citizenship' || reason === 'other';

/** Why a tax form has to be filed again. */
export const formChanges = ['country', 'us-address', 'us-phone'] as const;
export type FormChange = (typeof formChanges)[number];
