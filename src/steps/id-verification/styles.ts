/**
 * Styles of the signs, of the offers, and of the stage in which every picture of this step stands. What only
 * the camera needs is in `capture/styles.ts`.
 */
import { css } from 'lit';

export const styles = css`
  h3 {
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.4;
  }
  .stage {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    aspect-ratio: 5 / 4;
    min-inline-size: 0;
    border-radius: calc(var(--_radius) + 0.25rem);
    background: var(--_soft);
  }
  .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: 50%;
    color: var(--_link);
    background: var(--_soft);
  }
  .sign.big {
    position: relative;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    margin-block-end: 1.25rem;
  }
  .sign.big > .icon {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }
  .sign.good {
    color: var(--_success);
    background: color-mix(in oklab, currentColor 12%, var(--_surface));
  }
  .sign.bad {
    color: var(--_danger);
    background: color-mix(in oklab, currentColor 10%, var(--_surface));
  }
  .sign.wait::after {
    content: '';
    position: absolute;
    inset: -0.25rem;
    border: 2px solid transparent;
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: spin 1.6s linear infinite;
  }
  .offer {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.875rem;
    inline-size: 100%;
    margin-block-start: 1rem;
    padding: 0.875rem;
    font: inherit;
    color: inherit;
    text-align: start;
    background: var(--_surface);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .offer:hover {
    background: var(--_tint);
  }
  .offer > span:not(.sign) {
    display: grid;
    gap: 0.0625rem;
    min-inline-size: 0;
  }
  .offer > .icon {
    rotate: -90deg;
    color: var(--_muted);
  }
  .offer:dir(rtl) > .icon {
    rotate: 90deg;
  }
  .name {
    font-weight: 600;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    padding: 1.5rem 1.25rem;
    border-radius: calc(var(--_radius) + 0.25rem);
    background: var(--_tint);
    border: 1px solid var(--_hairline);
  }
  .center {
    justify-items: center;
    text-align: center;
    text-wrap: balance;
  }
  .panel .sign.big {
    margin: 0;
  }
  .pulse {
    position: absolute;
    inset: 0;
    border-radius: 50%;
    border: 2px solid var(--_link);
    animation: ring 2s ease-out infinite;
  }
  @keyframes ring {
    from {
      opacity: 0.7;
    }
    to {
      scale: 1.6;
      opacity: 0;
    }
  }
  /* The same digits stand on two screens, so they must look the same on both: left to right everywhere. */
  .digits {
    display: flex;
    gap: 0.375rem;
    direction: ltr;
  }
  .digits > b {
    display: grid;
    place-items: center;
    flex: 0 1 2.5rem;
    min-inline-size: 0;
    block-size: 3rem;
    font-size: 1.5rem;
    font-weight: 600;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .next {
    display: grid;
    gap: 0.5rem;
  }
  .next ul {
    padding-inline-start: 1.125rem;
  }
  .next li + li {
    margin-block-start: 0.25rem;
  }
  @media (prefers-reduced-motion: reduce) {
    .pulse {
      display: none;
    }
    .sign.wait::after {
      animation-duration: 4s !important;
    }
  }
  @container (max-width: 14rem) {
    .offer {
      grid-template-columns: 1fr auto;
    }
    .offer > .sign {
      display: none;
    }
  }
`;
