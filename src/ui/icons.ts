/**
 * Inline SVG, 20 px, 1.5 stroke, `currentColor`. The icons are decorative: words beside them say the same.
 */
import { svg, html, type TemplateResult } from 'lit';

export const icon = (paths: TemplateResult) =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${paths}</svg>`;

export const alertIcon = icon(svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 6.5v4M10 13.4v.1" />`);
export const checkIcon = icon(svg`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`);
export const chevronIcon = icon(svg`<path d="m6 8 4 4 4-4" />`);
