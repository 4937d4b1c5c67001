/** Styles of the closing screens. The frame adopts them when these screens are loaded. */
import { css } from 'lit';

export const closing = css`
  :host {
    --_success: var(--dots-success, var(--_text));
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_success: var(--dots-success, light-dark(#12724a, #74d5a4));
    }
  }
  .back {
    margin-block-end: var(--_dots-rem);
  }
  .offline,
  .notice {
    margin-block-end: calc(1.5 * var(--_dots-rem));
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
  .screen:has(.replaced) {
    min-block-size: 0;
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
