/**
 * The public design tokens (`--dots-*`) and what is derived from them. They are set once on `<dots-flow>`,
 * and every step inherits them.
 *
 * Three inputs are enough: `--dots-accent`, `--dots-surface`, `--dots-text`. `light-dark()` follows the
 * page's own `color-scheme`, so that a page without a dark mode never gets light text on its white.
 *
 * Browsers that cannot mix colours get fixed ones. There the system's colours follow `color-scheme`, and what
 * has no system colour is readable on white and on black.
 */
import { css } from 'lit';

/**
 * `--_dots-rem` is the element's font size, as a length. Unregistered it would be the text `1em`, which means
 * another length in each place that has a font size of its own. It throws in Node, in a second copy of the
 * script, and in Firefox before 128, where small print in small print is a little smaller.
 */
try {
  CSS.registerProperty({
    name: '--_dots-rem',
    syntax: '<length>',
    inherits: true,
    initialValue: '16px',
  });
} catch {
  // Nothing depends on it but exact sizes.
}

export const tokens = css`
  :host {
    --_dots-rem: 1em;
    --_surface: var(--dots-surface, Canvas);
    --_text: var(--dots-text, CanvasText);
    --_accent: var(--dots-accent, #1f5fd0);
    --_hover: var(--_accent);
    --_on-accent: var(--dots-on-accent, #fff);
    --_link: var(--dots-link, var(--dots-accent, LinkText));
    --_muted: var(--_text);
    --_border: var(--dots-border, #7c828b);
    --_placeholder: var(--_border);
    --_hairline: #8884;
    --_faint: #8886;
    --_danger: var(--dots-danger, #d5372f);
    --_success: var(--_text);
    --_radius: var(--dots-radius, calc(0.625 * var(--_dots-rem)));
    --_control: var(--dots-control-height, calc(2.875 * var(--_dots-rem)));
    --_gap: var(--dots-gap, calc(1.5 * var(--_dots-rem)));
    --_motion: 180ms cubic-bezier(0.2, 0, 0, 1);
  }
  @supports (color: light-dark(red, oklch(from red l c h))) {
    :host {
      --_surface: var(--dots-surface, light-dark(#fff, #14171c));
      --_text: var(--dots-text, light-dark(#1b2430, #eceff4));
      --_accent: var(--dots-accent, light-dark(#1f5fd0, #86b0ff));
      --_hover: color-mix(in oklab, var(--_accent) 88%, var(--_text));
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
      --_placeholder: color-mix(in oklab, var(--_text) 62%, var(--_surface));
      --_hairline: color-mix(in oklab, var(--_text) 13%, var(--_surface));
      --_tint: color-mix(in oklab, var(--_text) 4%, var(--_surface));
      --_soft: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
      /* Of the colour of the text where they are used. */
      --_faint: color-mix(in oklab, currentColor 35%, transparent);
      --_wash: color-mix(in oklab, currentColor 6%, var(--_surface));
      --_danger: var(--dots-danger, light-dark(#b3261e, #ffb0a8));
      --_success: var(--dots-success, light-dark(#12724a, #74d5a4));
    }
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
