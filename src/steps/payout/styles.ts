/** Styles of the balance, of the amount, of what is to be confirmed, and of the line of stations. */
import { css } from 'lit';

export const styles = css`
  .balance {
    display: grid;
    gap: calc(0.125 * var(--_dots-rem));
  }
  .balance > .label {
    color: var(--_muted);
  }
  .sum {
    font-size: min(calc(2 * var(--_dots-rem)), 12cqi);
    white-space: nowrap;
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.02em;
  }
  .much {
    display: grid;
    justify-items: start;
  }
  .much > .field {
    inline-size: 100%;
  }
  .much .joined {
    position: relative;
    display: grid;
    direction: ltr;
  }
  .currency {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(0.875 * var(--_dots-rem));
    display: grid;
    place-items: center;
    color: var(--_muted);
    font-size: max(var(--_dots-rem), 16px);
    pointer-events: none;
  }
  .currency + .amount {
    padding-inline-start: calc(1.75 * var(--_dots-rem));
  }
  .amount + .currency {
    inset-inline: auto calc(0.875 * var(--_dots-rem));
  }
  .terms {
    display: grid;
    margin: 0;
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
  }
  .terms > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(0.125 * var(--_dots-rem)) calc(1.5 * var(--_dots-rem));
    padding: calc(0.75 * var(--_dots-rem)) min(var(--_dots-rem), 6cqi);
  }
  .terms > div + div {
    border-block-start: 1px solid var(--_divider);
  }
  .terms dt {
    color: var(--_muted);
  }
  .terms dd {
    margin: 0;
    font-weight: 500;
    text-wrap: balance;
  }
  .terms .total dd {
    font-size: min(calc(1.125 * var(--_dots-rem)), 12cqi);
    font-weight: 600;
  }
  .stations {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .stations > li {
    position: relative;
    display: grid;
    grid-template-columns: calc(1.5 * var(--_dots-rem)) 1fr;
    gap: calc(0.875 * var(--_dots-rem));
    padding-block-end: calc(1.25 * var(--_dots-rem));
    font-weight: 500;
  }
  .stations > li:last-child {
    padding-block-end: 0;
  }
  .stations > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: calc(1.5 * var(--_dots-rem)) 0;
    inset-inline-start: calc(0.75 * var(--_dots-rem) - 0.5px);
    inline-size: 1px;
    background: var(--_border);
  }
  .stations i {
    display: grid;
    place-items: center;
    inline-size: calc(1.5 * var(--_dots-rem));
    block-size: calc(1.5 * var(--_dots-rem));
    border: 1.5px solid var(--_border);
    border-radius: 50%;
  }
  .stations .icon {
    inline-size: var(--_dots-rem);
    block-size: var(--_dots-rem);
    stroke-width: 2;
  }
  .stations .done > i {
    color: var(--_success);
    border-color: currentColor;
  }
  .stations .past > i {
    color: var(--_muted);
  }
  .stations .failed > i {
    color: var(--_error);
    border-color: currentColor;
  }
  .stations .now > i {
    border-color: var(--_divider);
    border-block-start-color: var(--_link);
    border-width: 2px;
    animation: spin 1.2s linear infinite;
  }
  .stations .next {
    color: var(--_muted);
    font-weight: 400;
  }
  .stations span > .hint {
    display: block;
  }
`;
