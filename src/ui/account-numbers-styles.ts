/** Styles of the fields of a US bank account, and of the cheque beside them. */
import { css } from 'lit';

export const accountNumbersStyles = css`
  .numbers {
    display: grid;
    gap: var(--_gap);
  }
  .numbers > details {
    margin-block-start: calc(-0.75 * var(--_dots-rem));
  }
  /* Two short words stand side by side on any phone, unless the text is enlarged. */
  .cards.two {
    grid-template-columns: repeat(auto-fit, minmax(min(8 * var(--_dots-rem), 100%), 1fr));
  }
  .bank {
    display: flex;
    align-items: center;
    gap: calc(0.25 * var(--_dots-rem));
    color: var(--_success);
    font-weight: 500;
  }
  .bank > .icon {
    inline-size: var(--_dots-rem);
    block-size: var(--_dots-rem);
    stroke-width: 2.25;
  }
  .cheque {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(0.5 * var(--_dots-rem)) calc(1.5 * var(--_dots-rem));
    margin-block-start: calc(0.75 * var(--_dots-rem));
    padding: var(--_dots-rem);
    background: var(--_tint);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
  }
  .cheque > i {
    grid-column: 1 / -1;
    block-size: 1px;
    inline-size: 100%;
    background: var(--_border);
    opacity: 0.5;
    margin-block-start: calc(0.5 * var(--_dots-rem));
  }
  .cheque > i + i {
    inline-size: 45%;
    justify-self: end;
    margin-block: calc(0.75 * var(--_dots-rem)) calc(0.25 * var(--_dots-rem));
  }
  .cheque > p {
    display: grid;
    font-size: calc(0.75 * var(--_dots-rem));
  }
  .cheque b {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: calc(0.875 * var(--_dots-rem));
    font-weight: 500;
    letter-spacing: 0.06em;
    color: var(--_text);
  }
`;
