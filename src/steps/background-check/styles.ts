/** Styles of the papers to read and of the lists of what comes next. */
import { css } from 'lit';

export const styles = css`
  .group > h3 + :is(p, ul) {
    margin-block-start: calc(-0.5 * var(--_dots-rem));
  }
  .paper {
    display: grid;
    gap: calc(0.75 * var(--_dots-rem));
    padding: calc(1.25 * var(--_dots-rem));
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
    background: var(--_tint);
  }
  a {
    color: var(--_link);
    font-weight: 500;
    text-underline-offset: 0.2em;
  }
  ul {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
    padding-inline-start: calc(1.125 * var(--_dots-rem));
  }
`;
