/** Styles of the answers to read once more, and of the filled form. */
import { css } from 'lit';

export const styles = css`
  dl {
    display: grid;
    margin: 0;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }
  dl > div {
    display: grid;
    gap: 0.125rem 1rem;
    padding: 0.75rem 1rem;
  }
  dl > div + div {
    border-block-start: 1px solid var(--_hairline);
  }
  @container (min-width: 24rem) {
    dl > div {
      grid-template-columns: 2fr 3fr;
    }
  }
  dt {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  dd {
    margin: 0;
    white-space: pre-line;
  }
  .file {
    display: grid;
    justify-items: start;
    margin-block-start: -0.75rem;
  }
`;
