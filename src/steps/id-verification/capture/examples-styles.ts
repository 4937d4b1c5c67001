/** Styles of the small drawings of photos that will not do. */
import { css } from 'lit';

export const examplesStyles = css`
  .examples {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(0.625 * var(--_dots-rem));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .example {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    border-radius: var(--_radius-card);
    background: var(--_soft);
  }
  .example > .art {
    inline-size: 84%;
  }
  .example .frame {
    display: none;
  }
  .example.cut-off > .art {
    scale: 1.3;
    translate: 26% 18%;
  }
  .example.blurred > .art {
    filter: blur(2px);
  }
  .example.covered::after,
  .example.glare::after {
    content: '';
    position: absolute;
  }
  .example.glare::after {
    inset: 8% 4% 30% 38%;
    background: radial-gradient(closest-side, #fff 55%, transparent);
  }
  .example.dark > .art {
    opacity: 0.3;
  }
  .example.dark {
    background: #10131a;
  }
  /* Sunglasses. */
  .example.covered::after {
    inset-block: 40% 48%;
    inset-inline: 37%;
    background: var(--_text);
    border-radius: calc(0.25 * var(--_dots-rem));
  }
  .caption {
    display: flex;
    gap: calc(0.25 * var(--_dots-rem));
    margin-block-start: calc(0.25 * var(--_dots-rem));
    font-size: calc(0.875 * var(--_dots-rem));
    line-height: 1.3;
    color: var(--_muted);
  }
  .caption > .icon {
    flex: none;
    inline-size: calc(1.125 * var(--_dots-rem));
    block-size: calc(1.125 * var(--_dots-rem));
    color: var(--_error);
  }
`;
