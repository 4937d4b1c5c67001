/** Styles of the switch for automatic payouts, and of the place of a form that is being loaded. */
import { css } from 'lit';

export const adding = css`
  .setting {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 1rem;
    padding-block: 1rem;
    border-block: 1px solid var(--_hairline);
  }
  .setting .label {
    font-size: 1rem;
  }
  .switch {
    position: static;
    display: grid;
    align-items: center;
    inline-size: 2.75rem;
    block-size: 1.625rem;
    padding: 0.1875rem;
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: 1rem;
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
    inline-size: 1.125rem;
    block-size: 1.125rem;
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
    translate: 1.125rem 0;
  }
  .switch[aria-checked='true']:dir(rtl) > i {
    translate: -1.125rem 0;
  }
  .switch[aria-busy='true'] > i {
    background: none;
    border: 2px solid color-mix(in oklab, var(--_text) 30%, transparent);
    border-block-start-color: currentColor;
    color: var(--_text);
    animation: spin 800ms linear infinite;
  }
  .switch[aria-busy='true'][aria-checked='true'] > i {
    color: var(--_on-accent);
    border-color: color-mix(in oklab, currentColor 35%, transparent);
    border-block-start-color: currentColor;
  }
  .cost {
    margin-block-end: 0.75rem;
  }
  .bones {
    display: grid;
    gap: var(--_gap);
  }
  /* As high as a field with its label and hint. */
  .bones > i {
    block-size: 5.75rem;
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
