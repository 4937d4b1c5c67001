/** Styles of the last step: the name of the other site, and the place of the spinner. */
import { css } from 'lit';

export const styles = css`
  h2 {
    overflow-wrap: anywhere;
  }
  .waiting {
    display: grid;
    align-items: center;
    min-block-size: 2.75rem;
    margin-block-start: 1rem;
    color: var(--_link);
  }
  .waiting > .spinner {
    position: static;
  }
  .waiting > .link {
    justify-self: start;
  }
`;
