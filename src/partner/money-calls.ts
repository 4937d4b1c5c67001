/** Batches of payouts, debits, taxes, and what holds money, as data: a part of `calls.ts`. */
import type { input, output } from 'zod/v4/core';
import type {
  CustomerPaymentMethod,
  createPaymentInput,
  detachPaymentMethodInput,
  paymentMethodQuery,
} from '../contract/money/payments.ts';
import type {
  PayoutBatch,
  PayoutBatchResults,
  batchResultsQuery,
  createPayoutBatchInput,
} from '../contract/money/payout-batches.ts';
import type { TaxReturn, createTaxReturnInput, taxReturnFileQuery } from '../contract/money/tax-returns.ts';
import type { TaxTotal, taxPeriodQuery } from '../contract/money/tax-totals.ts';
import type { PaymentCustomer, createPaymentCustomerInput } from '../contract/partner/payment-customers.ts';
import type {
  ScreeningMatch,
  decideMatchInput,
  sanctionsList,
  sanctionsListInput,
  screeningQuery,
} from '../contract/partner/screening.ts';
import type { Transfer } from '../contract/money/transfers.ts';
import type { remitWithholdingInput } from '../contract/money/withholding.ts';
import { call, list } from './call.ts';

type Id = [id: string];

export const moneyCalls = {
  createPayoutBatch: call<[], input<typeof createPayoutBatchInput>, PayoutBatch>('POST', '/payout-batches'),
  listPayoutBatches: list<PayoutBatch>('/payout-batches'),
  getPayoutBatch: call<Id, undefined, PayoutBatch>('GET', '/payout-batches/{id}'),
  getPayoutBatchResults: call<Id, input<typeof batchResultsQuery>, PayoutBatchResults>(
    'GET',
    '/payout-batches/{id}/results',
    'query',
  ),

  createPaymentCustomer: call<[], input<typeof createPaymentCustomerInput>, PaymentCustomer>(
    'POST',
    '/payment-customers',
  ),
  listPaymentCustomers: list<PaymentCustomer>('/payment-customers'),
  getPaymentCustomer: call<Id, undefined, PaymentCustomer>('GET', '/payment-customers/{id}'),
  listPaymentMethods: list<CustomerPaymentMethod, input<typeof paymentMethodQuery>>('/payment-methods'),
  getPaymentMethod: call<Id, undefined, CustomerPaymentMethod>('GET', '/payment-methods/{id}'),
  detachPaymentMethod: call<Id, input<typeof detachPaymentMethodInput>, CustomerPaymentMethod>(
    'POST',
    '/payment-methods/{id}/detach',
  ),
  createPayment: call<[], input<typeof createPaymentInput>, Transfer>('POST', '/payments'),
  cancelPayment: call<Id, undefined, Transfer>('POST', '/payments/{id}/cancel'),

  listScreeningMatches: list<ScreeningMatch, input<typeof screeningQuery>>('/screening-matches'),
  releaseScreeningMatch: call<Id, input<typeof decideMatchInput>, ScreeningMatch>(
    'POST',
    '/screening-matches/{id}/release',
  ),
  confirmScreeningMatch: call<Id, input<typeof decideMatchInput>, ScreeningMatch>(
    'POST',
    '/screening-matches/{id}/confirm',
  ),
  changeSanctionsList: call<[], input<typeof sanctionsListInput>, output<typeof sanctionsList>>(
    'PUT',
    '/sandbox/sanctions-list',
  ),

  remitWithholding: call<Id, input<typeof remitWithholdingInput> | undefined, Transfer>(
    'POST',
    '/transfers/{id}/withholding/remit',
  ),
  releaseWithholding: call<Id, undefined, Transfer>('POST', '/transfers/{id}/withholding/release'),

  listTaxTotals: list<TaxTotal, input<typeof taxPeriodQuery>>('/tax-totals'),
  getTaxTotalsCsv: call<[], input<typeof taxPeriodQuery>, Uint8Array>('GET', '/tax-totals/csv', 'file'),
  createTaxReturns: call<[], input<typeof createTaxReturnInput>, TaxReturn>('POST', '/tax-returns'),
  listTaxReturns: list<TaxReturn>('/tax-returns'),
  getTaxReturns: call<Id, undefined, TaxReturn>('GET', '/tax-returns/{id}'),
  getTaxReturnsCsv: call<Id, input<typeof taxReturnFileQuery>, Uint8Array>(
    'GET',
    '/tax-returns/{id}/csv',
    'file',
  ),
  getTaxReturnCopy: call<[id: string, returnId: string], undefined, Uint8Array>(
    'GET',
    '/users/{id}/tax-returns/{return_id}/pdf',
    'bytes',
  ),
};
