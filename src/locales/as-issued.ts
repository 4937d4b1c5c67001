/**
 * Texts that are signed or handed over as the law has them issued. They stay English in every language, are marked as such on screen, and
 * are explained beside it.
 */
export const asIssued = [
  'background-check.disclosure.report',
  'background-check.disclosure.content',
  'background-check.authorization.text',
  'background-check.authorization.electronic',
] as const;
export type AsIssued = (typeof asIssued)[number];
