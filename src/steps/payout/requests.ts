/** The mutations of this step. They are apart from `api/requests.ts`, which is in the first download. */
import type { StepRequest } from '../../api/requests.ts';
import type { PayoutInput } from '../../contract/steps/payout.ts';

const post = (path: string, body: unknown = {}): StepRequest => ({ method: 'POST', path, body });

export const payoutRequests = {
  /** Asks for the price and the time of a draft. The server keeps it as `review`, and answers with it. */
  review: (draft: PayoutInput) => post('/payout/review', draft),
  /** `id` is that of the review, so that nothing is paid that the payee has not seen. */
  confirm: (id: string) => post('/payout', { id }),
  /** Begins another payout, after one that is done or came back. */
  again: () => post('/payout/again'),
  /** Asks where the wallet stands. It changes nothing. */
  look: (): StepRequest => ({ method: 'GET', path: '' }),
  /** Ends the step, with or without a payout. */
  finish: () => post('/payout/continue'),
};
