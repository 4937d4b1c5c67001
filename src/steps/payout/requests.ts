/** What the payout step asks of the server, as data. Paths are relative to `/v2/session`. */
import type { StepRequest } from '../../api/requests.ts';
import type { PayoutInput } from '../../contract/steps/payout.ts';

const post = (path: string, body: unknown = {}): StepRequest => ({ method: 'POST', path, body });

export const payoutRequests = {
  review: (wish: PayoutInput) => post('/payout/review', wish),
  confirm: (id: string) => post('/payout', { id }),
  again: () => post('/payout/again'),
  finish: () => post('/payout/continue'),
};
