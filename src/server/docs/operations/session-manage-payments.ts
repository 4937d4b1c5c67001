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
    description:
      'The banks of the sandbox ask something after the sign-in, as real ones do. What they take as an answer is in the sandbox’s table of this page; in live mode the bank asks on its own page.',
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
    description:
      'Nothing was connected. The payee chooses another bank, or types the numbers of the account.',
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
    description:
      'It is never debited again: a debit that was ordered and is not with the bank yet fails on its day. The authorization stays on file as revoked, and `payment_method.updated` follows.',
  },
  {
    ...change,
    id: 'setDefaultPaymentMethod',
    errors: ['payment-method-unverified'],
    method: 'put',
    path: '/session/payment-methods/{id}/default',
    summary: 'Choose the account that is debited',
    description: 'A payment that names no `account_id` debits this one. Only a verified account can be it.',
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
    description:
      'Ends the step. Where two small deposits have still to be confirmed it ends as `pending`, and the payee comes back to the same flow for that. `flow.updated` tells your server.',
  },
];
