/** The app, and the money in its wallet. */
import { appObject, appSettingsInput, moveFundsInput, statement } from '../../../contract/money/apps.ts';
import { transfer } from '../../../contract/money/transfers.ts';
import * as z from '../../../contract/z.ts';
import type { Operation } from './operation.ts';

const common = { tag: 'Apps', security: 'basic', status: 200 } as const;

export const appOperations: readonly Operation[] = [
  {
    ...common,
    id: 'listApps',
    method: 'get',
    path: '/apps',
    summary: 'List the app of the key',
    description: 'A key is for one app, so the list has one. It tells the app’s id.',
    answer: z.array(appObject),
  },
  {
    ...common,
    id: 'getApp',
    method: 'get',
    path: '/apps/{id}',
    summary: 'Retrieve the app and what its wallet holds',
    description:
      '`metrics.wallet_balance` and `metrics.money_out` are whole cents of US dollars as text. `money_out` is what has arrived at payees in all; what came back is not counted.',
    answer: appObject,
  },
  {
    ...common,
    id: 'depositFunds',
    errors: ['not-offered'],
    method: 'post',
    path: '/apps/{id}/deposit',
    summary: 'Move money from the app’s bank account into its wallet',
    description:
      'Answers with a transfer of type `refill`. The money is in the wallet when the transfer is `completed`; until then nothing is booked. A deposit that the bank takes back becomes `reversed`, as soon as the wallet covers it. Where no bank account is connected (live mode without a provider of funding) this is 404 `not-offered`: send the money by bank, and the operator books it with `dots-flow refill`. In sandbox mode a deposit completes after 3 seconds; an amount ending in .13 fails after 2; one ending in .14 is taken back after 6.',
    body: moveFundsInput,
    idempotent: true,
    answer: transfer,
  },
  {
    ...common,
    id: 'withdrawFunds',
    errors: ['not-offered', 'transaction-insufficient-funds'],
    method: 'post',
    path: '/apps/{id}/withdraw',
    summary: 'Move money from the app’s wallet to its bank account',
    description:
      'Answers with a transfer of type `refill` and a negative amount. The money leaves the wallet at once, and is back in it when the transfer fails. Otherwise as `deposit`.',
    body: moveFundsInput,
    idempotent: true,
    answer: transfer,
  },
  {
    ...common,
    id: 'changeAppSettings',
    method: 'post',
    path: '/apps/{id}/change_settings',
    summary: 'Say from when on the wallet holds too little',
    description:
      'When the wallet falls below `refill_threshold` cents, the webhook `app.low_balance` is sent: once, and again only after the wallet was filled. Null: never. A setting that is not given stays.',
    body: appSettingsInput,
    answer: appObject,
  },
  {
    ...common,
    id: 'getStatement',
    method: 'get',
    path: '/apps/{id}/statements/{month}',
    summary: 'Retrieve what the wallet did in a month',
    description:
      'From the first moment of the month to the last, in UTC. `opening_balance` and all of `totals` come to `closing_balance`, which is the next month’s `opening_balance`. Of the current month it is what has been booked by now (`complete` is false).',
    answer: statement,
  },
  {
    ...common,
    id: 'getStatementCsv',
    method: 'get',
    path: '/apps/{id}/statements/{month}/csv',
    summary: 'Download the month with every entry as CSV',
    description:
      'Columns: `created`, `purpose`, `transfer_id`, `user_id`, `reference` (of refills), `amount_usd`, `balance_usd`. The first line is `opening_balance`, the last one `closing_balance`. Amounts are dollars with a point.',
    answer: 'csv',
  },
  {
    ...common,
    id: 'getStatementPdf',
    method: 'get',
    path: '/apps/{id}/statements/{month}/pdf',
    summary: 'Download the month as PDF',
    description: 'The same amounts by purpose and by day, on a page or two.',
    answer: 'pdf',
  },
];
