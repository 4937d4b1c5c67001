/** Styles of the last page: the answers, the finished form, and what is certified. */
import { css } from 'lit';

export const styles = css`
  .answers {
    /* A heading longer than the line is broken, and widens nothing. */
    min-inline-size: 0;
    border-block-end: 1px solid var(--_divider);
  }
  .answers > div {
    padding-block: var(--_dots-rem);
    border-block-start: 1px solid var(--_divider);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_dots-rem);
    align-items: baseline;
    justify-content: space-between;
  }
  .head > :first-child {
    flex: 1 1 min-content;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  .head .link {
    flex: none;
  }
  .answers dl {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
    margin: calc(0.25 * var(--_dots-rem)) 0 0;
    overflow-wrap: anywhere;
  }
  .answers dt {
    font-size: calc(0.875 * var(--_dots-rem));
    color: var(--_muted);
  }
  .answers dd {
    margin: 0;
    white-space: pre-line;
  }
  .secret-answer {
    display: flex;
    gap: calc(0.5 * var(--_dots-rem));
    align-items: center;
  }
  .secret-answer .peek {
    position: static;
    /* As tall as a finger, in a line as tall as its text. */
    block-size: var(--_control);
    margin-block: calc(0.5 * (1.5 * var(--_dots-rem) - var(--_control)));
  }
  .finished {
    display: grid;
    gap: var(--_gap);
  }
  .statement {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
    padding-inline-start: var(--_dots-rem);
    border-inline-start: 2px solid var(--_divider);
    font-size: calc(0.9375 * var(--_dots-rem));
  }
  .statement p + p {
    margin-block-start: calc(0.5 * var(--_dots-rem));
  }
  .review {
    display: grid;
    gap: calc(1.25 * var(--_dots-rem));
    padding: var(--_dots-rem);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
    overflow-wrap: anywhere;
  }
  .review h4 {
    margin: 0 0 calc(0.5 * var(--_dots-rem));
    font-size: calc(0.9375 * var(--_dots-rem));
    font-weight: 600;
  }
  .review dl {
    display: grid;
    gap: calc(0.75 * var(--_dots-rem));
    margin: 0;
  }
  .review dt {
    font-size: calc(0.875 * var(--_dots-rem));
    color: var(--_muted);
  }
  .review .meaning {
    display: block;
    font-size: calc(0.875 * var(--_dots-rem));
    font-style: italic;
    color: var(--_muted);
  }
  .review h4 + .meaning {
    margin-block: calc(-0.375 * var(--_dots-rem)) calc(0.75 * var(--_dots-rem));
  }
  .review dd {
    margin: 0;
  }
`;
