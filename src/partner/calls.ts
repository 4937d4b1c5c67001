/**
 * The calls of a partner's server as data, one line each. The types are those of the contract's schemas, so
 * nothing of the schemas is loaded. A test compares the lines with the API's description.
 */
import type { output, input } from 'zod/v4/core';
import type { Flow, createFlowInput, flowQuery } from '../contract/flow.ts';
import type { AppObject, Statement, appSettingsInput, moveFundsInput } from '../contract/money/apps.ts';
import type { PayoutLink, createPayoutLinkInput, payoutLinkQuery } from '../contract/money/payout-links.ts';
import type { Transaction } from '../contract/money/transactions.ts';
import type { transferQuery } from '../contract/money/transfer-query.ts';
import type { Transfer, createPayoutInput, createTransferInput } from '../contract/money/transfers.ts';
import type { Access } from '../contract/partner/accesses.ts';
import type { apiKeyObject, createApiKeyInput } from '../contract/partner/api-keys.ts';
import type { BNotice, changeBNoticeInput, recordBNoticeInput } from '../contract/partner/b-notices.ts';
import type { TaxUpload, approveUploadInput, refuseUploadInput } from '../contract/partner/tax-uploads.ts';
import type { UserExport } from '../contract/partner/export.ts';
import type { Kept } from '../contract/partner/kept.ts';
import type { SandboxMessage } from '../contract/partner/sandbox-messages.ts';
import type { AdvanceClockInput, TestClockObject } from '../contract/partner/test-clock.ts';
import type {
  UserAddress,
  addPayoutMethodInput,
  changePhoneInput,
  createUserInput,
  sendVerificationTokenInput,
  updateUserInput,
  userComplianceInput,
  verifyUserInput,
} from '../contract/partner/user-requests.ts';
import type {
  PartnerPayoutMethod,
  User,
  createWebhookEndpointInput,
  userStatuses,
  webhookDelivery,
  webhookEndpoint,
} from '../contract/partner/users.ts';
import type {
  UpdateWebhookEndpointInput,
  deliveryQuery,
  recovered,
  replayInput,
  replayed,
  testWebhookInput,
  triggerWebhookInput,
  triggeredWebhook,
} from '../contract/partner/webhook-calls.ts';
import type { taxFormObject, taxNumbers } from '../contract/forms/tax-document.ts';
import type { PdfTemplate, UpdatePdfTemplateInput, flowDocument } from '../contract/steps/pdf-form-fill.ts';
import { call, list, type Page } from './call.ts';
import { moneyCalls } from './money-calls.ts';

export type { Call, ListCall, Page, PageQuery } from './call.ts';

type Id = [id: string];
type Endpoint = output<typeof webhookEndpoint>;
type Delivery = output<typeof webhookDelivery>;
type ApiKey = output<typeof apiKeyObject>;
interface UserQuery {
  readonly status?: (typeof userStatuses)[number];
}

