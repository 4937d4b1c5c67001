/**
 * Styles of the signs, of the offers, and of the stage in which every picture of this step stands. What only
 * the camera needs is in `capture/styles.ts`.
 */
import { css } from 'lit';

export const styles = css`
  h3 {
    font-size: calc(1.0625 * var(--_dots-rem));
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
    border-radius: calc(var(--_radius-card) + 0.25 * var(--_dots-rem));
    background: var(--_soft);
  }
  .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: calc(2.5 * var(--_dots-rem));
    block-size: calc(2.5 * var(--_dots-rem));
    border-radius: 50%;
    color: var(--_link);
    background: var(--_soft);
  }
  .sign.big {
    position: relative;
    inline-size: calc(3.5 * var(--_dots-rem));
    block-size: calc(3.5 * var(--_dots-rem));
    margin-block-end: calc(1.25 * var(--_dots-rem));
  }
  .sign.big > .icon {
    inline-size: calc(1.75 * var(--_dots-rem));
    block-size: calc(1.75 * var(--_dots-rem));
  }
  .sign.good {
    color: var(--_success);
  }
  .sign.bad {
    color: var(--_error);
  }
  @supports (color: color-mix(in oklab, red, red)) {
    .sign.good {
      background: color-mix(in oklab, currentColor 12%, var(--_surface));
    }
    .sign.bad {
      background: color-mix(in oklab, currentColor 10%, var(--_surface));
    }
  }
  /* The corners of what turns would make a narrow page that runs from right to left scroll sideways. */
  .sign.wait {
    overflow: hidden;
  }
  .sign.wait::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid transparent;
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: spin 1.6s linear infinite;
  }
  .offer {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: calc(0.875 * var(--_dots-rem));
    inline-size: 100%;
    margin-block-start: var(--_dots-rem);
    padding: calc(0.875 * var(--_dots-rem));
    font: inherit;
    color: inherit;
    text-align: start;
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .offer:hover {
    background: var(--_tint);
  }
  .offer > span:not(.sign) {
    display: grid;
    gap: calc(0.0625 * var(--_dots-rem));
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
    gap: calc(1.25 * var(--_dots-rem));
    padding: calc(1.5 * var(--_dots-rem)) calc(1.25 * var(--_dots-rem));
    border-radius: calc(var(--_radius-card) + 0.25 * var(--_dots-rem));
    background: var(--_tint);
    border: 1px solid var(--_divider);
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
  .code {
    inline-size: 100%;
  }
  .digits {
    display: flex;
    justify-content: center;
    gap: calc(0.375 * var(--_dots-rem));
    direction: ltr;
  }
  .digits > b {
    display: grid;
    place-items: center;
    flex: 0 1 calc(2.5 * var(--_dots-rem));
    min-inline-size: 0;
    block-size: calc(3 * var(--_dots-rem));
    font-size: calc(1.5 * var(--_dots-rem));
    font-weight: 600;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
  }
  .next {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
  }
  .next ul {
    padding-inline-start: calc(1.125 * var(--_dots-rem));
  }
  .next li + li {
    margin-block-start: calc(0.25 * var(--_dots-rem));
  }
  @media (prefers-reduced-motion: reduce) {
    .pulse {
      display: none;
    }
    .sign.wait::after {
      animation-duration: 4s !important;
    }
  }
  @container (max-width: 14em) {
    .offer {
      grid-template-columns: 1fr auto;
    }
    .offer > .sign {
      display: none;
    }
  }
`;
