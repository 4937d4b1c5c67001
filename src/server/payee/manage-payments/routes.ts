/** The calls of the manage-payments step. */
import type { Hono } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { addPaymentMethod } from './add.ts';
import { finishManagePayments } from './change.ts';
import { answerLink, beginLink, cancelLink, lookAtLink, searchInstitutions } from './link.ts';
import { chooseDefaultPaymentMethod, confirmDeposits, deletePaymentMethod } from './methods.ts';

export function managePaymentsRoutes(routes: Hono, deps: Deps): void {
  routes.get('/session/institutions', async (c) => {
    c.header('cache-control', 'no-store');
    return c.json({ institutions: await searchInstitutions(c, deps) });
  });
  routes.post('/session/bank-link', (c) => beginLink(c, deps));
  routes.post('/session/bank-link/answer', (c) => answerLink(c, deps));
  routes.post('/session/bank-link/look', (c) => lookAtLink(c, deps));
  routes.delete('/session/bank-link', (c) => cancelLink(c, deps));
  routes.post('/session/payment-methods', (c) => addPaymentMethod(c, deps));
  routes.delete('/session/payment-methods/:id', (c) => deletePaymentMethod(c, deps));
  routes.put('/session/payment-methods/:id/default', (c) => chooseDefaultPaymentMethod(c, deps));
  routes.post('/session/payment-methods/:id/deposits', (c) => confirmDeposits(c, deps));
  routes.post('/session/manage-payments', (c) => finishManagePayments(c, deps));
}
