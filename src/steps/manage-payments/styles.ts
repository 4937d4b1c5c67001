/** Styles of the authorization, of the states of an account, and of the banks that were found. */
import { css } from 'lit';

export const styles = css`
  .tight {
    gap: 0.75rem;
    margin-block-start: 0;
  }
  h3 {
    font-size: 1rem;
    font-weight: 600;
  }
  .mandate {
    display: grid;
    gap: 0.5rem;
    padding: 1rem;
    font-size: 0.875rem;
    background: var(--_tint);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }
  .tag.pending,
  .tag.sent {
    color: var(--_text);
    background: color-mix(in oklab, var(--_text) 9%, var(--_surface));
  }
  .tag.failed {
    color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 9%, var(--_surface));
  }
  /* The list belongs to the field above it. */
  .found {
    margin-block-start: -0.75rem;
  }
  a.button {
    color: var(--_on-accent);
  }
`;
