/**
 * The public design tokens (`--dots-*`) and what is derived from them. They are set once on `<dots-flow>`,
 * and every step inherits them.
 *
 * Three inputs are enough: `--dots-accent`, `--dots-surface`, `--dots-text`. `light-dark()` follows the
 * page's own `color-scheme`, so that a page without a dark mode never gets light text on its white.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_surface: var(--dots-surface, light-dark(#fff, #14171c));
    --_text: var(--dots-text, light-dark(#1b2430, #eceff4));
    --_accent: var(--dots-accent, light-dark(#1f5fd0, #86b0ff));
    /*
     * Black or white, whichever is readable on the accent. The two meet at a lightness near .57 (WCAG 2.2
     * §1.4.3, 4.5:1 both ways).
     */
    --_on-accent: var(--dots-on-accent, oklch(from var(--_accent) clamp(0, (0.62 - l) * 999, 1) 0 0));
    --_link: var(
      --dots-link,
      light-dark(oklch(from var(--_accent) min(l, 0.52) c h), oklch(from var(--_accent) max(l, 0.74) c h))
    );
    --_muted: color-mix(in oklab, var(--_text) 74%, var(--_surface));
    --_border: var(--dots-border, color-mix(in oklab, var(--_text) 52%, var(--_surface)));
    --_hairline: color-mix(in oklab, var(--_text) 13%, var(--_surface));
    --_tint: color-mix(in oklab, var(--_text) 4%, var(--_surface));
    --_soft: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
    --_danger: var(--dots-danger, light-dark(#b3261e, #ffb0a8));
    --_success: var(--dots-success, light-dark(#12724a, #74d5a4));
    --_radius: var(--dots-radius, 0.625rem);
    --_control: var(--dots-control-height, 2.875rem);
    --_gap: var(--dots-gap, 1.5rem);
    --_motion: 180ms cubic-bezier(0.2, 0, 0, 1);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
`;
