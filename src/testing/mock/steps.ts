/** All steps by their names on the wire. */
import type { StepName } from '../../contract/steps.ts';
import type { MockStep } from './step.ts';
import { authentication } from './steps/authentication.ts';
import { backgroundCheck } from './steps/background-check.ts';
import { compliance } from './steps/compliance.ts';
import { idVerification } from './steps/id-verification.ts';
import { managePayments } from './steps/manage-payments.ts';
import { managePayouts } from './steps/manage-payouts.ts';
import { onboarding } from './steps/onboarding.ts';
import { payout } from './steps/payout.ts';
import { pdfFormFill } from './steps/pdf-form-fill.ts';
import { redirect } from './steps/redirect.ts';

export const steps: { readonly [N in StepName]: MockStep<N> } = {
  authentication,
  onboarding,
  compliance,
  'id-verification': idVerification,
  'background-check': backgroundCheck,
  'manage-payments': managePayments,
  'manage-payouts': managePayouts,
  payout,
  'pdf-form-fill': pdfFormFill,
  redirect,
};
