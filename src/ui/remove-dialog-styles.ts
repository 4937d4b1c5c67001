/** Styles of the dialog that asks before something is removed. It is loaded with the dialog. */
import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(24 * var(--_dots-rem), calc(100vw - 2 * var(--_dots-rem)));
    padding: 0;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: calc(var(--_radius-card) + 0.375 * var(--_dots-rem));
    box-shadow: 0 var(--_dots-rem) calc(3 * var(--_dots-rem)) rgb(0 0 0 / 24%);
  }
  dialog::backdrop {
    background: rgb(8 12 20 / 48%);
  }
  .sheet {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
    padding: calc(1.5 * var(--_dots-rem));
  }
  h3 {
    font-size: calc(1.125 * var(--_dots-rem));
    line-height: 1.35;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .sheet > p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .answers {
    display: grid;
    gap: calc(0.625 * var(--_dots-rem));
    margin-block-start: var(--_dots-rem);
  }
  .button.danger {
    color: var(--_surface);
    background: var(--_error);
  }
  .button.danger:hover {
    background: var(--_error);
  }
  @supports (color: color-mix(in oklab, red, red)) {
    .button.danger:hover {
      background: color-mix(in oklab, var(--_error) 88%, var(--_text));
    }
  }
`;
