/** Styles of the dialog that asks before something is removed. It is loaded with the dialog. */
import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(24rem, calc(100vw - 2rem));
    padding: 0;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) + 0.375rem);
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 24%);
  }
  dialog::backdrop {
    background: rgb(8 12 20 / 48%);
  }
  .sheet {
    display: grid;
    gap: 0.5rem;
    padding: 1.5rem;
  }
  h3 {
    font-size: 1.125rem;
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
    gap: 0.625rem;
    margin-block-start: 1rem;
  }
  .button.danger {
    color: var(--_surface);
    background: var(--_danger);
  }
  .button.danger:hover {
    background: color-mix(in oklab, var(--_danger) 88%, var(--_text));
  }
`;
