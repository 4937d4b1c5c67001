/**
 * Icons of the first screen: inline SVG, 20 px, 1.5 stroke, `currentColor`. They are decorative, because
 * words beside them say the same. Icons of later steps stand in files of their own, to keep the first
 * download small.
 */
import { svg, html, type TemplateResult } from 'lit';

/** Returns the frame around an icon's paths. */
export const icon = (paths: TemplateResult) =>
  html`<svg class="icon" part="icon" viewBox="0 0 20 20" aria-hidden="true">${paths}</svg>`;

export const alertIcon = icon(svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 6.5v4M10 13.4v.1" />`);
export const checkIcon = icon(svg`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`);
export const chevronIcon = icon(svg`<path d="m6 8 4 4 4-4" />`);
