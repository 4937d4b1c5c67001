/** Styles of the papers to read and of the lists of what comes next. */
import { css } from 'lit';

export const styles = css`
  .group > h3 + :is(p, ul) {
    margin-block-start: -0.5rem;
  }
  .paper {
    display: grid;
    gap: 0.75rem;
    padding: 1.25rem;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  a {
    color: var(--_link);
    font-weight: 500;
    text-underline-offset: 0.2em;
  }
  ul {
    display: grid;
    gap: 0.5rem;
    padding-inline-start: 1.125rem;
  }
`;
