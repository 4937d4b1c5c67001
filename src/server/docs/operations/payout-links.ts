/** Money for somebody whom the partner knows by phone or email, or not at all. */
import { pageOf } from '../../../contract/flow.ts';
import { createPayoutLinkInput, payoutLink } from '../../../contract/money/payout-links.ts';
import type { Operation } from './operation.ts';

const payoutLinkPage = pageOf(payoutLink);
const common = { tag: 'Payout links', security: 'basic' } as const;

export const payoutLinkOperations: readonly Operation[] = [
  {
    ...common,
    id: 'createPayoutLink',
    errors: ['amount-below-minimum', 'invalid-transaction', 'no-such-resource', 'too-many-requests'],
    method: 'post',
    path: '/payout-links',
    summary: 'Make a link by which somebody gets money',
    description: [
      'The amount leaves the app’s wallet at once and is put aside. `link` is the page of a flow: the payee enters the code that their phone gets, says who they are, files a tax form where the law or you want one, does `additional_steps`, and withdraws. With the right code, and a user behind it, the link is `claimed` and the money is in the payee’s wallet.',
      'Where `payee` has a phone number, or `user_id` is given, only that phone gets the code; otherwise whoever has the link can claim it. `delivery.method` `sms`, `email` or `all` has it sent by us; `link`, which is also meant by no `delivery`, leaves it to you.',
      'When the wallet does not hold the amount, the answer is 202 with the status `funds_pending`: such links get their money in the order in which they were made, as soon as it is there, and are sent to nobody before. A new link for which the wallet holds enough does not wait behind them: it may overtake an older one for more.',
      'When nobody has claimed it by `expires_at` (30 days, or `expires_in`), the money goes back and the link is `expired`, or `failed` where there never was any.',
      'An `amount` below the least of all rails (100 cents; of a user whom you name, of the rails of their country) is 422 `amount-below-minimum`. Somebody abroad may have rails only that take more at least: `intl_bank` takes 1,000 cents, `payoneer` 2,000. Less stays in their wallet until there is more.\n\n`accounting_data` and the `funding_source` `ach` are refused. The same `idempotency_key` answers the same link, as it is now, for ever.',
    ].join('\n\n'),
    body: createPayoutLinkInput,
    idempotent: true,
    status: 201,
    also: {
      200: 'The link that was made with this `idempotency_key`, as it is now.',
      202: 'The link waits for money in the app’s wallet: `funds_pending`.',
    },
    answer: payoutLink,
  },
  {
    ...common,
    id: 'sendPayout',
    errors: ['amount-below-minimum', 'invalid-transaction', 'no-such-resource', 'too-many-requests'],
    method: 'post',
    path: '/payouts/send-payout',
    summary: 'Pay somebody at once, or send them a link',
    description:
      'Takes what `POST /payout-links` takes, with `user_id`, or the phone number or the email of the payee. A user of the app who has confirmed their phone, has a default payout method and owes no tax form is paid at once: the link in the answer is `claimed`, and its payout is in `GET /transfers` with the `payout_link_id`. If that payout fails, the money is in the user’s wallet, and the link leads them to another method. Anybody else is sent a link, and `not_paid_because` says why: by text, or by email where only that is known (`delivery` says otherwise). Users are known by their phone. An email address alone is never paid at once, because nobody has confirmed it.',
    body: createPayoutLinkInput,
    idempotent: true,
    status: 201,
    also: {
      200: 'The link that was made with this `idempotency_key`, as it is now.',
      202: 'It waits for money in the app’s wallet, and is paid or sent as soon as there is some.',
    },
    answer: payoutLink,
  },
  {
    ...common,
    id: 'listPayoutLinks',
    method: 'get',
    path: '/payout-links',
    summary: 'List payout links, newest first',
    description:
      'By how they are, and by whom they are for: all filters can be put together. A phone finds also the links of the user who has it.',
    query: ['page', 'links'],
    status: 200,
    answer: payoutLinkPage,
  },
  {
    ...common,
    id: 'getPayoutLink',
    method: 'get',
    path: '/payout-links/{id}',
    summary: 'Retrieve a payout link',
    description:
      '`status` says how far it is, `claimed_user_id` who has the money, and `not_paid_because` what kept `send-payout` from paying at once. Each change comes as `payout_link.updated`, so you need not ask again and again.',
    status: 200,
    answer: payoutLink,
  },
  {
    ...common,
    id: 'cancelPayoutLink',
    errors: ['invalid-transaction'],
    method: 'delete',
    path: '/payout-links/{id}',
    summary: 'Cancel a payout link that nobody has claimed',
    description:
      'Its money goes back into the app’s wallet, and the flow ends. Canceling it again changes nothing. One that was claimed, has expired or has failed is 422 `invalid-transaction`.',
    idempotent: true,
    status: 200,
    answer: payoutLink,
  },
  {
    ...common,
    id: 'redeliverPayoutLink',
    errors: ['invalid-transaction'],
    method: 'post',
    path: '/payout-links/{id}/redeliver',
    summary: 'Send a payout link once more',
    description:
      'To the phone and the email address that it was made with; a user’s phone is the one that they have now. A link is sent five times at most, the first time included. One that you give to the payee yourself, that is over, or that waits for money is 422 `invalid-transaction`. In sandbox mode nothing is sent, and the call that lists messages to payees has it. A phone that gets no code there gets no link either, and neither does an email address starting with `fail@`.',
    idempotent: true,
    status: 200,
    answer: payoutLink,
  },
];
