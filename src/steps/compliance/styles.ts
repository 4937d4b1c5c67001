/**
 * Styles of the tax forms and of the finished form. All forms share them, so that a chunk brings only its
 * templates.
 */
import { css } from 'lit';

export const styles = css`
  .group:not(:first-child) {
    margin-block-start: 1rem;
  }
  .row.narrow-wide {
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 22rem) {
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
    inset-inline-end: 0.875rem;
    display: grid;
    align-items: center;
    color: var(--_muted);
    pointer-events: none;
  }
  .statement {
    padding-inline-start: 1rem;
    border-inline-start: 2px solid var(--_hairline);
    font-size: 0.9375rem;
    color: var(--_muted);
  }
  ul {
    padding-inline-start: 1.125rem;
  }
  li + li {
    margin-block-start: 0.25rem;
  }
  .statement ul {
    margin-block-start: 0.5rem;
  }
  .review {
    display: grid;
    gap: 1.25rem;
    padding: 1rem;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .review h4 {
    margin: 0 0 0.5rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .review dl {
    display: grid;
    gap: 0.75rem;
    margin: 0;
  }
  .review dt {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .review .meaning {
    display: block;
    font-size: 0.875rem;
    font-style: italic;
    color: var(--_muted);
  }
  .review h4 + .meaning {
    margin-block: -0.375rem 0.75rem;
  }
  .review dd {
    margin: 0;
  }
`;
