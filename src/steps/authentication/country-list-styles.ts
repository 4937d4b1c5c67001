/** Styles of the list of countries. The step's shadow root adopts them when the list is first opened. */
import { css } from 'lit';

const styles = css`
  .country-list {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(0.5 * var(--_dots-rem));
    inline-size: min(22 * var(--_dots-rem), calc(100vw - var(--_dots-rem)));
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: calc(var(--_radius) + 0.25 * var(--_dots-rem));
    box-shadow: 0 calc(0.75 * var(--_dots-rem)) calc(2 * var(--_dots-rem)) rgb(0 0 0 / 0.18);
    overflow: hidden;
    flex-direction: column;
    gap: calc(0.5 * var(--_dots-rem));
  }
  .country-list:popover-open {
    display: flex;
  }
  /* Where there is no top layer, the list is removed when it closes. */
  @supports not selector(:popover-open) {
    .country-list {
      display: flex;
      z-index: 9;
    }
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
    gap: var(--_dots-rem);
    min-block-size: calc(2.75 * var(--_dots-rem));
    padding: calc(0.5 * var(--_dots-rem)) calc(0.75 * var(--_dots-rem));
    border-radius: calc(0.5 * var(--_dots-rem));
    cursor: pointer;
  }
  /* A line below the likely ones, while nothing is searched for. */
  .country-list [role='listbox']:not(.found) .likely:has(+ :not(.likely)) {
    position: relative;
    margin-block-end: calc(0.5 * var(--_dots-rem));
  }
  .country-list [role='listbox']:not(.found) .likely:has(+ :not(.likely))::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: calc(-0.25 * var(--_dots-rem));
    border-block-end: 1px solid var(--_divider);
  }
  .country-list [role='option']:hover,
  .country-list [data-active] {
    background: var(--_divider);
  }
  .country-list [data-active] {
    outline: 2px solid var(--dots-focus, var(--_link));
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
    padding: 0 calc(0.75 * var(--_dots-rem)) calc(0.5 * var(--_dots-rem));
  }
`;

/**
 * The sheet itself, which Lit has parsed already. The list is no Lit element that would take it from `css`.
 */
export default styles.styleSheet as CSSStyleSheet;
