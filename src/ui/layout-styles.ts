/**
 * Styles that the longer forms need on top of `controls`: rows of fields, selects, disclosures, quiet
 * buttons. Loaded with the first of them.
 */
import { css } from 'lit';

export const layout = css`
  /* Tokens that the first screen does without. */
  :host {
    --_radius-card: var(--dots-radius-card, var(--_radius));
    --_success: var(--dots-success, var(--_text));
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_success: var(--dots-success, light-dark(#12724a, #74d5a4));
      --_tint: color-mix(in oklab, var(--_text) 4%, var(--_surface));
      --_soft: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
    }
  }
  h3,
  ul {
    margin: 0;
    padding: 0;
  }
  legend {
    padding: 0;
    font-weight: 500;
    font-size: calc(0.9375 * var(--_dots-rem));
    /* WebKit makes it as wide as its words otherwise, and takes no percentage. */
    max-inline-size: 100cqi;
  }
  .row {
    display: grid;
    gap: var(--_gap) calc(0.75 * var(--_dots-rem));
  }
  @container (min-width: 22em) {
    .row.two {
      grid-template-columns: 1fr 1fr;
    }
    .row.wide-narrow {
      grid-template-columns: 3fr 2fr;
    }
  }
  select.control {
    appearance: none;
    padding-inline-end: calc(2.25 * var(--_dots-rem));
    background-image:
      linear-gradient(45deg, transparent 50%, currentColor 50%),
      linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-size: calc(0.3125 * var(--_dots-rem)) calc(0.3125 * var(--_dots-rem));
    background-position:
      right calc(1.125 * var(--_dots-rem)) center,
      right calc(0.8125 * var(--_dots-rem)) center;
    background-repeat: no-repeat;
  }
  select.control:dir(rtl) {
    background-position:
      left calc(0.8125 * var(--_dots-rem)) center,
      left calc(1.125 * var(--_dots-rem)) center;
  }
  /* Three short fields. They wrap as a whole before a number would not fit. */
  .date {
    position: relative;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.75 * var(--_dots-rem));
  }
  .date > legend {
    margin-block-end: calc(0.375 * var(--_dots-rem));
  }
  .parts label {
    font-weight: 400;
    white-space: nowrap;
  }
  .parts > * {
    display: grid;
    gap: calc(0.25 * var(--_dots-rem));
    inline-size: calc(4.5 * var(--_dots-rem));
  }
  .parts > .year {
    inline-size: calc(6 * var(--_dots-rem));
  }
  /* The line is there before the date is, so that nothing moves. */
  .date > output:not(:has(+ .error)) {
    min-block-size: 1.5em;
  }
  /* Groups of digits must not change places in text that runs from right to left. */
  input.number {
    direction: ltr;
  }
  .field:dir(rtl) > input.number {
    text-align: right;
  }
  /* The icon gives way to a long word. */
  .banner {
    flex-wrap: wrap;
    min-inline-size: 0;
    padding-inline: min(var(--_space), 6cqi);
  }
  /* An amount is one word. With text twice as large a phone has no room for it and for wide margins. */
  .button {
    padding-inline: min(calc(1.25 * var(--_dots-rem)), 6cqi);
  }
  .banner > div {
    flex: 1 1 min-content;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  .banner.calm {
    color: var(--_link);
  }
  .banner.good {
    color: var(--_success);
  }
  .banner ul {
    padding-inline-start: calc(1.125 * var(--_dots-rem));
    margin-block-start: calc(0.25 * var(--_dots-rem));
  }
  @container (max-width: 14em) {
    .banner ul {
      padding: 0;
      list-style: none;
    }
  }
  .banner a {
    color: inherit;
  }
  /* At least 24 pixels high each, also where their words wrap (WCAG 2.2, 2.5.8). */
  .banner li > a {
    display: inline-block;
    max-inline-size: 100%;
    /* The bullet stands at the first line. */
    vertical-align: top;
    padding-block: calc(0.125 * var(--_dots-rem));
  }
  a.button {
    text-align: center;
    text-decoration: none;
  }
  .button.quiet {
    color: var(--_text);
    background: transparent;
    border-color: var(--_border);
  }
  .button.quiet:hover {
    background: var(--_tint);
  }
  details.why {
    font-size: calc(0.9375 * var(--_dots-rem));
    color: var(--_muted);
  }
  summary {
    inline-size: fit-content;
    margin-block: calc(-0.25 * var(--_dots-rem));
    padding-block: calc(0.25 * var(--_dots-rem));
    font-weight: 500;
    color: var(--_link);
    cursor: pointer;
    border-radius: calc(0.25 * var(--_dots-rem));
  }
  details.why > p {
    margin-block-start: calc(0.5 * var(--_dots-rem));
  }
  @media (forced-colors: active) {
    /* The drawn arrow is a background image, which is taken away here. */
    select.control {
      appearance: auto;
    }
  }
`;
