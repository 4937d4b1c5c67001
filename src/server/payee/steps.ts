/** All steps by their names on the wire. A name without a step does not compile. */
import type { StepName } from '../../contract/steps.ts';
import { authentication } from './authentication/index.ts';
import { backgroundCheck } from './background-check/index.ts';
import { compliance } from './compliance/index.ts';
import { idVerification } from './id-verification/index.ts';
import { managePayments } from './manage-payments/index.ts';
import { managePayouts } from './manage-payouts/index.ts';
import { onboarding } from './onboarding/index.ts';
import { payout } from './payout/index.ts';
import { pdfFormFill } from './pdf-form-fill/index.ts';
import { redirect } from './redirect/index.ts';
import type { ServerStep } from './session/step.ts';

export const steps: { readonly [N in StepName]: ServerStep<N> } = {
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