export const calls = {
  createFlow: call<[], input<typeof createFlowInput>, Flow>('POST', '/flows'),
  listFlows: list<Flow, input<typeof flowQuery>>('/flows'),
  getFlow: call<Id, undefined, Flow>('GET', '/flows/{id}'),
  cancelFlow: call<Id, undefined, Flow>('POST', '/flows/{id}/cancel'),

  createUser: call<[], input<typeof createUserInput>, User>('POST', '/users'),
  listUsers: list<User, UserQuery>('/users'),
  getUser: call<Id, undefined, User>('GET', '/users/{id}'),
  updateUser: call<Id, input<typeof updateUserInput>, User>('PATCH', '/users/{id}'),
  exportUser: call<Id, undefined, UserExport>('GET', '/users/{id}/export'),
  listUserAccesses: list<Access, unknown, Id>('/users/{id}/accesses'),
  disableUser: call<Id, undefined, User>('POST', '/users/{id}/disable'),
  enableUser: call<Id, undefined, User>('POST', '/users/{id}/enable'),
  endUserSessions: call<Id, undefined, User>('POST', '/users/{id}/end-sessions'),
  vouchForUser: call<Id, undefined, User>('POST', '/users/{id}/vouch'),
  changeUserPhone: call<Id, input<typeof changePhoneInput>, User>('PUT', '/users/{id}/phone'),
  deleteUser: call<Id, undefined, User & { kept: Kept[] }>('DELETE', '/users/{id}'),
  submitUserCompliance: call<Id, input<typeof userComplianceInput>, User>('PUT', '/users/{id}/compliance'),
  setUserAddress: call<Id, UserAddress, User>('PUT', '/users/{id}/addresses'),
  sendVerificationToken: call<Id, input<typeof sendVerificationTokenInput>, { success: true }>(
    'POST',
    '/users/{id}/send-verification-token',
  ),
  verifyUser: call<Id, input<typeof verifyUserInput>, User>('POST', '/users/{id}/verify'),
  listPayoutMethods: call<Id, undefined, PartnerPayoutMethod[]>('GET', '/users/{id}/payout-methods'),
  addUserPayoutMethod: call<Id, input<typeof addPayoutMethodInput>, PartnerPayoutMethod>(
    'PUT',
    '/users/{id}/payout-methods',
  ),
  listTaxForms: call<Id, undefined, Page<output<typeof taxFormObject>>>('GET', '/users/{id}/tax-forms'),
  getTaxFormPdf: call<[id: string, formId: string], undefined, Uint8Array>(
    'GET',
    '/users/{id}/tax-forms/{form_id}/pdf',
    'bytes',
  ),
  getTaxNumbers: call<[id: string, formId: string], undefined, output<typeof taxNumbers>>(
    'GET',
    '/users/{id}/tax-forms/{form_id}/numbers',
  ),

  listTaxUploads: call<Id, undefined, Page<TaxUpload>>('GET', '/users/{id}/tax-uploads'),
  getTaxUploadFile: call<[id: string, uploadId: string], undefined, Uint8Array>(
    'GET',
    '/users/{id}/tax-uploads/{upload_id}/file',
    'bytes',
  ),
  approveTaxUpload: call<[id: string, uploadId: string], input<typeof approveUploadInput>, TaxUpload>(
    'POST',
    '/users/{id}/tax-uploads/{upload_id}/approve',
  ),
  refuseTaxUpload: call<[id: string, uploadId: string], input<typeof refuseUploadInput>, TaxUpload>(
    'POST',
    '/users/{id}/tax-uploads/{upload_id}/refuse',
  ),

  recordBNotice: call<Id, input<typeof recordBNoticeInput>, BNotice>('POST', '/users/{id}/b-notices'),
  listBNotices: call<Id, undefined, Page<BNotice>>('GET', '/users/{id}/b-notices'),
  changeBNotice: call<[id: string, noticeId: string], input<typeof changeBNoticeInput>, BNotice>(
    'PATCH',
    '/users/{id}/b-notices/{notice_id}',
  ),

  createTransfer: call<[], input<typeof createTransferInput>, Transfer>('POST', '/transfers'),
  listTransfers: list<Transfer, input<typeof transferQuery>>('/transfers'),
  getTransfer: call<Id, undefined, Transfer>('GET', '/transfers/{id}'),
  createPayout: call<[], input<typeof createPayoutInput>, Transfer>('POST', '/payouts'),

  ...moneyCalls,
  createPayoutLink: call<[], input<typeof createPayoutLinkInput>, PayoutLink>('POST', '/payout-links'),
  listPayoutLinks: list<PayoutLink, input<typeof payoutLinkQuery>>('/payout-links'),
  getPayoutLink: call<Id, undefined, PayoutLink>('GET', '/payout-links/{id}'),
  cancelPayoutLink: call<Id, undefined, PayoutLink>('DELETE', '/payout-links/{id}'),
  redeliverPayoutLink: call<Id, undefined, PayoutLink>('POST', '/payout-links/{id}/redeliver'),
  sendPayout: call<[], input<typeof createPayoutLinkInput>, PayoutLink>('POST', '/payouts/send-payout'),

  listTransactions: list<Transaction>('/transactions'),
  getTransaction: call<Id, undefined, Transaction>('GET', '/transactions/{transaction_id}'),

  listApps: call<[], undefined, AppObject[]>('GET', '/apps'),
  getApp: call<Id, undefined, AppObject>('GET', '/apps/{id}'),
  depositFunds: call<Id, input<typeof moveFundsInput>, Transfer>('POST', '/apps/{id}/deposit'),
  withdrawFunds: call<Id, input<typeof moveFundsInput>, Transfer>('POST', '/apps/{id}/withdraw'),
  changeAppSettings: call<Id, input<typeof appSettingsInput>, AppObject>(
    'POST',
    '/apps/{id}/change_settings',
  ),
  getStatement: call<[id: string, month: string], undefined, Statement>(
    'GET',
    '/apps/{id}/statements/{month}',
  ),
  getStatementCsv: call<[id: string, month: string], undefined, Uint8Array>(
    'GET',
    '/apps/{id}/statements/{month}/csv',
    'bytes',
  ),
  getStatementPdf: call<[id: string, month: string], undefined, Uint8Array>(
    'GET',
    '/apps/{id}/statements/{month}/pdf',
    'bytes',
  ),

  createWebhookEndpoint: call<[], input<typeof createWebhookEndpointInput>, Endpoint>(
    'POST',
    '/webhook-endpoints',
  ),
  listWebhookEndpoints: list<Endpoint>('/webhook-endpoints'),
  getWebhookEndpoint: call<Id, undefined, Endpoint>('GET', '/webhook-endpoints/{id}'),
  deleteWebhookEndpoint: call<Id, undefined, undefined>('DELETE', '/webhook-endpoints/{id}'),
  updateWebhookEndpoint: call<Id, UpdateWebhookEndpointInput, Endpoint>('PATCH', '/webhook-endpoints/{id}'),
  endPreviousWebhookSecret: call<Id, undefined, undefined>(
    'DELETE',
    '/webhook-endpoints/{id}/previous-secret',
  ),
  replayWebhooks: call<Id, input<typeof replayInput>, output<typeof replayed>>(
    'POST',
    '/webhook-endpoints/{id}/replay',
  ),
  recoverWebhookEndpoint: call<Id, undefined, output<typeof recovered>>(
    'POST',
    '/webhook-endpoints/{id}/recover',
  ),
  testWebhookEndpoint: call<Id, input<typeof testWebhookInput>, Delivery>(
    'POST',
    '/webhook-endpoints/{id}/test',
  ),
  getDelivery: call<[id: string, deliveryId: string], undefined, Delivery>(
    'GET',
    '/webhook-endpoints/{id}/deliveries/{delivery_id}',
  ),
  rotateWebhookSecret: call<Id, undefined, Endpoint>('POST', '/webhook-endpoints/{id}/rotate-secret'),
  listDeliveries: list<Delivery, input<typeof deliveryQuery>, Id>('/webhook-endpoints/{id}/deliveries'),
  redeliver: call<[id: string, deliveryId: string], undefined, Delivery>(
    'POST',
    '/webhook-endpoints/{id}/deliveries/{delivery_id}/redeliver',
    'once',
  ),

  createApiKey: call<[], input<typeof createApiKeyInput>, ApiKey>('POST', '/api-keys'),
  listApiKeys: call<[], undefined, Page<ApiKey>>('GET', '/api-keys'),
  revokeApiKey: call<Id, undefined, ApiKey>('DELETE', '/api-keys/{id}'),

  getSandboxClock: call<[], undefined, TestClockObject>('GET', '/sandbox/clock'),
  advanceSandboxClock: call<[], AdvanceClockInput, TestClockObject>('POST', '/sandbox/clock'),
  triggerWebhook: call<[], input<typeof triggerWebhookInput>, output<typeof triggeredWebhook>>(
    'POST',
    '/sandbox/webhooks',
  ),
  listSandboxMessages: call<[], undefined, { data: SandboxMessage[] }>('GET', '/sandbox/messages'),

  createPdfTemplate: call<[], Uint8Array, PdfTemplate>('POST', '/pdf-templates', 'once'),
  listPdfTemplates: list<PdfTemplate>('/pdf-templates'),
  getPdfTemplate: call<Id, undefined, PdfTemplate>('GET', '/pdf-templates/{id}'),
  getPdfTemplateFile: call<Id, undefined, Uint8Array>('GET', '/pdf-templates/{id}/file', 'bytes'),
  updatePdfTemplate: call<Id, UpdatePdfTemplateInput, PdfTemplate>('PUT', '/pdf-templates/{id}'),
  deletePdfTemplate: call<Id, undefined, undefined>('DELETE', '/pdf-templates/{id}'),
  listFlowDocuments: call<Id, undefined, { data: output<typeof flowDocument>[] }>(
    'GET',
    '/flows/{id}/documents',
  ),
  getFlowDocument: call<[id: string, documentId: string], undefined, Uint8Array>(
    'GET',
    '/flows/{id}/documents/{document_id}',
    'bytes',
  ),
};
