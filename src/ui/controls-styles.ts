/** Styles of type, fields, buttons and messages: what every step and the frame itself need. */
import { css } from 'lit';

export const controls = css`
  :host {
    display: block;
    color: var(--_text);
    font: inherit;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--dots-title-size, calc(1.375 * var(--_dots-rem)));
    line-height: 1.3;
    font-weight: 600;
    letter-spacing: -0.011em;
    text-wrap: balance;
  }
  .lead {
    margin-block-start: calc(0.5 * var(--_dots-rem));
    color: var(--_muted);
    text-wrap: pretty;
  }
  form,
  .stack {
    display: grid;
    gap: var(--_gap);
    margin-block-start: var(--_gap);
  }
  .field {
    display: grid;
    gap: calc(0.375 * var(--_space));
    align-content: start;
  }
  label,
  .label {
    font-weight: 500;
    font-size: calc(0.9375 * var(--_dots-rem));
  }
  .optional,
  .hint {
    color: var(--_muted);
    font-size: var(--dots-hint-size, calc(0.875 * var(--_dots-rem)));
    font-weight: 400;
  }
  .control,
  .box {
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: calc(0.5 * var(--_space)) calc(0.875 * var(--_space));
    font: inherit;
    font-size: max(var(--_dots-rem), 16px);
    line-height: 1.5;
    color: var(--_text);
    background: var(--dots-input, var(--_surface));
    border: var(--dots-border-width, 1px) solid var(--_border);
    border-radius: var(--_radius);
    transition: border-color var(--_motion);
  }
  .control::placeholder {
    color: var(--dots-placeholder, var(--_muted));
    opacity: 1;
  }
  .control:hover,
  .box:hover {
    border-color: var(--_text);
  }
  .control[aria-invalid='true'] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  :focus-visible {
    outline: 2px solid var(--dots-focus, var(--_link));
    outline-offset: 2px;
  }
  h2:focus-visible {
    outline: none;
  }
  .error {
    display: flex;
    gap: calc(0.5 * var(--_dots-rem));
    font-size: calc(0.875 * var(--_dots-rem));
    color: var(--_error);
  }
  .icon {
    flex: none;
    inline-size: calc(1.25 * var(--_dots-rem));
    block-size: calc(1.25 * var(--_dots-rem));
    fill: none;
    stroke: currentColor;
    stroke-width: var(--dots-icon-stroke, 1.5);
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .banner {
    display: flex;
    gap: calc(0.75 * var(--_dots-rem));
    padding: calc(0.875 * var(--_space)) var(--_space);
    border: 1px solid var(--_wash);
    border-radius: var(--_radius);
    background: var(--_wash);
    color: var(--_error);
    font-size: calc(0.9375 * var(--_dots-rem));
  }
  .banner > div {
    flex: 1;
    color: var(--_text);
  }
  .actions {
    display: grid;
    justify-items: start;
    gap: calc(0.25 * var(--_dots-rem));
  }
  .button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(0.5 * var(--_dots-rem));
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: calc(0.5 * var(--_dots-rem)) calc(1.25 * var(--_dots-rem));
    font: inherit;
    font-size: var(--_dots-rem);
    font-weight: 600;
    color: var(--_on-accent);
    background: var(--_accent);
    border: 1px solid transparent;
    border-radius: var(--dots-radius-button, var(--_radius));
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .button:hover {
    background: var(--_hover, var(--_accent));
  }
  .button[aria-disabled='true'] {
    cursor: progress;
  }
  .button[aria-busy='true'] > span {
    visibility: hidden;
  }
  .link {
    min-block-size: calc(2.75 * var(--_dots-rem));
    padding: 0;
    font: inherit;
    font-size: calc(0.9375 * var(--_dots-rem));
    font-weight: 500;
    color: var(--_link);
    background: none;
    border: 0;
    border-radius: calc(0.25 * var(--_dots-rem));
    cursor: pointer;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .link:hover {
    text-decoration-thickness: 2px;
  }
  .link[aria-disabled='true'] {
    color: var(--_muted);
    text-decoration: none;
    cursor: default;
  }
  .spinner {
    position: absolute;
    inline-size: calc(1.25 * var(--_dots-rem));
    block-size: calc(1.25 * var(--_dots-rem));
    border: 2px solid #8886;
    border-color: color-mix(in oklab, currentColor 30%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: spin 800ms linear infinite;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
    .spinner {
      animation-duration: 2.4s !important;
    }
  }
`;
