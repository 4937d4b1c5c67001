/** Styles of the tax forms. All forms share them, so that a chunk brings only its templates. */
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
  details.why > .field {
    margin-block-start: calc(0.75 * var(--_dots-rem));
  }
  ul {
    padding-inline-start: calc(1.125 * var(--_dots-rem));
  }
  li + li {
    margin-block-start: calc(0.25 * var(--_dots-rem));
  }
`;
