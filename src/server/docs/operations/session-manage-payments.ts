/**
 * The calls of the manage-payments step. The bank itself is never called through this API: the payee signs in
 * on the provider's own page.
 */
import {
  beginLinkInput,
  confirmDepositsInput,
  institutionList,
  linkAnswerInput,
  linkedPaymentMethod,
  lookAtLinkInput,
  manualPaymentMethod,
} from '../../../contract/steps/manage-payments.ts';
import * as z from '../../../contract/z.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

/**
 * The server reads `source` first, so that each kind has its own problems. For the document a union says the
 * same.
 */
const paymentMethodInput = z.discriminatedUnion('source', [manualPaymentMethod, linkedPaymentMethod]);

export const managePaymentsOperations: readonly Operation[] = [
  {
    id: 'searchInstitutions',
    method: 'get',
    path: '/session/institutions',
    tag: 'Payee session',
    summary: 'Find banks that a payee can sign in at',
    description: 'At most ten whose name has `q` in it; without `q` those most people look for.',
    security: 'session',
    status: 200,
    answer: institutionList,
  },
  {
    ...change,
    id: 'beginBankLink',
    errors: ['no-bank-link'],
    method: 'post',
    path: '/session/bank-link',
    summary: 'Begin signing in at a bank',
    description: 'Takes the place of one that was begun before. `current.link` says how it goes on.',
    body: beginLinkInput,
  },
  {
    ...change,
    id: 'answerBankLink',
    errors: ['no-bank-link'],
    method: 'post',
    path: '/session/bank-link/answer',
    summary: 'Answer the question of a simulated bank',
    body: linkAnswerInput,
  },
  {
    ...change,
    id: 'lookAtBankLink',
    errors: ['no-bank-link'],
    method: 'post',
    path: '/session/bank-link/look',
    summary: 'Say that the payee is back from the bank',
    description:
      'In phase `elsewhere`. `bank_code` is shown by the page to which the bank sent the payee, which also says it to the window that opened the bank’s: a message `{dotsBankCode}` from the origin `current.link.returns_to`. Without it only a refusal of the bank is learned. It is good for ten minutes and five tries; then the sign-in has to be begun again.',
    body: lookAtLinkInput,
  },
  {
    ...change,
    id: 'cancelBankLink',
    errors: ['no-bank-link'],
    method: 'delete',
    path: '/session/bank-link',
    summary: 'Give up signing in at a bank',
  },
  {
    ...change,
    id: 'addPaymentMethod',
    errors: ['mandate-changed', 'no-bank-link', 'payment-method-exists'],
    method: 'post',
    path: '/session/payment-methods',
    summary: 'Connect a bank account that the app may debit',
    description:
      'From a sign-in at a bank, verified at once; or with typed numbers, verified by two deposits that are sent now. `mandate_version` is the version of the authorization that the payee saw.',
    body: paymentMethodInput,
  },
  {
    ...change,
    id: 'removePaymentMethod',
    method: 'delete',
    path: '/session/payment-methods/{id}',
    summary: 'Remove a bank account and revoke its authorization',
  },
  {
    ...change,
    id: 'setDefaultPaymentMethod',
    errors: ['payment-method-unverified'],
    method: 'put',
    path: '/session/payment-methods/{id}/default',
    summary: 'Choose the account that is debited',
  },
  {
    ...change,
    id: 'confirmDeposits',
    errors: ['no-deposits'],
    method: 'post',
    path: '/session/payment-methods/{id}/deposits',
    summary: 'Tell the amounts of the two deposits',
    description:
      'In any order, as `32`, `0.32` or `$0.32`. Wrong amounts are answered with 200 as well: `deposits.tries_left` falls, and the third time `status` becomes `failed`.',
    body: confirmDepositsInput,
  },
  {
    ...change,
    id: 'finishManagePayments',
    errors: ['user-info-missing'],
    method: 'post',
    path: '/session/manage-payments',
    summary: 'Finish managing bank accounts',
  },
];
