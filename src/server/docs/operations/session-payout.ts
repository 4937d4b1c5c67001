/**
 * The calls of the payout step. `review.id` of the snapshot is the intent that `confirmPayout` takes: the
 * same id pays once.
 */
import { confirmPayoutInput, payoutInput } from '../../../contract/steps/payout.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

export const payoutOperations: readonly Operation[] = [
  {
    ...change,
    id: 'reviewPayout',
    errors: [
      'amount-above-maximum',
      'amount-below-minimum',
      'transaction-insufficient-funds',
      'payout-method-unavailable',
      'payout-method-paused',
      'payout-method-waiting',
      'user-info-missing',
    ],
    method: 'post',
    path: '/session/payout/review',
    summary: 'Look at what a payout would be',
    description:
      'Moves no money. The snapshot has `review`, to be confirmed by its id; or its current step is `compliance`, when the law wants a tax form before this amount. Of a method with `usable_from` it is refused until then (`payout-method-waiting`).',
    body: payoutInput,
  },
  {
    ...change,
    id: 'confirmPayout',
    errors: [
      'amount-above-maximum',
      'amount-below-minimum',
      'transaction-insufficient-funds',
      'payout-method-unavailable',
      'payout-method-paused',
      'payout-method-waiting',
      'user-info-missing',
    ],
    method: 'post',
    path: '/session/payout',
    summary: 'Withdraw what was reviewed',
    description:
      'Once for each review, whatever is repeated. When something changed since, nothing is paid and `notice` says what changed. The step is not over: the payee follows the payout and goes on.',
    body: confirmPayoutInput,
  },
  {
    ...change,
    id: 'withdrawAgain',
    method: 'post',
    path: '/session/payout/again',
    summary: 'Begin again after a payout that came back',
    description:
      'The money is back in the wallet. The payee looks at the amount and the method once more, and nothing is paid before they confirm it.',
  },
  {
    ...change,
    id: 'finishPayout',
    method: 'post',
    path: '/session/payout/continue',
    summary: 'Go on',
    description:
      'Outcome `paid` once a payout was made that did not come back, else `unchanged`: the payee went on and nothing was paid. Whether a payout arrives, the `transfer.*` webhooks tell. A payee without a payout may come back for it (`POST /session/return`); that completes nothing a second time.',
  },
];
