/**
 * The API as data: one entry per call, with the very schemas that validate it. `openapi.ts` makes the OpenAPI
 * document from it, and a test compares it with the routes that exist.
 */
import type { Operation } from './operation.ts';
import { flowOperations } from './operations/flows.ts';
import { userOperations } from './operations/users.ts';
import { transferOperations } from './operations/transfers.ts';
import { taxFormOperations } from './operations/tax-forms.ts';
import { webhookEndpointOperations } from './operations/webhook-endpoints.ts';
import { sandboxOperations } from './operations/sandbox.ts';
import { pdfFormOperations } from './operations/pdf-forms.ts';
import { sessionOperations } from './operations/session.ts';
import { backgroundCheckOperations } from './operations/session-background-check.ts';
import { payoutOperations } from './operations/session-payouts.ts';
import { paymentOperations } from './operations/session-payments.ts';
import { pdfFormFillOperations } from './operations/session-pdf-form-fill.ts';
import { redirectOperations } from './operations/session-redirect.ts';
import { idVerificationOperations } from './operations/session-id-verification.ts';
import { readingOperations } from './operations/session-reading.ts';

export const operations: readonly Operation[] = [
  ...flowOperations,
  ...userOperations,
  ...transferOperations,
  ...taxFormOperations,
  ...webhookEndpointOperations,
  ...sandboxOperations,
  ...pdfFormOperations,
  ...sessionOperations,
  ...backgroundCheckOperations,
  ...payoutOperations,
  ...paymentOperations,
  ...pdfFormFillOperations,
  ...redirectOperations,
  ...idVerificationOperations,
  ...readingOperations,
];
