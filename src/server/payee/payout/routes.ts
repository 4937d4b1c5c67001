/** What a payee does at the payout step. Methods are added as in manage-payouts. */
import { Hono } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { confirmPayout, finishPayout, reviewPayout, withdrawAgain } from './withdraw.ts';

export function payoutRoutes(deps: Deps): Hono {
  return new Hono()
    .post('/session/payout/review', (c) => reviewPayout(c, deps))
    .post('/session/payout', (c) => confirmPayout(c, deps))
    .post('/session/payout/again', (c) => withdrawAgain(c, deps))
    .post('/session/payout/continue', (c) => finishPayout(c, deps));
}
