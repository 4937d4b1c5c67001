/**
 * The public design tokens (`--dots-*`) and what is derived from them. They are set once on `<dots-flow>`,
 * and every step inherits them.
 *
 * Three inputs are enough: `--dots-accent`, `--dots-surface`, `--dots-text`. `light-dark()` follows the
 * page's own `color-scheme`, so that a page without a dark mode never gets light text on its white.
 *
 * Browsers that cannot mix colours get fixed ones. There the system's colours follow `color-scheme`, and what
 * has no system colour is readable on white and on black.
 *
 * The manifest takes the descriptions from here, of the tokens in other style sheets too.
 *
 * @cssprop --dots-accent - Colour of what can be acted on. Default: a calm blue.
 * @cssprop --dots-surface - Colour behind fields. Default: white or near-black, as `color-scheme` says.
 * @cssprop --dots-text - Colour of text. Default: near-black or near-white.
 * @cssprop --dots-on-accent - Text on the accent. Default: black or white, whichever is readable.
 * @cssprop --dots-link - Links and what is chosen. Default: the accent, as dark or light as it must be.
 * @cssprop --dots-muted - Hints and other quiet text. Default: the text, less strong.
 * @cssprop --dots-placeholder - Examples in empty fields. Default: as quiet text.
 * @cssprop --dots-input - Background of fields and choices. Default: the surface.
 * @cssprop --dots-border - Border of fields and choices. Default: paler than quiet text, at least 3:1.
 * @cssprop --dots-divider - Lines that only divide. Default: the text, nearly transparent.
 * @cssprop --dots-error - What is wrong, and buttons that remove. Default: a red.
 * @cssprop --dots-success - What has succeeded. Default: a green.
 * @cssprop --dots-focus - The ring around what has the focus. Default: as links.
 * @cssprop --dots-icon - The pictures of methods. Default: the text.
 * @cssprop --dots-icon-stroke - How thick icons are drawn, 20 units wide. Default: 1.5.
 * @cssprop --dots-font-size - What all sizes are multiples of. Default: inherited. In inputs at least 16px.
 * @cssprop --dots-title-size - Font size of headings. Default: 1.375 times the font size.
 * @cssprop --dots-hint-size - Font size of small print. Default: 0.875 times the font size.
 * @cssprop --dots-density - A number by which space and the height of controls are multiplied. Default: 1.
 * @cssprop --dots-gap - Space between fields. Default: 1.5 times the font size, times the density.
 * @cssprop --dots-control-height - Least height of controls. Default: 2.875 times the font size, times the
 * density.
 * @cssprop --dots-radius - Corner radius of fields. Default: 0.625 times the font size.
 * @cssprop --dots-radius-button - Corner radius of buttons. Default: that of fields.
 * @cssprop --dots-radius-card - Corner radius of choices, lists, boxes and menus. Default: that of fields.
 * @cssprop --dots-border-width - Border width of fields and choices. Default: 1px.
 * @cssprop --dots-max-width - Widest the element gets. Default: 28 times the font size.
 * @cssprop --dots-min-height - Least height of a screen, so that the page does not jump. Default: 21 times
 * the font size.
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
    --_space: calc(var(--dots-density, 1) * var(--_dots-rem));
    --_surface: var(--dots-surface, Canvas);
    --_text: var(--dots-text, CanvasText);
    --_accent: var(--dots-accent, #1f5fd0);
    --_link: var(--dots-link, var(--dots-accent, #3771dd));
    --_on-accent: var(--dots-on-accent, #fff);
    --_muted: var(--dots-muted, var(--_text));
    --_border: var(--dots-border, #7c828b);
    --_divider: var(--dots-divider, #8884);
    --_error: var(--dots-error, #d5372f);
    --_wash: #8882;
    --_radius: var(--dots-radius, calc(0.625 * var(--_dots-rem)));
    --_control: var(--dots-control-height, calc(2.875 * var(--_space)));
    --_gap: var(--dots-gap, calc(1.5 * var(--_space)));
    --_motion: 180ms cubic-bezier(0.2, 0, 0, 1);
  }
  @supports (color: light-dark(red, oklch(from red l c h))) {
    :host {
      --_surface: var(--dots-surface, light-dark(#fff, #14171c));
      --_text: var(--dots-text, light-dark(#1b2430, #eceff4));
      --_accent: var(--dots-accent, light-dark(#1f5fd0, #86b0ff));
      /*
       * Black or white, whichever is readable on the accent: they are equally so at a luminance of .18. The
       * lightness of a grey of the same luminance is there .565.
       */
      --_on-accent: var(
        --dots-on-accent,
        oklch(from color(from var(--_accent) xyz y y y) clamp(0, (0.565 - l) * 99999, 1) 0 0)
      );
      /* Away from what is written on it. */
      --_hover: color-mix(in oklab, var(--_accent) 88%, oklch(from var(--_on-accent) calc(1 - l) 0 0));
      /* As dark, or as light, as WCAG 2.2 wants it: 4.5:1 for text (§1.4.3), 3:1 for borders (§1.4.11). */
      --_link: var(
        --dots-link,
        light-dark(oklch(from var(--_accent) min(l, 0.47) c h), oklch(from var(--_accent) max(l, 0.74) c h))
      );
      --_muted: var(
        --dots-muted,
        light-dark(
          oklch(from var(--_text) min(l + 0.22, 0.5) c h),
          oklch(from var(--_text) max(l - 0.2, 0.72) c h)
        )
      );
      --_border: var(--dots-border, color-mix(in oklab, var(--_muted) 80%, var(--_surface)));
      --_divider: var(--dots-divider, color-mix(in oklab, var(--_text) 13%, transparent));
      --_error: var(--dots-error, light-dark(#b3261e, #ffb0a8));
      /* Of the colour of the text where it is used. */
      --_wash: color-mix(in oklab, currentColor 8%, transparent);
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
