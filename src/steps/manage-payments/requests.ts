/** The mutations of this step. They are apart from `api/requests.ts`, which is in the first download. */
import type { StepRequest } from '../../api/requests.ts';
import type {
  ConfirmDepositsInput,
  LinkedPaymentMethod,
  ManualPaymentMethod,
} from '../../contract/steps/manage-payments.ts';

/** Returns the path of an account, or of something about it. */
const method = (id: string, action = '') => `/payment-methods/${encodeURIComponent(id)}${action}`;

export const requests = {
  beginLink: (institution_id: string): StepRequest => ({
    method: 'POST',
    path: '/bank-link',
    body: { institution_id },
  }),
  /** Answers the bank's question. */
  answerLink: (answer: string): StepRequest => ({
    method: 'POST',
    path: '/bank-link/answer',
    body: { answer },
  }),
  /** The payee is back from the bank. Without the code of the page there, the bank may only have refused. */
  lookAtLink: (code?: string): StepRequest => ({
    method: 'POST',
    path: '/bank-link/look',
    body: code ? { bank_code: code } : {},
  }),
  /** Gives the sign-in up. Accounts that were added before stay. */
  cancelLink: (): StepRequest => ({ method: 'DELETE', path: '/bank-link' }),
  add: (account: ManualPaymentMethod | LinkedPaymentMethod): StepRequest => ({
    method: 'POST',
    path: '/payment-methods',
    body: account,
  }),
  /** `amounts`: of the two deposits, as the schema has read them. */
  confirm: (id: string, amounts: ConfirmDepositsInput): StepRequest => ({
    method: 'POST',
    path: method(id, '/deposits'),
    body: amounts,
  }),
  makeDefault: (id: string): StepRequest => ({ method: 'PUT', path: method(id, '/default'), body: {} }),
  remove: (id: string): StepRequest => ({ method: 'DELETE', path: method(id) }),
  /** Goes on. Nobody has to connect an account. */
  finish: (): StepRequest => ({ method: 'POST', path: '/manage-payments', body: {} }),
};
