/** Styles of the list of countries. The step's shadow root adopts them when the list is first opened. */
import { css } from 'lit';

const styles = css`
  .country-list {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0.5rem;
    inline-size: min(22rem, calc(100vw - 1rem));
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) + 0.25rem);
    box-shadow: 0 0.75rem 2rem rgb(0 0 0 / 0.18);
    overflow: hidden;
  }
  .country-list:popover-open {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
  }
  .country-list .control {
    flex: none;
  }
  .country-list [role='listbox'] {
    overflow: auto;
    overscroll-behavior: contain;
  }
  .country-list [role='option'] {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1rem;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border-radius: 0.5rem;
    cursor: pointer;
  }
  .country-list [role='option']:hover,
  .country-list [data-active] {
    background: var(--_soft);
  }
  .country-list [data-active] {
    outline: 2px solid var(--_link);
    outline-offset: -2px;
  }
  .country-list [aria-selected='true'] {
    font-weight: 600;
  }
  .country-list .calling-code {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .country-list .hint:empty {
    display: none;
  }
  .country-list .hint {
    padding: 0 0.75rem 0.5rem;
  }
`;

/**
 * The sheet itself, which Lit has parsed already. The list is no Lit element that would take it from `css`.
 */
export default styles.styleSheet as CSSStyleSheet;
