/**
 * That a screen loses nothing at 320 pixels (WCAG 2.2, 1.4.10), with the spaces that a reader may set
 * (1.4.12): half a line between lines, and more between letters and between words.
 */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { composedTree } from '../dots-flow/support.ts';

/** Of a phone, or of 1280 pixels at 400 %. */
const narrow = { width: 320, height: 640 };

const spaces = new CSSStyleSheet();
spaces.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`);

const hasText = (one: Element): boolean =>
  [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

/** What only screen readers are given is one pixel wide, and what is not shown has no place. */
const isShown = (one: Element): boolean =>
  one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;

/** Returns whether something in `one` is behind its own edge, where nobody can scroll to it. */
function isCut(one: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(one);
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  return (
    (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
    (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
  );
}

/** What is above the page lies in the window, everything else in the page, which may be narrower. */
const edgeOf = (one: Element): number => (one.closest('dialog, [popover]') ? innerWidth : narrow.width);

/** Returns what of the element reaches over the edges of the window, or is cut off inside of it. */
function lost(element: Element): string[] {
  const found = [...composedTree(element.shadowRoot ?? element)].filter(isShown).filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return (
      (hasText(one) && (left < -1 || right > edgeOf(one) + 1)) || (!!one.textContent.trim() && isCut(one))
    );
  });
  const words = found.map(
    (one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`,
  );
  // That of the page is never less than the window's.
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [...words, `the page is ${scrollWidth} pixels wide`] : words;
}

/** Compares what is lost on the screen with this heading with nothing. */
export async function examineRoom(element: Element, heading: string): Promise<void> {
  const before = { width: innerWidth, height: innerHeight };
  const roots = [element, ...composedTree(element.shadowRoot ?? element)].flatMap(
    ({ shadowRoot }) => shadowRoot ?? [],
  );
  const sheets = roots.map((root) => [root, [...root.adoptedStyleSheets]] as const);
  await setViewport(narrow);
  // WebKit's window does not get as narrow, so the page does.
  const margin = parseFloat(getComputedStyle(document.body).marginRight);
  document.body.style.marginRight = `${margin + innerWidth - narrow.width}px`;
  for (const [root, own] of sheets) root.adoptedStyleSheets = [...own, spaces];
  // Containers are measured, and what floats is placed, with the next frames.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  // Firefox's bar for scrolling takes some of it.
  expect(document.body.getBoundingClientRect().right).to.be.at.most(narrow.width - margin);
  const found = lost(element);
  for (const [root, own] of sheets) root.adoptedStyleSheets = [...own];
  document.body.style.marginRight = '';
  await setViewport(before);
  expect(found, `lost at 320 pixels with wider spaces on “${heading}”`).to.deep.equal([]);
}
