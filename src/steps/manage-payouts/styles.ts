/** Styles of what is in the way of going on. All else comes from styles that `payout` has too. */
import { css } from 'lit';

export const styles = css`
  [part='blockers'] p {
    margin-block-start: calc(0.25 * var(--_dots-rem));
  }
`;
