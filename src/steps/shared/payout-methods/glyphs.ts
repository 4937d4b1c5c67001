/** Neutral signs of our own for each rail. The trademarks of others stay theirs. */
import { html, svg, type TemplateResult } from 'lit';
import { isPayoutRail, type PayoutRail } from '../../../contract/bank/rails.ts';
import { icon } from '../../../ui/icons.ts';
import { bankIcon } from '../../../ui/method-icons.ts';

const wallet = icon(
  svg`<path d="M3 6.5v8a2 2 0 0 0 2 2h12v-9H4.5A1.5 1.5 0 0 1 3 6.25c0-.97.78-1.75 1.75-1.75H15M13.75 12v.1" />`,
);
const envelope = icon(
  svg`<rect x="2.75" y="4.5" width="14.5" height="11" rx="1.75" /><path d="m3.25 5.75 6.75 5.5 6.75-5.5" />`,
);
const person = icon(
  svg`<circle cx="10" cy="6.75" r="3.25" /><path d="M3.75 16.5c.5-3.25 3-5 6.25-5s5.75 1.75 6.25 5" />`,
);
const dollar = icon(
  svg`<path d="M10 2.75v14.5M13.5 6.5C13 5.25 11.75 4.6 10 4.6c-2 0-3.5.9-3.5 2.6 0 3.6 7.2 1.8 7.2 5.5 0 1.7-1.6 2.7-3.7 2.7-2 0-3.3-.8-3.8-2.2" />`,
);

/** By the rail's name on the wire. */
const glyphs: Readonly<Record<PayoutRail, TemplateResult>> = {
  ach: bankIcon,
  intl_bank: bankIcon,
  paypal: envelope,
  venmo: person,
  cash_app: dollar,
  airtm: wallet,
  payoneer: wallet,
};

/** Returns the sign of a rail. A wallet stands for the rails that have none. */
export const railGlyph = (platform: string): TemplateResult =>
  html`<span class="glyph" part="glyph">${isPayoutRail(platform) ? glyphs[platform] : wallet}</span>`;
