/** Styles of the last step: the name of the other site, and the place of the spinner. */
import { css } from 'lit';

export const styles = css`
  h2 {
    overflow-wrap: anywhere;
  }
  .waiting {
    display: grid;
    align-items: center;
    min-block-size: calc(2.75 * var(--_dots-rem));
    margin-block-start: var(--_dots-rem);
    color: var(--_link);
  }
  .waiting > .spinner {
    position: static;
  }
  .waiting > .link {
    justify-self: start;
  }
`;
