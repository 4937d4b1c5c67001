/** What is in the way of going on. */
import { css } from 'lit';

export const styles = css`
  [part='blockers'] p {
    margin-block-start: 0.25rem;
  }
`;
