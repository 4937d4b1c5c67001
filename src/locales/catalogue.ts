/** Every term there is, as a type only: each step's chunk brings its own English along, and nothing else is loaded. */
import type { authentication } from './en/authentication.ts';
import type { backgroundCheck } from './en/background-check.ts';
import type { bankAccount } from './en/bank-account.ts';
import type { bankLink } from './en/bank-link.ts';
import type { closing } from './en/closing.ts';
import type { compliance } from './en/compliance.ts';
import type { idCapture } from './en/id-verification-capture.ts';
import type { idHandoff } from './en/id-verification-handoff.ts';
import type { idVerification } from './en/id-verification.ts';
import type { managePayments } from './en/manage-payments.ts';
import type { intlBank } from './en/intl-bank.ts';
import type { complianceReview } from './en/compliance-review.ts';
import type { complianceW8 } from './en/compliance-w8.ts';
import type { managePayouts } from './en/manage-payouts.ts';
import type { onboarding } from './en/onboarding.ts';
import type { payoutMethods } from './en/payout-methods.ts';
import type { pdfFormFill } from './en/pdf-form-fill.ts';
import type { payout } from './en/payout.ts';
import type { redirect } from './en/redirect.ts';
import type { shell } from './en/shell.ts';

// A union of keys, not the keys of an intersection: two chunks may word the same term, and `{a: 'x'} & {a: 'y'}` is never.
export type Term =
  | keyof typeof shell
  | keyof typeof closing
  | keyof typeof authentication
  | keyof typeof onboarding
  | keyof typeof compliance
  | keyof typeof complianceW8
  | keyof typeof complianceReview
  | keyof typeof bankAccount
  | keyof typeof idVerification
  | keyof typeof idCapture
  | keyof typeof idHandoff
  | keyof typeof backgroundCheck
  | keyof typeof bankLink
  | keyof typeof managePayments
  | keyof typeof intlBank
  | keyof typeof managePayouts
  | keyof typeof payoutMethods
  | keyof typeof pdfFormFill
  | keyof typeof payout
  | keyof typeof redirect;
export type Messages = Partial<Record<Term, string>>;
