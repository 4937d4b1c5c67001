/** Styles of the steps to another form, and of its file. */
import { css } from 'lit';

export const styles = [
  css`
    ol {
      margin-block: calc(0.5 * var(--_dots-rem)) 0;
      padding-inline-start: calc(1.375 * var(--_dots-rem));
    }
    input[type='file'] {
      padding-block: calc(0.5 * var(--_dots-rem));
    }
    ::file-selector-button {
      margin-inline-end: calc(0.75 * var(--_dots-rem));
      padding: calc(0.25 * var(--_dots-rem)) calc(0.75 * var(--_dots-rem));
      border: 1px solid var(--_divider);
      border-radius: calc(0.375 * var(--_dots-rem));
      background: none;
      color: inherit;
      font: inherit;
    }
  `,
];
