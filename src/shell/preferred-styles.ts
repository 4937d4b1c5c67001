/**
 * Styles for payees whose system chooses the colours, or whom it shows more contrast. The frame and every
 * step adopt them. They come with the closing screens, so that nobody else waits for them.
 */
import { css } from 'lit';

export const preferred = css`
  /* Backgrounds and shadows are taken away here, and borders have one colour but for the system's own. */
  @media (forced-colors: active) {
    /* The ring is the focus and nothing else, so what is wrong has another border. */
    .control[aria-invalid='true'],
    [aria-invalid='true'] > .cards > .card {
      border: 2px dashed;
      outline-color: Highlight;
    }
    :focus-visible,
    .card:has(:focus-visible) {
      outline-width: 3px;
    }
    .card:has(:checked) {
      border: 2px solid Highlight;
    }
    .bar > i {
      border: 1px solid;
    }
    .bar > [part~='done'] {
      background: CanvasText;
    }
    .bar > [part~='active'] {
      background: Highlight;
      border-color: Highlight;
      opacity: 1;
    }
    .bone,
    .bones > i {
      outline: 1px solid GrayText;
    }
    .checking,
    .panel,
    .tag {
      border: 1px solid;
    }
    .cheque > i,
    .stations > li:not(:last-child)::before {
      background: CanvasText;
    }
    .button[aria-disabled='true'],
    .link[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
    /* Something turns only where one side is of another colour. */
    .spinner,
    .switch[aria-busy='true'] > i,
    .stations .now > i,
    .sign.wait::after {
      border-color: GrayText;
      border-block-start-color: Highlight;
    }
  }

  /* Edges and quiet text take the colour of text. Links and errors that the page has named stay as they are. */
  @media (prefers-contrast: more) {
    :host {
      --_border: var(--_text);
      --_divider: #888;
    }
    @supports (color: light-dark(red, oklch(from red l c h))) {
      :host {
        /* 7:1, as WCAG 2.2 §1.4.6 wants it. */
        --_muted: color-mix(in oklab, var(--_text) 85%, var(--_surface));
        --_error: var(--dots-error, light-dark(#8c1d18, #ffcfca));
        --_link: var(
          --dots-link,
          light-dark(oklch(from var(--_accent) min(l, 0.38) c h), oklch(from var(--_accent) max(l, 0.84) c h))
        );
      }
    }
    :focus-visible,
    .card:has(:focus-visible) {
      outline-width: 3px;
    }
    .bar > i {
      border: 1px solid var(--_text);
    }
    .bar > [part~='done'] {
      background: var(--_text);
    }
    .bar > [part~='active'] {
      opacity: 1;
    }
    /* Text stands on it. */
    .country-list :is([role='option']:hover, [data-active]) {
      background: var(--_surface);
    }
  }
`;
