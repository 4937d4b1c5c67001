/** Styles of the authorization, of the states of an account, and of the banks that were found. */
import { css } from 'lit';

export const styles = css`
  .tight {
    gap: calc(0.75 * var(--_dots-rem));
    margin-block-start: 0;
  }
  h3 {
    font-size: var(--_dots-rem);
    font-weight: 600;
  }
  .mandate {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
    padding: var(--_dots-rem);
    background: var(--_tint);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
  }
  /* An account that waits for something is several lines high. Its icon stands beside its name. */
  li[data-status='sent'],
  li[data-status='failed'] {
    align-items: start;
  }
  .tag.pending,
  .tag.sent {
    color: var(--_text);
  }
  .tag.failed {
    color: var(--_error);
  }
  @supports (color: color-mix(in oklab, red, red)) {
    .tag.pending,
    .tag.sent {
      background: color-mix(in oklab, var(--_text) 9%, var(--_surface));
    }
    .tag.failed {
      background: color-mix(in oklab, var(--_error) 9%, var(--_surface));
    }
  }
  /* The list belongs to the field above it. */
  .found {
    margin-block-start: calc(-0.75 * var(--_dots-rem));
  }
  a.button {
    color: var(--_on-accent);
  }
`;
