/** What this step asks of the API. Apart from `api/requests.ts`, which is in the first download. */
import type { StepRequest } from '../../api/requests.ts';
import type {
  ConfirmDepositsInput,
  LinkedPaymentMethod,
  ManualPaymentMethod,
} from '../../contract/steps/manage-payments.ts';

const method = (id: string, action = '') => `/payment-methods/${encodeURIComponent(id)}${action}`;

export const requests = {
  beginLink: (institution_id: string): StepRequest => ({
    method: 'POST',
    path: '/bank-link',
    body: { institution_id },
  }),
  answerLink: (answer: string): StepRequest => ({
    method: 'POST',
    path: '/bank-link/answer',
    body: { answer },
  }),
  /** The payee says that they are back from their bank. */
  lookAtLink: (): StepRequest => ({ method: 'POST', path: '/bank-link/look', body: {} }),
  cancelLink: (): StepRequest => ({ method: 'DELETE', path: '/bank-link' }),
  add: (account: ManualPaymentMethod | LinkedPaymentMethod): StepRequest => ({
    method: 'POST',
    path: '/payment-methods',
    body: account,
  }),
  confirm: (id: string, amounts: ConfirmDepositsInput): StepRequest => ({
    method: 'POST',
    path: method(id, '/deposits'),
    body: amounts,
  }),
  makeDefault: (id: string): StepRequest => ({ method: 'PUT', path: method(id, '/default'), body: {} }),
  remove: (id: string): StepRequest => ({ method: 'DELETE', path: method(id) }),
  finish: (): StepRequest => ({ method: 'POST', path: '/manage-payments', body: {} }),
};
