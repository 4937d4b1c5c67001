/** The three companies that the page plays. Their looks are in `demo/brands/`; these are their words. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Choice } from './state.ts';

export interface Company {
  readonly name: string;
  readonly mark: SVGTemplateResult;
  /** The company's own navigation; the last one is where we are. */
  readonly places: readonly string[];
  readonly eyebrow: string;
  readonly title: string;
  readonly text: string;
  readonly points: readonly string[];
}

export const companies: Readonly<Record<Choice<'brand'>, Company>> = {
  pomelo: {
    name: 'Pomelo',
    mark: svg`<circle cx="12" cy="13" r="9" fill="currentColor"/><path d="M12 4c1-2.500 3-3 5-3-.5 2.500-2 3.500-5 3Z" fill="#5aa469"/>`,
    places: ['Shop', 'Orders', 'Payouts'],
    eyebrow: 'For makers',
    title: 'Your first sale is in. Let’s get it to you.',
    text: 'Tell us once where the money goes. From then on every sale reaches you by itself.',
    points: ['About five minutes', 'Paid every Friday', 'No fee for your first year'],
  },
  halyard: {
    name: 'Halyard',
    mark: svg`<path d="M4 21 20 3v18Z" fill="currentColor"/>`,
    places: ['Overview', 'Invoices', 'Payouts'],
    eyebrow: 'Get set up',
    title: 'Get paid the day you invoice.',
    text: 'We advance every approved invoice. All we need is who you are, and where to send it.',
    points: ['Same-day payouts', '1 % flat, nothing else', 'Cancel whenever you like'],
  },
  northgate: {
    name: 'Northgate',
    mark: svg`<path d="M3 21V9l9-6 9 6v12h-6v-7H9v7Z" fill="currentColor"/>`,
    places: ['Loads', 'Documents', 'Payouts'],
    eyebrow: 'Carrier 4471',
    title: 'Payout set-up',
    text: 'Required before the first settlement. Settlements run on business days at 17:00 CT.',
    points: ['Settlement: weekly', 'Terms: net 7', 'Contact: desk 3'],
  },
};
