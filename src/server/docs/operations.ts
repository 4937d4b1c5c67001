/**
 * The API as data: one entry per call, with the very schemas that validate it. `openapi.ts` makes the OpenAPI
 * document from it, and a test compares it with the routes that exist. A route without an entry, or an entry
 * without a route, fails that test.
 */
import type { StepName } from '../../contract/steps.ts';
import type { Operation } from './operations/operation.ts';
import { flowOperations } from './operations/flows.ts';
import { userOperations } from './operations/users.ts';
import { payoutLinkOperations } from './operations/payout-links.ts';
import { screeningOperations } from './operations/screening.ts';
import { transferOperations } from './operations/transfers.ts';
import { paymentOperations } from './operations/payments.ts';
import { payoutBatchOperations } from './operations/payout-batches.ts';
import { appOperations } from './operations/apps.ts';
import { taxFormOperations } from './operations/tax-forms.ts';
import { taxUploadOperations } from './operations/tax-uploads.ts';
import { taxOperations } from './operations/taxes.ts';
import { bNoticeOperations } from './operations/b-notices.ts';
import { webhookEndpointOperations } from './operations/webhook-endpoints.ts';
import { apiKeyOperations } from './operations/api-keys.ts';
import { sandboxOperations } from './operations/sandbox.ts';
import { pdfFormOperations } from './operations/pdf-forms.ts';
import { sessionOperations } from './operations/session.ts';
import { authenticationOperations } from './operations/session-authentication.ts';
import { complianceOperations } from './operations/session-compliance.ts';
import { onboardingOperations } from './operations/session-onboarding.ts';
import { backgroundCheckOperations } from './operations/session-background-check.ts';
import { managePayoutsOperations } from './operations/session-manage-payouts.ts';
import { payoutOperations } from './operations/session-payout.ts';
import { managePaymentsOperations } from './operations/session-manage-payments.ts';
import { pdfFormFillOperations } from './operations/session-pdf-form-fill.ts';
import { redirectOperations } from './operations/session-redirect.ts';
import { idVerificationOperations } from './operations/session-id-verification.ts';

/** The calls of each step in a payee's session. A step without an entry does not compile. */
const stepOperations: Readonly<Record<StepName, readonly Operation[]>> = {
  authentication: authenticationOperations,
  onboarding: onboardingOperations,
  compliance: complianceOperations,
  'id-verification': idVerificationOperations,
  'background-check': backgroundCheckOperations,
  'manage-payments': managePaymentsOperations,
  'manage-payouts': managePayoutsOperations,
  payout: payoutOperations,
  'pdf-form-fill': pdfFormFillOperations,
  redirect: redirectOperations,
};

/** In the order in which the documentation shows them: the partner's calls, then those of the element. */
export const operations: readonly Operation[] = [
  ...flowOperations,
  ...userOperations,
  ...screeningOperations,
  ...transferOperations,
  ...payoutBatchOperations,
  ...paymentOperations,
  ...payoutLinkOperations,
  ...appOperations,
  ...taxFormOperations,
  ...taxUploadOperations,
  ...taxOperations,
  ...bNoticeOperations,
  ...webhookEndpointOperations,
  ...apiKeyOperations,
  ...sandboxOperations,
  ...pdfFormOperations,
  ...sessionOperations,
  ...Object.values(stepOperations).flat(),
];
