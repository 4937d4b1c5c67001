/**
 * Money between the app’s wallet and a user’s, and out of it. Both calls that move money answer with the same
 * object, so one list has them all.
 */
import { transaction } from '../../../contract/money/transactions.ts';
import { createPayoutInput, createTransferInput, transfer } from '../../../contract/money/transfers.ts';
import { remitWithholdingInput } from '../../../contract/money/withholding.ts';
import { pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const transferPage = pageOf(transfer);
const transactionPage = pageOf(transaction);

export const transferOperations: readonly Operation[] = [
  {
    id: 'createTransfer',
    errors: ['invalid-transaction', 'no-such-resource', 'transaction-insufficient-funds'],
    method: 'post',
    path: '/transfers',
    tag: 'Transfers',
    summary: 'Move money between the app’s wallet and a user’s',
    description:
      'Negative: from the app to the user; positive: back. A new user’s wallet is empty; this fills it. In sandbox mode the app’s wallet starts with USD 1,000,000.00. `tax_exempt` money does not count towards the threshold of tax reporting. `income_type` says what the money is for, which decides what is withheld when it is paid out. Instead of the header, `idempotency_key` may be given in the body. The header `Dots-User-IP` is accepted.',
    security: 'basic',
    body: createTransferInput,
    idempotent: true,
    status: 200,
    answer: transfer,
  },
  {
    id: 'listTransfers',
    method: 'get',
    path: '/transfers',
    tag: 'Transfers',
    summary: 'List transfers and payouts, newest first',
    description:
      'A date without a time is a day in UTC; `end_date` includes that day. A time without a zone is UTC. `reverse_order=true`: oldest first.',
    security: 'basic',
    query: ['page', 'transfers'],
    status: 200,
    answer: transferPage,
  },
  {
    id: 'getTransfer',
    method: 'get',
    path: '/transfers/{id}',
    tag: 'Transfers',
    summary: 'Retrieve a transfer or payout',
    description:
      '`status_history` says when it changed, `transactions` what was booked, and `failure_reason` why it failed or came back. You need not ask again and again: the `transfer.*` webhooks have the whole transfer.',
    security: 'basic',
    status: 200,
    answer: transfer,
  },
  {
    id: 'remitWithholding',
    errors: ['invalid-transaction', 'conflicting-state'],
    method: 'post',
    path: '/transfers/{id}/withholding/remit',
    tag: 'Transfers',
    summary: 'Say that what was withheld of a payout has been sent to the tax authority',
    description:
      'Of a payout that is `completed`, once, and instead of releasing it. `GET /transfers?withholding=held` lists those that are left. It books the money out of the account for it; sending it is yours (Form 1042 for foreign payees, Form 945 for backup withholding). When the payout of tax that you had sent came back, send less and say how much less in `set_off`, while the law lets you: of foreign payees until the end of the next year, if the payout came back by 15 March of it; of backup withholding until the end of the same year (`conflicting-state` afterwards). Saying it again returns the same.',
    security: 'basic',
    body: remitWithholdingInput,
    idempotent: true,
    status: 200,
    answer: transfer,
  },
  {
    id: 'releaseWithholding',
    errors: ['invalid-transaction', 'conflicting-state', 'resource-busy'],
    method: 'post',
    path: '/transfers/{id}/withholding/release',
    tag: 'Transfers',
    summary: 'Give what was withheld of a payout to the payee after all',
    description:
      'Of a payout that is `completed`, once, and instead of remitting it: the payee has filed another form, say. Until Form 1042-S of the year is due, 15 March of the next one, or for backup withholding until the year ends in which the payout arrived; afterwards it is refused with `conflicting-state`: remit it, and the payee claims it on their return. A tax-exempt transfer brings the money into the user’s wallet, and nothing is withheld of it again. Saying it again returns the same.',
    security: 'basic',
    idempotent: true,
    status: 200,
    answer: transfer,
  },
  {
    id: 'listTransactions',
    method: 'get',
    path: '/transactions',
    tag: 'Transfers',
    summary: 'List the books, line by line',
    description:
      'Newest first. Each line moved `amount` cents from the source to the destination, and `transfer_id` says why. What the lines took from an account and brought to it is what the account has. `starting_after` and `ending_before` are ids of lines, which are numbers.',
    security: 'basic',
    query: ['lines'],
    status: 200,
    answer: transactionPage,
  },
  {
    id: 'getTransaction',
    method: 'get',
    path: '/transactions/{transaction_id}',
    tag: 'Transfers',
    summary: 'Retrieve a line of the books',
    description:
      'What one line moved between two accounts, by its number. `transfer_id` names the transfer that it is a part of.',
    security: 'basic',
    status: 200,
    answer: transaction,
  },
  {
    id: 'createPayout',
    errors: [
      'amount-above-maximum',
      'amount-below-minimum',
      'invalid-transaction',
      'no-such-resource',
      'payout-method-paused',
      'payout-method-unavailable',
      'payout-method-waiting',
      'transaction-insufficient-funds',
      'user-info-missing',
    ],
    method: 'post',
    path: '/payouts',
    tag: 'Transfers',
    summary: 'Pay a user out on a method that they have saved',
    description:
      'The money leaves the user’s wallet at once; with `fund`, it is moved there from the app first, and goes back to the app when the payout fails. `tax_exempt` without `fund` is refused. `payout_fee_party`: `user` takes the fee out of the amount, `platform` (the default) takes it from the app’s wallet. What tax law wants withheld is in `withholding`, with its rate and reason; where the server was started with `DOTS_WITHHOLDING=deduct` it is kept back, so that less arrives. A payout that fails gives amount, fee and what was withheld back. The answer is 201 also where nothing is sent yet: the payout waits as `flagged`, with its money, while the user’s name is on a sanctions list (`compliance.flags.ofac`), or their `status` is `in_review` or `disabled`. Other flags, like `flags.payout_method`, do not hold it. To a payout method that is new nothing is sent yet: 409 `payout-method-waiting`, with the time in `detail` and the seconds in `retry_after`. Follow it with the `transfer.*` webhooks. In sandbox mode a payout completes after 3 seconds; an amount ending in .13, or a PayPal address starting with `fail@`, fails after 2; an amount ending in .14 is sent back by the bank after it had arrived.',
    security: 'basic',
    body: createPayoutInput,
    idempotent: true,
    status: 201,
    answer: transfer,
  },
];
