/**
 * The schemas of the contract that have a name in the OpenAPI document. A schema is recognised by identity:
 * wherever this very object stands in another schema, a reference is written. Generators of clients make one
 * class of each name, so a name is a part of the public API.
 */
import type { $ZodType } from 'zod/v4/core';
import { bNotice } from '../../contract/partner/b-notices.ts';
import { access } from '../../contract/partner/accesses.ts';
import { apiKeyObject, createApiKeyInput } from '../../contract/partner/api-keys.ts';
import { createFlowInput, flow } from '../../contract/flow.ts';
import { transaction } from '../../contract/money/transactions.ts';
import { createPayoutLinkInput, payoutLink } from '../../contract/money/payout-links.ts';
import { createPayoutInput, createTransferInput, transfer } from '../../contract/money/transfers.ts';
import { createPaymentInput, customerPaymentMethod } from '../../contract/money/payments.ts';
import { createPaymentCustomerInput, paymentCustomer } from '../../contract/partner/payment-customers.ts';
import {
  createPayoutBatchInput,
  payoutBatch,
  payoutBatchResults,
} from '../../contract/money/payout-batches.ts';
import { appObject, appSettingsInput, moveFundsInput, statement } from '../../contract/money/apps.ts';
import { createTaxReturnInput, taxReturn } from '../../contract/money/tax-returns.ts';
import { taxTotal } from '../../contract/money/tax-totals.ts';
import { screeningMatch } from '../../contract/partner/screening.ts';
import { taxUpload } from '../../contract/partner/tax-uploads.ts';
import { createUserInput, updateUserInput } from '../../contract/partner/user-requests.ts';
import {
  createWebhookEndpointInput,
  partnerPayoutMethod,
  user,
  webhookDelivery,
  webhookEndpoint,
} from '../../contract/partner/users.ts';
import { updateWebhookEndpointInput } from '../../contract/partner/webhook-calls.ts';
import { handoff, idUpload } from '../../contract/steps/id-verification.ts';
import { flowDocument, pdfTemplate, updatePdfTemplateInput } from '../../contract/steps/pdf-form-fill.ts';
import { session, snapshot } from '../../contract/steps/session.ts';

export const namedSchemas: ReadonlyMap<$ZodType, string> = new Map<$ZodType, string>([
  [flow, 'Flow'],
  [createFlowInput, 'CreateFlow'],
  [user, 'User'],
  [createUserInput, 'CreateUser'],
  [transfer, 'Transfer'],
  [transaction, 'Transaction'],
  [createTransferInput, 'CreateTransfer'],
  [createPayoutInput, 'CreatePayout'],
  [payoutBatch, 'PayoutBatch'],
  [payoutBatchResults, 'PayoutBatchResults'],
  [createPayoutBatchInput, 'CreatePayoutBatch'],
  [paymentCustomer, 'PaymentCustomer'],
  [createPaymentCustomerInput, 'CreatePaymentCustomer'],
  [customerPaymentMethod, 'PaymentMethod'],
  [createPaymentInput, 'CreatePayment'],
  [payoutLink, 'PayoutLink'],
  [createPayoutLinkInput, 'CreatePayoutLink'],
  [appObject, 'App'],
  [statement, 'Statement'],
  [taxTotal, 'TaxTotal'],
  [taxReturn, 'TaxReturns'],
  [createTaxReturnInput, 'CreateTaxReturns'],
  [moveFundsInput, 'CreateFunding'],
  [appSettingsInput, 'UpdateApp'],
  [updateUserInput, 'UpdateUser'],
  [partnerPayoutMethod, 'PayoutMethod'],
  [webhookEndpoint, 'WebhookEndpoint'],
  [createWebhookEndpointInput, 'CreateWebhookEndpoint'],
  [updateWebhookEndpointInput, 'UpdateWebhookEndpoint'],
  [webhookDelivery, 'WebhookDelivery'],
  [screeningMatch, 'ScreeningMatch'],
  [taxUpload, 'TaxUpload'],
  [access, 'Access'],
  [bNotice, 'BNotice'],
  [apiKeyObject, 'ApiKey'],
  [createApiKeyInput, 'CreateApiKey'],
  [pdfTemplate, 'PdfTemplate'],
  [updatePdfTemplateInput, 'UpdatePdfTemplate'],
  [flowDocument, 'FlowDocument'],
  [session, 'Session'],
  [snapshot, 'Snapshot'],
  [idUpload, 'IdUpload'],
  [handoff, 'Handoff'],
]);
