/** Styles of the drawings, of the viewfinder and of the photos. They come with the camera. */
import { css } from 'lit';
import { examplesStyles } from './examples-styles.ts';

const captureStyles = css`
  .art {
    inline-size: 62%;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .art .sheet {
    fill: var(--_surface);
  }
  .art .soft {
    fill: var(--_soft);
    stroke: none;
  }
  .art .band {
    stroke-width: 8;
    stroke-linecap: butt;
    opacity: 0.6;
  }
  .art .frame {
    stroke: var(--_link);
    stroke-width: 3;
  }
  .stage.face,
  .stage.finder.face {
    aspect-ratio: 1;
  }
  .stage.face > .art {
    inline-size: 78%;
  }
  .drop-hint {
    display: none;
    position: absolute;
    inset-block-end: calc(0.75 * var(--_dots-rem));
    inset-inline: var(--_dots-rem);
    text-align: center;
  }
  /* Nobody drops a file on a phone. */
  @media (hover: hover) and (pointer: fine) {
    .drop-hint {
      display: block;
    }
    .stage:has(> .drop-hint) > .art {
      margin-block-end: calc(1.25 * var(--_dots-rem));
    }
  }
  .stage[data-over] {
    outline: 2px dashed var(--_link);
    outline-offset: calc(-0.5 * var(--_dots-rem));
    background: var(--_soft);
  }
  @supports (color: color-mix(in oklab, red, red)) {
    .art {
      stroke: color-mix(in oklab, var(--_link) 62%, var(--_muted));
    }
    .stage[data-over] {
      background: color-mix(in oklab, var(--_accent) 16%, var(--_surface));
    }
  }
  .actions > .button + .button {
    margin-block-start: calc(0.375 * var(--_dots-rem));
  }
  .file {
    cursor: pointer;
  }
  .file.button > .icon,
  .button > .icon {
    margin-inline-start: calc(-0.25 * var(--_dots-rem));
  }
  .file:has(:focus-visible) {
    outline: 2px solid var(--dots-focus, var(--_link));
    outline-offset: 2px;
  }

  .finder {
    background: #0b0d11;
    color: #fff;
  }
  .finder > video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* A mirror: moving to the left has to look like moving to the left. */
  .finder.face > video {
    scale: -1 1;
  }
  .guide {
    position: relative;
    inline-size: 88%;
    aspect-ratio: 85.6 / 53.98;
    border: 3px solid #fff;
    border-radius: calc(0.875 * var(--_dots-rem));
    box-shadow: 0 0 0 100vmax rgb(8 11 16 / 52%);
    /* Room for the hint below. */
    translate: 0 calc(-0.5 * var(--_dots-rem));
    transition: border-color var(--_motion);
  }
  .guide.page {
    aspect-ratio: 125 / 88;
    inline-size: 82%;
  }
  .finder.face > .guide {
    inline-size: auto;
    block-size: 78%;
    aspect-ratio: 0.78;
    border-radius: 50%;
  }
  .finder[data-hint='good'] > .guide {
    border-color: #5fe3a1;
  }
  .finder[data-hint='opening'] > .guide {
    opacity: 0.4;
  }
  .pill {
    position: absolute;
    inset-block-end: calc(0.375 * var(--_dots-rem));
    max-inline-size: calc(100% - 1.5 * var(--_dots-rem));
    padding: calc(0.3125 * var(--_dots-rem)) calc(0.875 * var(--_dots-rem));
    font-size: calc(0.9375 * var(--_dots-rem));
    font-weight: 600;
    text-align: center;
    color: #fff;
    background: rgb(8 11 16 / 78%);
    border-radius: calc(1.25 * var(--_dots-rem));
  }
  .finder[data-hint='good'] > .pill {
    color: #06301c;
    background: #7ff0b6;
  }
  .finder[data-hint='pose'] > .pill {
    color: #10151c;
    background: #fff;
  }
  .photo {
    background: #0b0d11;
  }
  /* Out of the flow: a tall photo would make its row taller than the stage, which cuts it off. */
  .photo > img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .more-photos {
    position: absolute;
    inset-block-end: calc(0.75 * var(--_dots-rem));
    inset-inline-end: calc(0.75 * var(--_dots-rem));
    display: flex;
    gap: calc(0.5 * var(--_dots-rem));
  }
  .more-photos > img {
    inline-size: calc(3.5 * var(--_dots-rem));
    block-size: calc(3.5 * var(--_dots-rem));
    object-fit: cover;
    border: 2px solid #fff;
    border-radius: calc(0.5 * var(--_dots-rem));
  }
  .stage > .spinner {
    inline-size: calc(2 * var(--_dots-rem));
    block-size: calc(2 * var(--_dots-rem));
    color: var(--_link);
  }
  .progress-line {
    display: grid;
    gap: calc(0.5 * var(--_dots-rem));
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: calc(0.5 * var(--_dots-rem));
    border: 0;
    border-radius: var(--_dots-rem);
    overflow: hidden;
    background: var(--_divider);
  }
  progress::-webkit-progress-bar {
    background: var(--_divider);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    border-radius: var(--_dots-rem);
    transition: inline-size var(--_motion);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
    border-radius: var(--_dots-rem);
  }
  @media (forced-colors: active) {
    .art,
    .art .frame {
      stroke: CanvasText;
    }
    .guide {
      border-color: Highlight;
    }
    .pill {
      border: 1px solid;
    }
    progress {
      appearance: auto;
    }
  }
`;

export const styles = [captureStyles, examplesStyles];
