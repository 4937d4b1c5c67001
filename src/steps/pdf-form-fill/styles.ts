/** Styles of the answers to read once more, and of the filled form. */
import { css } from 'lit';

export const styles = css`
  dl {
    display: grid;
    margin: 0;
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
  }
  dl > div {
    display: grid;
    gap: calc(0.125 * var(--_dots-rem)) var(--_dots-rem);
    padding: calc(0.75 * var(--_dots-rem)) var(--_dots-rem);
  }
  dl > div + div {
    border-block-start: 1px solid var(--_divider);
  }
  @container (min-width: 24em) {
    dl > div {
      grid-template-columns: 2fr 3fr;
    }
  }
  dt {
    color: var(--_muted);
    font-size: calc(0.9375 * var(--_dots-rem));
  }
  dd {
    margin: 0;
    white-space: pre-line;
  }
  .file {
    display: grid;
    justify-items: start;
    margin-block-start: calc(-0.75 * var(--_dots-rem));
  }
`;
