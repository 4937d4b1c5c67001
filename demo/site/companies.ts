/** The three companies that the page plays. Their looks are in `demo/brands/`; these are their words. */
import type { Choice } from './state.ts';

export interface Company {
  readonly name: string;
  /** The path of the company's mark, in a square of 24. */
  readonly mark: string;
  /** The company's own navigation; the last one is where we are. */
  readonly places: readonly [string, string, string];
  readonly eyebrow: string;
  readonly title: string;
  readonly text: string;
  readonly points: readonly [string, string, string];
}

export const companies: Readonly<Record<Choice<'brand'>, Company>> = {
  pomelo: {
    name: 'Pomelo',
    mark: 'M12 6c5.500 0 9 3.500 9 8s-4 8-9 8-9-3.500-9-8 3.500-8 9-8Zm0-1c.500-2.500 2.500-4 5-4 0 2.500-2 4-5 4Z',
    places: ['Shop', 'Orders', 'Payouts'],
    eyebrow: 'For makers',
    title: 'Your first sale is in. Let’s get it to you.',
    text: 'Tell us once where the money goes. From then on every sale reaches you by itself.',
    points: ['About five minutes', 'Paid every Friday', 'No fee for your first year'],
  },
  halyard: {
    name: 'Halyard',
    mark: 'M4 21 20 3v18Z',
    places: ['Overview', 'Invoices', 'Payouts'],
    eyebrow: 'Get set up',
    title: 'Get paid the day you invoice.',
    text: 'We advance every approved invoice. All we need is who you are, and where to send it.',
    points: ['Same-day payouts', '1 % flat, nothing else', 'Cancel whenever you like'],
  },
  northgate: {
    name: 'Northgate',
    mark: 'M3 21V9l9-6 9 6v12h-6v-7H9v7Z',
    places: ['Loads', 'Documents', 'Payouts'],
    eyebrow: 'Carrier 4471',
    title: 'Payout set-up',
    text: 'Required before the first settlement. Settlements run on business days at 17:00 CT.',
    points: ['Settlement: weekly', 'Terms: net 7', 'Contact: desk 3'],
  },
};
