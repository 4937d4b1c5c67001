/** Styles of the fields of a US bank account, and of the cheque beside them. */
import { css } from 'lit';

export const accountNumbersStyles = css`
  .numbers {
    display: grid;
    gap: var(--_gap);
  }
  .numbers > details {
    margin-block-start: -0.75rem;
  }
  /* Two short words stand side by side on any phone, unless the text is enlarged. */
  .cards.two {
    grid-template-columns: repeat(auto-fit, minmax(min(8rem, 100%), 1fr));
  }
  .bank {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    color: var(--_success);
    font-weight: 500;
  }
  .bank > .icon {
    inline-size: 1rem;
    block-size: 1rem;
    stroke-width: 2.25;
  }
  .cheque {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.5rem 1.5rem;
    margin-block-start: 0.75rem;
    padding: 1rem;
    background: var(--_tint);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }
  .cheque > i {
    grid-column: 1 / -1;
    block-size: 1px;
    inline-size: 100%;
    background: var(--_border);
    opacity: 0.5;
    margin-block-start: 0.5rem;
  }
  .cheque > i + i {
    inline-size: 45%;
    justify-self: end;
    margin-block: 0.75rem 0.25rem;
  }
  .cheque > p {
    display: grid;
    font-size: 0.75rem;
  }
  .cheque b {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.875rem;
    font-weight: 500;
    letter-spacing: 0.06em;
    color: var(--_text);
  }
`;
