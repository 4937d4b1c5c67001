/**
 * Styles of the longest forms: groups of fields under a heading, and the box that says
 * that something is being checked.
 */
import { css } from 'lit';

export const groups = css`
  .group {
    display: grid;
    gap: var(--_gap);
  }
  h3 {
    font-size: calc(1.0625 * var(--_dots-rem));
    font-weight: 600;
    line-height: 1.4;
  }
  .group > h3 {
    margin-block-end: calc(-0.5 * var(--_dots-rem));
  }
  .area {
    resize: vertical;
  }
  .checking {
    display: flex;
    gap: var(--_dots-rem);
    padding: var(--_dots-rem);
    border-radius: var(--_radius-card);
    background: var(--_soft);
  }
  .pulse {
    flex: none;
    inline-size: calc(0.625 * var(--_dots-rem));
    block-size: calc(0.625 * var(--_dots-rem));
    margin-block-start: calc(0.4375 * var(--_dots-rem));
    border-radius: 50%;
    background: var(--_link);
    animation: pulse 1.6s ease-in-out infinite alternate;
  }
  @keyframes pulse {
    to {
      opacity: 0.25;
    }
  }
`;
