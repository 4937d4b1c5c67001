/** Styles of the switch for automatic payouts, and of the place of a form that is being loaded. */
import { css } from 'lit';

export const adding = css`
  .setting {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    min-inline-size: 0;
    align-items: center;
    justify-content: space-between;
    gap: calc(0.5 * var(--_dots-rem)) var(--_dots-rem);
    padding-block: var(--_dots-rem);
    border-block: 1px solid var(--_divider);
  }
  .setting > div {
    flex: 1 1 min-content;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  .setting .label {
    font-size: var(--_dots-rem);
  }
  .switch {
    position: static;
    display: grid;
    align-items: center;
    inline-size: calc(2.75 * var(--_dots-rem));
    block-size: calc(1.625 * var(--_dots-rem));
    padding: calc(0.1875 * var(--_dots-rem));
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: var(--_dots-rem);
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .switch::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .switch > i {
    position: relative;
    display: grid;
    inline-size: calc(1.125 * var(--_dots-rem));
    block-size: calc(1.125 * var(--_dots-rem));
    background: var(--_border);
    border-radius: 50%;
    transition: translate var(--_motion);
  }
  .switch[aria-checked='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .switch[aria-checked='true'] > i {
    background: var(--_on-accent);
    translate: calc(1.125 * var(--_dots-rem)) 0;
  }
  .switch[aria-checked='true']:dir(rtl) > i {
    translate: calc(-1.125 * var(--_dots-rem)) 0;
  }
  .switch[aria-busy='true'] > i {
    background: none;
    border: 2px solid #8886;
    border-color: color-mix(in oklab, currentColor 30%, transparent);
    border-block-start-color: currentColor;
    color: var(--_text);
    animation: spin 800ms linear infinite;
  }
  .switch[aria-busy='true'][aria-checked='true'] > i {
    color: var(--_on-accent);
    border-block-start-color: currentColor;
  }
  /* A number is read as one: it moves to the next line whole, and breaks there only where it fills a line. */
  .hint > bdi {
    display: inline-block;
  }
  .cost {
    margin-block-end: calc(0.75 * var(--_dots-rem));
  }
  .bones {
    display: grid;
    gap: var(--_gap);
  }
  /* As high as a field with its label and hint. */
  .bones > i {
    block-size: calc(5.75 * var(--_dots-rem));
    background: var(--_tint);
    border-radius: var(--_radius);
  }

  @media (forced-colors: active) {
    .switch[aria-checked='true'],
    .switch[aria-checked='true'] > i {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
    }
    .switch[aria-checked='true'] > i {
      background: HighlightText;
    }
    .switch > i {
      background: ButtonText;
    }
  }
`;
