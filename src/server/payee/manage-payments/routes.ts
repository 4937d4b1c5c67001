/** The requests of `manage-payments`. */
import { Hono } from 'hono';
import type { StepRoutes } from '../session/step.ts';
import { addPaymentMethod } from './add.ts';
import { answerLink, beginLink, cancelLink, lookAtLink, searchInstitutions } from './link.ts';
import { chooseDefaultPaymentMethod, confirmDeposits, deletePaymentMethod } from './methods.ts';
import { finishManagePayments } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/bank-link': beginLink,
    'POST /session/bank-link/answer': answerLink,
    'POST /session/bank-link/look': lookAtLink,
    'DELETE /session/bank-link': cancelLink,
    'POST /session/payment-methods': addPaymentMethod,
    'DELETE /session/payment-methods/:id': deletePaymentMethod,
    'PUT /session/payment-methods/:id/default': chooseDefaultPaymentMethod,
    'POST /session/payment-methods/:id/deposits': confirmDeposits,
    'POST /session/manage-payments': finishManagePayments,
  },
  others: (deps) => new Hono().get('/session/institutions', (c) => searchInstitutions(c, deps)),
};
