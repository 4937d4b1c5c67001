/** Whatever three colours a page gives, what is derived from them can be read: WCAG 2.2 AA. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { contrast, luminance, paint } from '../../../src/ui/contrast.ts';
import { tokens } from '../../../src/ui/tokens.ts';
import '../support.ts';

interface Colours {
  readonly accent: string;
  readonly surface: string;
  readonly text: string;
}

const hues = Array.from({ length: 12 }, (_, index) => index * 30);
/** Dull and glaring, from nearly black to nearly white: 12 hues of each. */
const accents = [20, 40, 60, 80, 95].flatMap((lightness) =>
  [30, 100].flatMap((saturation) => hues.map((hue) => `hsl(${hue} ${saturation}% ${lightness}%)`)),
);
const grounds = {
  light: ['#fff', '#fdeef4', '#ebebeb'],
  dark: ['#000', '#0b1020', '#2b2b2b'],
} as const;
const texts = {
  light: ['#000', '#1b2430', '#3d1f4f', '#555'],
  dark: ['#fff', '#eceff4', '#ffe9f5', '#bbb'],
} as const;

/** Returns how to read a private token under these colours, as the browser computes it. */
function palette(scheme: 'light' | 'dark', { accent, surface, text }: Colours): (token: string) => string {
  frame.setAttribute('theme', scheme);
  frame.style.setProperty('--dots-accent', accent);
  frame.style.setProperty('--dots-surface', surface);
  frame.style.setProperty('--dots-text', text);
  return (token) => {
    probe.style.color = `var(--_${token})`;
    return getComputedStyle(probe).color;
  };
}

const frame = document.createElement('step-frame');
const probe = document.createElement('i');

describe('the derived palette', () => {
  before(async () => {
    frame.append(probe);
    document.body.append(frame);
    // Until then the probe is not in the tree that has styles.
    await (frame as LitElement).updateComplete;
  });
  after(() => frame.remove());

  /** Returns the worst pairs of all, as sentences. */
  function unreadable(front: string, back: string, least: number): string[] {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const)
      for (const surface of grounds[scheme])
        for (const [index, accent] of accents.entries()) {
          const text = texts[scheme][index % 4] ?? '#000';
          const read = palette(scheme, { accent, surface, text });
          const ratio = contrast(paint([read(front)]), paint([read(back)]));
          if (ratio < least)
            found.push(`${front} on ${back}: ${ratio.toFixed(2)} (${accent}, ${surface}, ${text})`);
        }
    return found;
  }

  for (const [front, back, least] of [
    ['on-accent', 'accent', 4.5],
    ['on-accent', 'hover', 4.5],
    ['link', 'surface', 4.5],
    ['muted', 'surface', 4.5],
    ['error', 'surface', 4.5],
    ['border', 'surface', 3],
  ] as const)
    it(`keeps ${least}:1 for ${front} on ${back}`, () => {
      expect(unreadable(front, back, least)).to.deep.equal([]);
    });

  it('takes every colour as it is given', () => {
    const read = palette('light', { accent: '#e6007e', surface: '#fffaf3', text: '#123' });
    expect(['accent', 'surface', 'text'].map((token) => paint([read(token)]))).to.deep.equal([
      [230, 0, 126],
      [255, 250, 243],
      [17, 34, 51],
    ]);
  });

  it('writes black or white on the accent, whichever is readable', () => {
    const on = (accent: string) => {
      const read = palette('light', { accent, surface: '#fff', text: '#000' });
      return luminance(paint([read('on-accent')]));
    };
    expect(['#000', '#1f5fd0', '#777', '#ffd500', '#fff'].map(on)).to.deep.equal([1, 1, 0, 0, 0]);
  });

  it('has a fixed colour for links where colours cannot be mixed, readable on white and on black', () => {
    const [, link = ''] =
      /--_link: var\(--dots-link, var\(--dots-accent, ([^)]+)\)\)/.exec(tokens.cssText) ?? [];
    expect(link).to.match(/^#[0-9a-f]{6}$/);
    for (const ground of ['#fff', '#000'])
      expect(contrast(paint([link]), paint([ground])), ground).to.be.at.least(4.5);
  });
});
