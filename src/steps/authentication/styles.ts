/**
 * Styles of the phone field with its country button, and of the code. `ui/controls-styles.ts` has what all
 * steps share.
 */
import { css } from 'lit';

export const styles = css`
  /* Phone numbers are written from left to right everywhere. */
  .joined {
    display: flex;
    flex-wrap: wrap;
    direction: ltr;
  }
  .joined > .control {
    flex: 1 1 8em;
    min-inline-size: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    margin-inline-start: calc(-1 * var(--dots-border-width, 1px));
  }
  .country {
    flex: none;
    display: flex;
    align-items: center;
    gap: calc(0.25 * var(--_dots-rem));
    inline-size: auto;
    padding-inline: calc(0.875 * var(--_dots-rem)) calc(0.5 * var(--_dots-rem));
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    cursor: pointer;
    font-variant-numeric: tabular-nums;
  }
  .country:focus-visible,
  .joined > .control:focus-visible {
    z-index: 1;
  }
`;
