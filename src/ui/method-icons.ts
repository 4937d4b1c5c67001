/** Icons of lists of accounts and payout methods. Only steps with such lists load them. */
import { svg } from 'lit';
import { icon } from './icons.ts';

export const bankIcon = icon(svg`<path d="M3 7.75 10 3.5l7 4.25H3ZM5 8v6M10 8v6M15 8v6M3 16.5h14" />`);
export const plusIcon = icon(svg`<path d="M10 4.250v11.500M4.25 10h11.5" />`);
export const moreIcon = icon(svg`<path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.25" />`);
