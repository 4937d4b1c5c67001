/**
 * Signs of our own for each rail: a bank, a wallet, or the first letter of the rail's name. The trademarks of
 * others stay theirs.
 */
import { html, svg, type TemplateResult } from 'lit';
import { isPayoutRail, type PayoutRail } from '../../../contract/bank/rails.ts';
import { icon } from '../../../ui/icons.ts';
import { bankIcon } from '../../../ui/method-icons.ts';

const wallet = icon(
  svg`<path d="M3 6.5v8a2 2 0 0 0 2 2h12v-9H4.5A1.5 1.5 0 0 1 3 6.25c0-.97.78-1.75 1.75-1.75H15M13.75 12v.1" />`,
);
/** First letters, drawn like the other icons. */
const p = icon(svg`<path d="M7 16.25V4h4.25a3.6 3.6 0 0 1 0 7.2H7" />`);
const v = icon(svg`<path d="m4.75 4.25 5.25 12 5.25-12" />`);
const c = icon(svg`<path d="M15 6.1a6.1 6.1 0 1 0 0 7.8" />`);
const a = icon(svg`<path d="M4.75 16.25 10 4l5.25 12.25M6.7 12h6.6" />`);

/** By the rail's name on the wire. */
const glyphs: Readonly<Record<PayoutRail, TemplateResult>> = {
  ach: bankIcon,
  intl_bank: bankIcon,
  paypal: p,
  venmo: v,
  cash_app: c,
  airtm: a,
  payoneer: wallet,
};

/** Returns the sign of a rail. A wallet stands for the rails that have none. */
export const railGlyph = (platform: string): TemplateResult =>
  html`<span class="glyph" part="glyph">${isPayoutRail(platform) ? glyphs[platform] : wallet}</span>`;
