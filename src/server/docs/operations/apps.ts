/** The app, and the money in its wallet. */
import { appObject, appSettingsInput, moveFundsInput } from '../../../contract/money/apps.ts';
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
      '`metrics.wallet_balance` and `metrics.money_out` are whole cents of US dollars as text, as the vendor has them. `money_out` is what has arrived at payees in all; what came back is not counted.',
    answer: appObject,
  },
  {
    ...common,
    id: 'depositFunds',
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
];
