/**
 * Styles of radio cards, checkboxes, and the show/hide button of secret numbers. Only steps that have them
 * load this.
 */
import { css } from 'lit';

/** Radio cards and checkboxes. */
export const choices = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(0.5 * var(--_dots-rem));
  }
  legend + .cards {
    margin-block-start: calc(0.375 * var(--_dots-rem));
  }
  .card {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_dots-rem)) calc(0.75 * var(--_dots-rem));
    min-block-size: var(--_control);
    padding: calc(0.625 * var(--_space)) min(calc(0.875 * var(--_space)), 6cqi);
    font-weight: 400;
    font-size: var(--_dots-rem);
    background: var(--dots-input, var(--_surface));
    border: var(--dots-border-width, 1px) solid var(--_border);
    border-radius: var(--_radius-card);
    cursor: pointer;
    transition:
      border-color var(--_motion),
      background-color var(--_motion);
  }
  .card:hover {
    border-color: var(--_text);
  }
  .card:has(:checked) {
    background: var(--_soft);
    border-color: var(--_link);
    box-shadow: inset 0 0 0 1px var(--_link);
  }
  .card:has(:focus-visible) {
    outline: 2px solid var(--dots-focus, var(--_link));
    outline-offset: 2px;
  }
  .card > input:focus-visible {
    outline: none;
  }
  [aria-invalid='true'] > .cards > .card {
    border-color: var(--_error);
  }
  .card > input,
  .check > input {
    flex: none;
    inline-size: calc(1.25 * var(--_dots-rem));
    block-size: calc(1.25 * var(--_dots-rem));
    /* Centred on the first line, which is 1.5 times the text high. */
    margin: calc(0.125 * var(--_dots-rem)) 0 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .card > span {
    display: flex;
    flex-direction: column;
    /* A long word gets a line of its own, below the button, before it is broken. */
    flex: 1 1 min-content;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  .card-label {
    font-weight: 500;
  }
  .check {
    display: flex;
    gap: calc(0.75 * var(--_dots-rem));
    /* One line is 44 px high, which a thumb hits. */
    padding-block: calc(0.625 * var(--_dots-rem));
    font-weight: 400;
    font-size: var(--_dots-rem);
    cursor: pointer;
  }
  .check + .hint,
  .check ~ .error {
    margin-inline-start: calc(2 * var(--_dots-rem));
  }
  @container (min-width: 22em) {
    .cards.two {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (forced-colors: active) {
    .card:has(:checked) {
      border-color: Highlight;
    }
  }
`;

/** The show/hide button lies in the end of the input, so that the input is as wide as its neighbours. */
export const secrets = css`
  .joined:has(> .peek) {
    position: relative;
    display: grid;
  }
  .secret {
    padding-inline-end: calc(3.25 * var(--_dots-rem));
  }
  /* The digits run from left to right there too; the button stands to their left. */
  .joined:dir(rtl) > .secret.number {
    padding-inline: calc(3.25 * var(--_dots-rem)) calc(0.875 * var(--_dots-rem));
    text-align: right;
  }
  .hidden-digits:not(:placeholder-shown) {
    -webkit-text-security: disc;
  }
  .peek {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    inline-size: var(--_control);
    padding: 0;
    color: var(--_muted);
    background: none;
    border: 0;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .peek:hover {
    color: var(--_text);
  }
  .peek:focus-visible {
    outline-offset: -4px;
  }
`;
