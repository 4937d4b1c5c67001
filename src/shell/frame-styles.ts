/**
 * Styles of the frame: the progress line, the space in which a step stands, and the skeleton. What steps and
 * frame share is in `ui/controls-styles.ts`.
 */
import { css } from 'lit';

export const shell = css`
  :host {
    /* One choice for everything below: sizes are multiples of it. */
    font-size: var(--dots-font-size, inherit);
    container-type: inline-size;
    /* Such a container has no width of its own, and would vanish in a dialog or a centring parent. */
    contain-intrinsic-inline-size: min(20 * var(--_dots-rem), 70vw);
    max-inline-size: min(var(--dots-max-width, calc(28 * var(--_dots-rem))), 100%);
    text-align: start;
  }
  :host(:disabled) {
    opacity: 0.6;
  }
  .progress {
    display: grid;
    gap: calc(0.625 * var(--_dots-rem));
    margin-block-end: calc(1.75 * var(--_space));
    font-size: calc(0.875 * var(--_dots-rem));
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: flex;
    gap: calc(0.25 * var(--_dots-rem));
  }
  .bar > i {
    flex: 1;
    block-size: calc(0.25 * var(--_dots-rem));
    border-radius: var(--_dots-rem);
    background: var(--_divider);
    transition: background-color var(--_motion);
  }
  .bar > [part~='done'],
  .bar > [part~='active'] {
    background: var(--_accent);
  }
  .bar > [part~='active'] {
    opacity: 0.5;
  }
  .screen {
    min-block-size: var(--dots-min-height, calc(21 * var(--_dots-rem)));
    /* For the lines below, which come later. */
    margin-block-end: 4em;
  }
  .screen > * {
    animation: enter var(--_motion);
  }
  /* One layer that pulses, and not one for each bone. */
  .screen > .still {
    animation: pulse 1.6s ease-in-out infinite alternate;
  }
  @keyframes enter {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .progress > p {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: calc(0.25 * var(--_dots-rem)) var(--_dots-rem);
  }
  .tag {
    padding-inline: calc(0.5 * var(--_dots-rem));
    border-radius: var(--_dots-rem);
    box-shadow: inset 0 0 0 1px var(--_divider);
    font-size: calc(0.75 * var(--_dots-rem));
  }
  .bone {
    border-radius: var(--_radius);
    background: var(--_divider);
    /* Seen only where the system takes the background away. */
    outline: 1px solid transparent;
    color: transparent;
    user-select: none;
  }
  :is(h2, .lead, .label, .hint) .bone {
    border-radius: calc(0.25 * var(--_dots-rem));
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }
`;
