/** What tax reporting needs: what users were paid in a year, and the information returns made of it. */
import { pageOf } from '../../../contract/flow.ts';
import { taxTotal } from '../../../contract/money/tax-totals.ts';
import { createTaxReturnInput, taxReturn } from '../../../contract/money/tax-returns.ts';
import type { Operation } from './operation.ts';

const common = { tag: 'Taxes', security: 'basic', status: 200 } as const;

export const taxOperations: readonly Operation[] = [
  {
    ...common,
    id: 'listTaxTotals',
    method: 'get',
    path: '/tax-totals',
    summary: 'List what users were paid in a year or a quarter',
    description:
      'One object for each user who was paid then, from the books: a payout counts on the day on which it arrived, in UTC, and no more once it came back. By type of income, source, rate and reason, and by quarter as laws about platforms (DAC7) want it. Use it to reconcile, or to feed a tax software of your own.',
    query: ['page', 'taxes'],
    answer: pageOf(taxTotal),
  },
  {
    ...common,
    id: 'getTaxTotalsCsv',
    method: 'get',
    path: '/tax-totals/csv',
    summary: 'Download what users were paid as CSV',
    description:
      'The same sums, with a line for each user, quarter, type of income, source and rate. Columns: `user_id`, `year`, `quarter`, `income_type` (`exempt` is no income), `source`, `chapter`, `rate`, `reason`, then `gross_usd`, `us_gross_usd`, `withheld_usd`, `withheld_elsewhere_usd`, `released_usd` and `fees_usd` in dollars with a point, and `payouts`. Fees and payouts stand in the line of a payout’s first part, so that columns can be summed.',
    query: ['taxes'],
    answer: 'csv',
  },
  {
    ...common,
    id: 'createTaxReturns',
    method: 'post',
    path: '/tax-returns',
    summary: 'Make the information returns of a year that is over',
    description:
      'Computes who has to be reported on a 1099-NEC, 1099-MISC or 1042-S, with which amounts, and keeps that as a run. The first run makes originals. A later one compares: whoever has other amounts since (a payout came back) gets a corrected return, whoever is new an original, and whoever is unchanged none. Nothing is filed with the IRS: download the file and upload it, or hand it to whoever files for you. In a sandbox, set the clock to January first.',
    body: createTaxReturnInput,
    idempotent: true,
    status: 201,
    answer: taxReturn,
  },
  {
    ...common,
    id: 'listTaxReturns',
    method: 'get',
    path: '/tax-returns',
    summary: 'List the runs of information returns, newest first',
    description: 'Every run that was made, of all years and forms, with how many returns it has.',
    query: ['page'],
    answer: pageOf(taxReturn),
  },
  {
    ...common,
    id: 'getTaxReturns',
    method: 'get',
    path: '/tax-returns/{id}',
    summary: 'Retrieve a run of information returns',
    description: 'What the run is about, and how many originals and corrections it has. It never changes.',
    answer: taxReturn,
  },
  {
    ...common,
    id: 'getTaxReturnsCsv',
    method: 'get',
    path: '/tax-returns/{id}/csv',
    summary: 'Download the returns of a run as CSV',
    description:
      'With whole tax numbers, so the key needs the scopes `users`, `money` and `tax-numbers`, and each user’s list of accesses has the call. For the 1099, the columns are those of the templates that the IRS’s portal IRIS takes; compare the first line with the template of the year before you upload, and split a long file as the portal wants. For the 1042-S they are named by the boxes of the form, for other software. `Form Account Number` is the first 20 hexadecimal digits of the user’s id. The file is the same whenever it is downloaded.',
    query: ['returns'],
    answer: 'csv',
  },
  {
    ...common,
    id: 'getTaxReturnCopy',
    method: 'get',
    path: '/users/{id}/tax-returns/{return_id}/pdf',
    summary: 'Download the copy of a return for the payee',
    description:
      'Copy B as a substitute statement, to be sent to the payee by 31 January (1099-NEC, 1099-MISC) or 15 March (1042-S). Of a US tax number it shows the last four digits. A user with several 1042-S in the run has a page for each. 404 when the run has none of this user.',
    answer: 'pdf',
  },
];
