/** Styles of the closing screens. The frame adopts them when these screens are loaded. */
import { css } from 'lit';

export const closing = css`
  /* A page that keeps its own texts in one line would push ours out of the card. */
  :host {
    --_success: var(--dots-success, var(--_text));
    white-space: normal;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_success: var(--dots-success, light-dark(#12724a, #74d5a4));
    }
  }
  .back {
    margin-block: calc(-0.75 * var(--_dots-rem)) calc(0.25 * var(--_dots-rem));
  }
  .offline,
  .notice {
    margin-block-end: calc(1.5 * var(--_dots-rem));
  }
  .confirmed {
    display: flex;
    gap: calc(0.5 * var(--_dots-rem));
    margin: 0 0 calc(1.25 * var(--_dots-rem));
    color: var(--_success);
    overflow-wrap: anywhere;
  }
  .confirmed.aside {
    color: inherit;
  }
  .confirmed .icon {
    flex: none;
    margin-block-start: 0.125em;
  }
  .banner.calm {
    color: var(--_link);
  }
  a.button {
    text-align: center;
    text-decoration: none;
  }
  .end {
    display: grid;
    gap: calc(0.25 * var(--_dots-rem));
    padding-block: calc(1.5 * var(--_dots-rem));
  }
  .medal {
    display: grid;
    place-items: center;
    inline-size: calc(3.5 * var(--_dots-rem));
    block-size: calc(3.5 * var(--_dots-rem));
    margin-block-end: var(--_dots-rem);
    border-radius: 50%;
    color: var(--_success);
    background: var(--_wash);
  }
  .medal .icon {
    inline-size: calc(1.875 * var(--_dots-rem));
    block-size: calc(1.875 * var(--_dots-rem));
  }
  .medal path {
    stroke-dasharray: 20;
    animation: draw 480ms 160ms ease-out backwards;
  }
  .medal.bad {
    color: var(--_error);
  }
  .medal.calm {
    color: var(--_link);
  }
  .medal:not(.good) path {
    animation: none;
    stroke-dasharray: none;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 20;
    }
  }
  /* The frame has kept this room free, so that one line moves nothing below. */
  .help {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(1.25 * var(--_dots-rem));
    margin-block-start: calc(-2.8125 * var(--_dots-rem));
    padding-block-start: calc(0.5 * var(--_dots-rem));
    border-block-start: 1px solid var(--_divider);
    color: var(--_muted);
    font-size: calc(0.875 * var(--_dots-rem));
    line-height: calc(1.25 * var(--_dots-rem));
    overflow-wrap: anywhere;
  }
  .help p {
    margin: 0;
  }
  .help :is(a, button, summary) {
    min-block-size: 0;
    padding: calc(0.5 * var(--_dots-rem)) 0;
    font: inherit;
    line-height: inherit;
    color: inherit;
  }
  .help summary {
    inline-size: fit-content;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .help summary:focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .screen:has(.replaced) ~ div > .help {
    display: none;
  }
  .help details[open] {
    flex-basis: 100%;
  }
  .help .address {
    color: var(--_text);
    user-select: all;
  }
  .screen:has(.replaced) {
    min-block-size: 0;
    margin: 0;
  }
  .progress:has(~ .screen .replaced) {
    display: none;
  }
  .replaced:focus-visible {
    outline: none;
  }
  .end .actions:empty {
    display: none;
  }
  .end .actions {
    margin-block-start: calc(1.25 * var(--_dots-rem));
  }
`;
