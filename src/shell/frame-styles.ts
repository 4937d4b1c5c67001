/**
 * Styles of the frame: the progress line, the space in which a step stands, and the skeleton. What steps and
 * frame share is in `ui/controls-styles.ts`.
 */
import { css } from 'lit';

export const shell = css`
  :host {
    container-type: inline-size;
    /* Such a container has no width of its own, and would vanish in a dialog or a centring parent. */
    contain-intrinsic-inline-size: 20rem;
    max-inline-size: min(var(--dots-max-width, 28rem), 100%);
    text-align: start;
  }
  .progress {
    display: grid;
    gap: 0.625rem;
    margin-block-end: 1.75rem;
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: flex;
    gap: 0.25rem;
  }
  .bar > i {
    flex: 1;
    block-size: 0.25rem;
    border-radius: 1rem;
    background: var(--_hairline);
    transition: background-color var(--_motion);
  }
  .bar > [data-done],
  .bar > [data-active] {
    background: var(--_accent);
  }
  .bar > [data-active] {
    background: linear-gradient(to right, var(--_accent) 50%, var(--_hairline) 50%);
  }
  .bar:dir(rtl) > [data-active] {
    background: linear-gradient(to left, var(--_accent) 50%, var(--_hairline) 50%);
  }
  .screen {
    min-block-size: var(--dots-min-height, 21rem);
  }
  .screen > * {
    animation: enter var(--_motion);
  }
  .screen > .still {
    animation: none;
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
    gap: 0.25rem 1rem;
  }
  .tag {
    padding-inline: 0.5rem;
    border-radius: 1rem;
    box-shadow: inset 0 0 0 1px var(--_hairline);
    font-size: 0.75rem;
  }
  .bone {
    border-radius: var(--_radius);
    background: var(--_hairline);
    color: transparent;
    user-select: none;
    animation: pulse 1.6s ease-in-out infinite alternate;
  }
  :is(h2, .lead, .label, .hint) .bone {
    border-radius: 0.25rem;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }
`;
