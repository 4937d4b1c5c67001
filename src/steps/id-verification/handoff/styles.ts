/** Styles of the QR code and of the code to compare. */
import { css } from 'lit';

export const handoffStyles = css`
  /* Readers want dark on light, whatever the page's colours are. */
  .qr {
    display: block;
    inline-size: min(13 * var(--_dots-rem), 100%);
    aspect-ratio: 1;
    padding: 0;
    background: #fff;
    border: 1px solid var(--_divider);
    border-radius: var(--_radius-card);
    fill: #000;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }
  div.qr {
    animation: pulse 1.6s ease-in-out infinite alternate;
  }
  .compare {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: calc(0.5 * var(--_dots-rem));
    text-wrap: balance;
  }
`;
