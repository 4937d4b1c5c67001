/** Styles of the lists at the end of a flow. */
import { css } from 'lit';

export const endingStyles = css`
  .end h3 {
    margin: calc(1.5 * var(--_dots-rem)) 0 calc(0.5 * var(--_dots-rem));
    font-size: var(--_dots-rem);
    font-weight: 600;
  }
  .end .lead + h3 {
    margin-block-start: calc(1.25 * var(--_dots-rem));
  }
  .outcome {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .outcome > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(0.625 * var(--_dots-rem));
    min-inline-size: 0;
  }
  /* The icon gives way to a long word. */
  .outcome span {
    flex: 1 1 min-content;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  .actions > .button {
    padding-inline: min(calc(1.25 * var(--_dots-rem)), 6cqi);
  }
  .outcome .icon {
    flex: none;
    margin-block-start: 0.125em;
    color: var(--_success);
  }
  .outcome.open .icon {
    color: var(--_link);
  }
  .facts {
    margin: 0;
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
  }
  .facts > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(0.125 * var(--_dots-rem)) calc(1.5 * var(--_dots-rem));
    padding: calc(0.625 * var(--_dots-rem)) min(var(--_dots-rem), 6cqi);
  }
  .facts > div + div {
    border-block-start: 1px solid var(--_divider);
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .facts ~ .link {
    justify-self: start;
  }
  .said {
    margin-block: calc(0.75 * var(--_dots-rem)) 0;
  }
  .said:empty {
    display: none;
  }
`;
