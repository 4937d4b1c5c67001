/**
 * Texts that are signed or handed over in the words in which the law has them issued. They stay English in
 * every language. On screen they are marked as English, and the payee's language explains them beside it.
 */
export const asIssued = [
  'background-check.disclosure.report',
  'background-check.disclosure.content',
  'background-check.authorization.text',
  'background-check.authorization.electronic',
] as const;
/** A term that no language may translate: `Translation` in `catalogue.ts` leaves it out. */
export type AsIssued = (typeof asIssued)[number];
