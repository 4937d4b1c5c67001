/** A payee with nothing but a keyboard: Tab, Enter, Space, arrows and typing. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventually } from '../dots-flow/support.ts';

/** Returns the element that has the focus, through all shadow roots. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

const labelOf = (element: Element | null): string =>
  (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A part of a date has the name of the date, or an id that begins with it. */
const isNamed = (element: Element | null, name: string): boolean =>
  element?.getAttribute('name') === name || element?.id === name;

/** Of a radio button or a checkbox the eye sees the card or the line around it. */
const seenOf = (at: HTMLElement): HTMLElement =>
  (at.matches('[type=radio], [type=checkbox]') && (at as HTMLInputElement).labels?.[0]) || at;

/**
 * Returns whether one of five places of `at` is on top there: what lies over it leaves some of it in view.
 */
function isOnTop(at: HTMLElement): boolean {
  const { left, right, top, bottom, width, height } = at.getBoundingClientRect();
  const root = at.getRootNode() as Document | ShadowRoot;
  return [
    [left + width / 2, top + height / 2],
    [left + 2, top + height / 2],
    [right - 2, top + height / 2],
    [left + width / 2, top + 2],
    [left + width / 2, bottom - 2],
  ].some(([x = 0, y = 0]) => {
    const hit = root.elementFromPoint(x, y);
    return hit !== null && (at.contains(hit) || hit.contains(at));
  });
}

/** That what has the focus says so to the eye (WCAG 2.2, 2.4.7), and that nothing hides it (2.4.11). */
async function expectSeen(at: Element | null): Promise<void> {
  if (!(at instanceof HTMLElement) || at === document.body) return;
  const seen = seenOf(at);
  const what = at.outerHTML.slice(0, 90);
  // What is far below is scrolled to, and what comes with a screen moves others, with the next frames.
  await eventually(() => focused() !== at || isOnTop(seen), `${what} is seen while it has the focus`);
  if (focused() !== at) return;
  const rings = [at, seen, seen.closest('.phone, .card')].filter(
    (one) => one && getComputedStyle(one).outlineStyle !== 'none',
  );
  expect(rings.length, `rings of ${what}`).to.be.above(0);
}

/** Presses Tab until the focus is where `is` says. Nothing on a screen is further away than this. */
async function tabTo(what: string, is: (at: Element | null) => boolean): Promise<void> {
  for (let presses = 0; !is(focused()); presses += 1) {
    expect(presses, `Tab does not reach ${what}; the focus is on ${labelOf(focused())}`).to.be.below(40);
    await sendKeys({ press: 'Tab' });
    await expectSeen(focused());
  }
}

/** Tabs to the control with this wire name, or id. */
export const reach = (name: string): Promise<void> => tabTo(name, (at) => isNamed(at, name));

/** Tabs to the fields in their order, and types into each. */
export async function type(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await reach(name);
    await sendKeys({ type: value });
  }
}

/** Tabs to a checkbox, or to a group of radio buttons, and chooses what has the focus. */
export async function tick(name: string): Promise<void> {
  await reach(name);
  // Firefox knows no key of the name “Space”.
  await sendKeys({ press: ' ' });
}

/** Presses Enter where the focus is. */
export const enter = (): Promise<void> => sendKeys({ press: 'Enter' });

/** Presses the arrow down: of radio buttons it chooses the next. */
export const down = (): Promise<void> => sendKeys({ press: 'ArrowDown' });

/** Tabs to the button with this label, and presses it. */
export async function press(label: string): Promise<void> {
  await tabTo(label, (at) => at?.localName === 'button' && labelOf(at).startsWith(label));
  await enter();
}
