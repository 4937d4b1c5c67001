/** Styles of rows of methods with their menus, and of rows to choose from. */
import { css } from 'lit';

export const methods = css`
  .rows {
    display: grid;
    min-inline-size: 0;
    list-style: none;
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
  }
  .rows > * {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: calc(0.875 * var(--_space));
    padding: calc(0.875 * var(--_space));
    min-inline-size: 0;
  }
  .rows > * + * {
    border-block-start: 1px solid var(--_divider);
  }
  .rows > :first-child {
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }
  .rows > :last-child {
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  .rows > :hover {
    background: var(--_tint);
  }
  .rows > :focus-visible {
    outline-offset: -2px;
  }
  .glyph {
    display: grid;
    place-items: center;
    inline-size: calc(2.5 * var(--_dots-rem));
    block-size: calc(2.5 * var(--_dots-rem));
    color: var(--dots-icon, var(--_text));
    background: var(--_tint);
    border: 1px solid var(--_divider);
    border-radius: 50%;
  }
  .about {
    display: grid;
    gap: calc(0.0625 * var(--_dots-rem));
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.125 * var(--_dots-rem)) calc(0.5 * var(--_dots-rem));
    font-weight: 600;
  }
  .detail {
    font-size: calc(0.9375 * var(--_dots-rem));
  }
  .tag {
    padding: calc(0.0625 * var(--_dots-rem)) calc(0.5 * var(--_dots-rem));
    font-size: calc(0.75 * var(--_dots-rem));
    font-weight: 600;
    color: var(--_link);
    background: var(--_soft);
    border-radius: var(--_dots-rem);
  }
  .about > .link {
    position: relative;
    z-index: 1;
    justify-self: start;
    margin-block-start: calc(0.25 * var(--_dots-rem));
    font-size: calc(0.875 * var(--_dots-rem));
  }
  .about > .button {
    position: relative;
    z-index: 1;
    justify-self: start;
    margin-block-start: calc(0.5 * var(--_dots-rem));
  }
  /* With text twice as large the words need the room more than the picture does. */
  @container (max-width: 14em) {
    .rows > * {
      display: flex;
      flex-wrap: wrap;
      gap: calc(0.25 * var(--_dots-rem));
      padding-inline: calc(0.5 * var(--_dots-rem));
    }
    /* What stands beside a word gives way to it, and the word breaks only where it fills a line. */
    .about {
      display: block;
      flex: 1 1 min-content;
      overflow-wrap: break-word;
      max-inline-size: 100%;
    }
    .about > span,
    .name {
      display: block;
    }
    .tag {
      display: inline-block;
    }
    .glyph,
    .rail > .icon {
      display: none;
    }
    .more {
      margin-inline-start: auto;
    }
  }

  .rail {
    inline-size: 100%;
    font: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border-inline: 0;
    border-block-end: 0;
    border-radius: 0;
    cursor: pointer;
  }
  .rail:first-child {
    border-block-start: 0;
  }
  .rail > .icon {
    rotate: -90deg;
    color: var(--_muted);
  }
  .rail:dir(rtl) > .icon {
    rotate: 90deg;
  }

  .more {
    position: static;
    display: grid;
    place-items: center;
    inline-size: calc(2.75 * var(--_dots-rem));
    block-size: calc(2.75 * var(--_dots-rem));
    margin-inline-end: calc(-0.5 * var(--_dots-rem));
    padding: 0;
    color: var(--_muted);
    background: none;
    border: 0;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  /* The whole row opens the menu. */
  .more::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .more:hover,
  .more:focus-visible {
    color: var(--_text);
  }
  .more:focus-visible {
    outline-offset: -4px;
  }
  .more > .spinner {
    position: static;
  }
  .menu {
    position: fixed;
    padding: calc(0.375 * var(--_dots-rem));
    min-inline-size: calc(10 * var(--_dots-rem));
    max-inline-size: calc(100vw - var(--_dots-rem));
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
    box-shadow: 0 calc(0.5 * var(--_dots-rem)) calc(1.5 * var(--_dots-rem)) rgb(0 0 0 / 16%);
    opacity: 0;
  }
  @supports not selector(:popover-open) {
    .menu {
      z-index: 9;
    }
    .menu:not([data-open]) {
      display: none;
    }
  }
  .menu[data-placed] {
    opacity: 1;
    transition: opacity var(--_motion);
  }
  .menu > button {
    display: block;
    inline-size: 100%;
    min-block-size: calc(2.75 * var(--_dots-rem));
    padding: calc(0.375 * var(--_dots-rem)) calc(0.75 * var(--_dots-rem));
    font: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    border-radius: calc(var(--_radius-card) - 0.25 * var(--_dots-rem));
    cursor: pointer;
  }
  .menu > button:hover,
  .menu > button:focus {
    background: var(--_tint);
  }
  .menu > button:focus-visible {
    outline-offset: -2px;
  }
  .menu > .danger {
    color: var(--_error);
  }

  .add {
    display: inline-flex;
    align-items: center;
    gap: calc(0.5 * var(--_dots-rem));
    justify-self: start;
    min-block-size: calc(2.75 * var(--_dots-rem));
    margin-block: calc(-0.875 * var(--_dots-rem)) calc(-0.5 * var(--_dots-rem));
    text-decoration: none;
  }
  .add:hover > span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_dots-rem)) calc(1.5 * var(--_dots-rem));
  }

  @media (forced-colors: active) {
    .menu > button:focus {
      outline: 2px solid Highlight;
    }
    .tag {
      border: 1px solid;
    }
  }
`;
