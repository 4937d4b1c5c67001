/** Styles of the closing screens. The frame adopts them when these screens are loaded. */
import { css } from 'lit';

export const closing = css`
  .offline {
    margin-block-end: 1.5rem;
  }
  .banner.calm {
    color: var(--_link);
  }
  a.button {
    text-align: center;
    text-decoration: none;
  }
  .end {
    display: grid;
    gap: 0.25rem;
    padding-block: 1.5rem;
  }
  .medal {
    display: grid;
    place-items: center;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    margin-block-end: 1rem;
    border-radius: 50%;
    color: var(--_success);
    background: color-mix(in oklab, currentColor 12%, var(--_surface));
  }
  .medal .icon {
    inline-size: 1.875rem;
    block-size: 1.875rem;
  }
  .medal path {
    stroke-dasharray: 20;
    animation: draw 480ms 160ms ease-out backwards;
  }
  .medal.bad {
    color: var(--_danger);
  }
  .medal.calm {
    color: var(--_link);
  }
  .medal:not(.good) path {
    animation: none;
    stroke-dasharray: none;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 20;
    }
  }
  .end .actions:empty {
    display: none;
  }
  .end .actions {
    margin-block-start: 1.25rem;
  }
`;
