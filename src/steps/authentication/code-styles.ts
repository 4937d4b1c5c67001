/** Styles of the screen for the code, and the ring of the phone field, which nobody sees before typing. */
import { css } from 'lit';

export const styles = css`
  /* The ring goes around the whole phone field, whose corners are round. */
  .joined:has(> .control:focus-visible) {
    border-radius: var(--_radius);
    outline: 2px solid var(--dots-focus, var(--_link));
    outline-offset: 2px;
    > .control {
      outline: none;
    }
  }
  /* With text twice as large on a narrow phone a whole number, of 17 signs, still is in its box. */
  .joined > .number {
    padding-inline: min(calc(0.875 * var(--_dots-rem)), 16px);
    font-size: clamp(16px, 8.5cqi, var(--_dots-rem));
  }
  .code {
    font-size: max(1.5 * var(--_dots-rem), 16px);
    letter-spacing: 0.4em;
    font-variant-numeric: tabular-nums;
    padding-block: calc(0.375 * var(--_dots-rem));
  }
  /* The button waits until another code may be sent. */
  .button[aria-disabled='true'][aria-busy='false'] {
    opacity: 0.6;
    cursor: default;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_dots-rem)) calc(1.5 * var(--_dots-rem));
    font-variant-numeric: tabular-nums;
  }
`;
