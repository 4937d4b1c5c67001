/**
 * Styles of the tax forms and of the finished form. All forms share them, so that a chunk brings only its
 * templates.
 */
import { css } from 'lit';

export const styles = css`
  .group:not(:first-child) {
    margin-block-start: var(--_dots-rem);
  }
  .row.narrow-wide {
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 22em) {
    .row.narrow-wide {
      grid-template-columns: 2fr 3fr;
    }
  }
  .joined:has(> .suffix) {
    position: relative;
    display: grid;
  }
  .suffix {
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(0.875 * var(--_dots-rem));
    display: grid;
    align-items: center;
    color: var(--_muted);
    pointer-events: none;
  }
  .statement {
    padding-inline-start: var(--_dots-rem);
    border-inline-start: 2px solid var(--_divider);
    font-size: calc(0.9375 * var(--_dots-rem));
    color: var(--_muted);
  }
  ul {
    padding-inline-start: calc(1.125 * var(--_dots-rem));
  }
  li + li {
    margin-block-start: calc(0.25 * var(--_dots-rem));
  }
  .statement ul {
    margin-block-start: calc(0.5 * var(--_dots-rem));
  }
  .review {
    display: grid;
    gap: calc(1.25 * var(--_dots-rem));
    padding: var(--_dots-rem);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
    overflow-wrap: anywhere;
  }
  .review h4 {
    margin: 0 0 calc(0.5 * var(--_dots-rem));
    font-size: calc(0.9375 * var(--_dots-rem));
    font-weight: 600;
  }
  .review dl {
    display: grid;
    gap: calc(0.75 * var(--_dots-rem));
    margin: 0;
  }
  .review dt {
    font-size: calc(0.875 * var(--_dots-rem));
    color: var(--_muted);
  }
  .review .meaning {
    display: block;
    font-size: calc(0.875 * var(--_dots-rem));
    font-style: italic;
    color: var(--_muted);
  }
  .review h4 + .meaning {
    margin-block: calc(-0.375 * var(--_dots-rem)) calc(0.75 * var(--_dots-rem));
  }
  .review dd {
    margin: 0;
  }
`;
